import { type Guard, must } from './step.ts';

/** What is asked of every action 通用条件 before its own table: the right, the thing, its revision, the password where one is asked for. */
export type Asked = {
  readonly may: boolean;
  readonly known: boolean;
  readonly revision: number;
  readonly seen: number;
  readonly password: 'given' | 'missing' | 'not-asked';
};

/**
 * The guards of every action, in this order: a stranger learns that it has no right, not whether the thing exists.
 * What someone may not know of at all (an appeal not yet served) is `known: false` with `may: true`.
 */
export const everyAction: readonly Guard<Asked>[] = [
  must('right.missing', ({ may }) => may),
  must('thing.unknown', ({ known }) => known),
  must('revision.stale', ({ revision, seen }) => revision === seen),
  must('password.missing', ({ password }) => password !== 'missing'),
];

/** The acts that ask for the password again: votes, seals, notices, vetoes and filings (product §7). */
export const ASKS_PASSWORD: ReadonlySet<string> = new Set([
  'motion.cast',
  'motion.count',
  'register.seal',
  'notice.post',
  'notice.withdraw',
  'veto.confirm',
  'veto.lift',
  'settlement.seal',
  'settlement.supersede',
  'filing.send',
  'filing.approve',
  'filing.return',
  'filing.archive',
]);

/** A role is granted only where it excludes none that the person holds on the same days (permission/exclusive.ts counts them). */
export const grantable: Guard<{ readonly conflicts: number }> = must(
  'right.exclusive',
  ({ conflicts }) => conflicts === 0,
);
