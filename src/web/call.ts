import type { ActAction, AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { PASSWORD_HEADER, pathOf } from '#contract/path.ts';
import type { ProblemAnswer } from '#contract/problem.ts';
import type { SessionAnswer } from '#contract/session.ts';

/** The server refused; `problem` says why, in words of the page's language. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: ProblemAnswer;

  constructor(problem: ProblemAnswer) {
    super(problem.message);
    this.problem = problem;
  }
}

function address(action: string, query: object = {}): string {
  const lang = document.documentElement.lang === 'en' ? { lang: 'en' } : {};
  const given: readonly [string, unknown][] = Object.entries({ ...query, ...lang });
  const said = given.map(([name, value]) => [name, String(value)]);
  const search = new URLSearchParams(said).toString();
  return pathOf(action) + (search === '' ? '' : `?${search}`);
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw new Refused((await response.json()) as ProblemAnswer);
}

/** Calls an action that only reads: the typed client 接口调用 of the table of actions. @throws Refused, or a TypeError when nothing was reached */
export async function read<A extends ReadAction>(action: A, query: InputOf<A>): Promise<AnswerOf<A>> {
  return await answerOf(await fetch(address(action, query), { headers: { accept: 'application/json' } }));
}

/** Who is signed in. @throws Refused */
export async function readSession(): Promise<SessionAnswer> {
  return await answerOf(await fetch(address('session.show'), { headers: { accept: 'application/json' } }));
}

/** What goes with an act: the revision seen of what is changed, the password where it is asked for again, and who is told that it waits for the network. */
export type Sending = {
  readonly revision?: number | undefined;
  readonly password?: string | undefined;
  readonly waits?: ((waits: boolean) => void) | undefined;
};

/** So long an act is tried again when nothing answers, in milliseconds. */
const PATIENCE = 150_000;

/**
 * Does an act 办理 exactly once: under one key it is sent again while nothing answers, so that a lost network for a minute neither loses nor doubles it.
 * @throws Refused, or a TypeError when nothing was reached for long
 */
export async function act<A extends ActAction>(
  action: A,
  input: InputOf<A>,
  { revision, password, waits }: Sending = {},
): Promise<ActAnswer> {
  const request: RequestInit = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID?.() ?? fallbackKey(),
      ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      ...(password !== undefined && { [PASSWORD_HEADER]: encodeURIComponent(password) }),
    },
    body: JSON.stringify(input),
  };
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      const response = await fetch(address(action), request);
      const busy = response.status === 503 || (response.status === 409 && response.headers.has('retry-after'));
      if (!busy || Date.now() > until) {
        waits?.(false);
        return await answerOf<ActAnswer>(response);
      }
    } catch (error) {
      if (!(error instanceof TypeError) || Date.now() > until) {
        waits?.(false);
        throw error;
      }
    }
    waits?.(true);
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}

/** A page that came without TLS in a local network has no randomUUID. */
function fallbackKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, '0')).join('');
}

/** Signs out this session 退出. */
export async function signOut(): Promise<void> {
  await fetch(pathOf('session.end'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ which: 'this' }),
  });
}

/** Whether asking again may help: a refusal stays a refusal. */
export function isWorthRepeating(error: unknown): boolean {
  return !(error instanceof Refused) || error.problem.status >= 500;
}
