import type { AnswerOf } from '#contract/api.ts';

/** An item as the list of items has it 项目. */
export type ItemAnswer = AnswerOf<'item.list'>['items'][number];

/** A line as a session sees it 待审事项. */
export type ReviewedLine = AnswerOf<'review.follow'>['lines'][number];

/** A session 初评会议. */
export type Session = AnswerOf<'review.follow'>['session'];

/** The states of a line on which the session has decided. */
export const DECIDED: readonly string[] = ['accepted', 'adjusted', 'declined', 'referred'];

/** Whether a line can be decided in the session now: it lies before it, or can be taken up and was not decided. */
export function isOpen({ state, here, not, second }: ReviewedLine): boolean {
  return !second && (here || (state === 'submitted' && not === undefined));
}

/** Whether its member contests a line or does not want the credit. */
export function isContested({ hearing }: Pick<ReviewedLine, 'hearing'>): boolean {
  return hearing?.answer === 'contest' || hearing?.answer === 'decline';
}
