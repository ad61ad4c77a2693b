import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { CLOCK } from '#service/caller.ts';
import type { Context } from '#service/context.ts';
import type { Sheet } from '#service/paper-codes.ts';
import { readForArchive } from '#service/services.ts';
import { Asking } from './asking.ts';

/** What was read for the forms of one archive 已取的数: each thing is read once, as several forms show it. */
export type Answers = Map<string, Promise<unknown>>;

/**
 * What the forms of an archive are made with 存档取数: they read without a trace of their own, as the archive left one, and have no control code and no address,
 * which belong to sheets that come back; so that the same state gives the same sheets, whoever takes them.
 */
export class ArchiveAsking extends Asking {
  readonly #answers: Answers;

  constructor(context: Context, query: Asking['query'], answers: Answers) {
    super(context, CLOCK, query);
    this.#answers = answers;
  }

  override async ask<A extends ReadAction>(action: A, input: Omit<InputOf<A>, 'branch'>): Promise<AnswerOf<A>> {
    const query = { branch: this.query.branch, ...input } as unknown as InputOf<A>;
    const key = `${action} ${JSON.stringify(query)}`;
    const known = this.#answers.get(key) as Promise<AnswerOf<A>> | undefined;
    if (known) return await known;
    const asked = readForArchive(this.context, action, query);
    this.#answers.set(key, asked);
    return await asked;
  }

  override codes(sheets: readonly Sheet[]): Promise<readonly string[]> {
    return Promise.resolve(sheets.map(() => ''));
  }
}
