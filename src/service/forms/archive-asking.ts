import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { CLOCK } from '#service/caller.ts';
import type { Context } from '#service/context.ts';
import type { Sheet } from '#service/paper-codes.ts';
import { readForArchive } from '#service/services.ts';
import { Asking } from './asking.ts';

/**
 * What the forms of an archive are made with 存档取数: they read without a trace of their own, as the archive left one, and have no control code and no address,
 * which belong to sheets that come back; so that the same state gives the same sheets, whoever takes them.
 */
export class ArchiveAsking extends Asking {
  constructor(context: Context, query: Asking['query']) {
    super(context, CLOCK, query);
  }

  override async ask<A extends ReadAction>(action: A, input: Omit<InputOf<A>, 'branch'>): Promise<AnswerOf<A>> {
    const query = { branch: this.query.branch, ...input } as unknown as InputOf<A>;
    return await readForArchive(this.context, action, query);
  }

  override codes(sheets: readonly Sheet[]): Promise<readonly string[]> {
    return Promise.resolve(sheets.map(() => ''));
  }
}
