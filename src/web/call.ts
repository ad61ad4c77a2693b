import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { pathOf } from '#contract/path.ts';
import type { ProblemAnswer } from '#contract/problem.ts';

/** The server refused; `problem` says why, in words of the page's language. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: ProblemAnswer;

  constructor(problem: ProblemAnswer) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Calls an action that only reads: the typed client 接口调用 of the table of actions. @throws Refused, or a TypeError when nothing was reached */
export async function read<A extends ReadAction>(action: A, query: InputOf<A>): Promise<AnswerOf<A>> {
  const lang = document.documentElement.lang === 'en' ? { lang: 'en' } : {};
  const said = Object.entries({ ...query, ...lang }).map(([name, value]) => [name, String(value)]);
  const search = new URLSearchParams(said).toString();
  const response = await fetch(pathOf(action) + (search === '' ? '' : `?${search}`), {
    headers: { accept: 'application/json' },
  });
  if (response.ok) return (await response.json()) as AnswerOf<A>;
  throw new Refused((await response.json()) as ProblemAnswer);
}

/** Whether asking again may help: a refusal stays a refusal. */
export function isWorthRepeating(error: unknown): boolean {
  return !(error instanceof Refused) || error.problem.status >= 500;
}
