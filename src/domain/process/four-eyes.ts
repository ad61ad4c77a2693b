import { POINT, type Points } from '#domain/kernel/points.ts';

/** The acts that always need two different persons 双人办理 (trust §2.5): veto, reversal, rule change, reopening; and what touches a sealed thing or a reporter's name. */
export const FOUR_EYES: ReadonlySet<string> = new Set([
  'scheme.adopt',
  'scheme.revoke',
  'month.reopen',
  'line.reverse',
  'notice.withdraw',
  'veto.confirm',
  'veto.lift',
  'settlement.amend',
  'dossier.reverse',
  'reporter.read',
]);

/** A deduction of this many points or more needs two persons when the branch has set no other number: 5 points. */
export const DEDUCTION_FROM: Points = 5 * POINT;

/** Whether a decision on a line needs two persons: a deduction of the set size or more. `points` is negative for a deduction. */
export function deductionNeedsTwo(points: Points, from: Points = DEDUCTION_FROM): boolean {
  return points < 0 && -points >= from;
}

/** Whether a change of the roster needs two persons: one that gives or takes a vote on any day. */
export function rosterNeedsTwo(votesBefore: readonly boolean[], votesAfter: readonly boolean[]): boolean {
  return votesBefore.length !== votesAfter.length || votesBefore.some((vote, day) => vote !== votesAfter[day]);
}
