import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { pathOf } from '#contract/path.ts';
import { type Program, pause, type Reply } from './program.ts';

/** A request of the load as it was asked, and what came of it. */
export type Entry = {
  readonly person: string;
  readonly action: ActAction;
  readonly body: unknown;
  readonly revision: number;
  readonly key: string;
  /** How often it was sent, and whether an answer was missing once: then nobody knew whether it had been done. */
  tries: number;
  cut: boolean;
  /** The final answer; undefined while it is being asked for. */
  answer?: { readonly status: number; readonly code: string; readonly body: ActAnswer };
};

/** Sends the requests of a load until each has its answer, whatever happens to the server meanwhile, and remembers them all. */
export class Journal {
  readonly entries: Entry[] = [];
  /** Answers that no server may give. */
  readonly faults: string[] = [];
  readonly #tokens: ReadonlyMap<string, string>;
  #program: Program | undefined;
  #wake: (() => void)[] = [];
  #underWay = 0;
  #count = 0;
  /** Called whenever a request has left. */
  sent: () => void = () => undefined;

  constructor(tokens: ReadonlyMap<string, string>) {
    this.#tokens = tokens;
  }

  /** Lets requests go to a server; without one they wait. */
  open(program: Program | undefined): void {
    this.#program = program;
    if (program) for (const wake of this.#wake.splice(0)) wake();
  }

  /** Waits until nothing is under way, once the way was shut. */
  async quiet(): Promise<void> {
    while (this.#underWay > 0) await pause(2);
  }

  /** Does an act as a person: sent again with its key until it is answered; undefined when a rule refused it. */
  async act<A extends ActAction>(
    person: string,
    action: A,
    input: Omit<InputOf<A>, 'branch'>,
    revision = 0,
  ): Promise<ActAnswer | undefined> {
    const key = `request-${this.#count++}-${person}`;
    const entry: Entry = { person, action, body: { branch: 'B', ...input }, revision, key, tries: 0, cut: false };
    this.entries.push(entry);
    for (;;) {
      const reply = await this.#once(entry);
      const found = reply && this.#read(entry, reply);
      if (!found) {
        entry.cut = true;
        await pause(5);
        continue;
      }
      entry.answer = found;
      return found.status < 300 ? found.body : undefined;
    }
  }

  /** Sends a request once more as it was. */
  async repeat({ person, action, body, revision, key }: Entry): Promise<Reply | undefined> {
    const headers = { 'idempotency-key': key, 'if-match': `"${revision}"` };
    const sent = (): void => this.sent();
    const program = this.#program;
    return await program?.send({ path: pathOf(action), token: this.#tokens.get(person), body, headers, sent });
  }

  async #once(entry: Entry): Promise<Reply | undefined> {
    while (!this.#program) await new Promise<void>((resolve) => this.#wake.push(resolve));
    this.#underWay++;
    entry.tries++;
    try {
      return await this.repeat(entry);
    } finally {
      this.#underWay--;
    }
  }

  /** The final answer, or undefined when it must be asked for again: the database was away, or the same request was still running. */
  #read({ action, person }: Entry, { status, headers, body }: Reply): Entry['answer'] {
    const { code = '' } = body as { readonly code?: string };
    if (status === 503 || code === 'request.running') {
      if (headers['retry-after'] === undefined) this.faults.push(`${action}: ${status} ${code} without Retry-After`);
      return undefined;
    }
    if (status >= 500 || status === 401 || status === 429)
      this.faults.push(`${action} by ${person}: ${status} ${code} ${JSON.stringify(body)}`);
    return { status, code, body: body as ActAnswer };
  }
}
