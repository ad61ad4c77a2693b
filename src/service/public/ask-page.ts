import { Refusal } from '#contract/problem.ts';
import type { Context } from '#service/context.ts';
import { superiorOf } from '#service/nameless.ts';
import { branchOfBoard, readBranch } from '#store/branch.ts';
import { runningNotice } from './notice-page.ts';
import { type Answered, shownQuestions } from './shown-questions.ts';
import { termsOn } from './terms.ts';

/** Behind which doors 两个入口 words go: to the branch, and to the superior where the installation has one. The ids are for the acts, not for the page. */
export type AskPage = {
  readonly branch: string;
  readonly name: string;
  readonly demo: boolean;
  readonly superior: { readonly id: string; readonly name: string } | undefined;
  readonly notice: string | undefined;
  readonly days: number;
  readonly questions: readonly Answered[];
};

/** The two doors of a board's branch, about a running notice where its code is told. @throws page.unknown */
export async function showAsk(context: Context, board: string, noticeCode: string | undefined): Promise<AskPage> {
  const { store, clock } = context;
  return await store.snapshot(async (rows) => {
    const id = await branchOfBoard(rows, board);
    const branch = id === undefined ? undefined : await readBranch(rows, id);
    if (!branch) throw new Refusal('page.unknown');
    const superior = await superiorOf(rows, branch);
    const { questionReplyDays: days } = await termsOn(context, rows, branch.branch_id, clock.today());
    const about =
      noticeCode === undefined
        ? undefined
        : await runningNotice(context, rows, noticeCode).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            return undefined; // the notice has ended meanwhile: the question is still one to the branch
          });
    return {
      branch: branch.branch_id,
      name: branch.name,
      demo: branch.demo === 1,
      superior: superior && { id: superior.branch_id, name: superior.name },
      notice: about?.branch.branch_id === branch.branch_id ? about.notice.id : undefined,
      days,
      questions: await shownQuestions(rows, branch.branch_id),
    };
  });
}
