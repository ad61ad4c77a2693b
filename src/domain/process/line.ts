import type { Day } from '#domain/kernel/day.ts';
import type { ByMotion, Heard, Reasoned, TwoPersons } from './guards.ts';
import type { MonthState } from './month.ts';
import type { Concerned, ReviewVote } from './recusal.ts';
import type { ReviewState } from './review.ts';
import type { Plain } from './step.ts';

/** The states of a line 事项: one proposed or decided fact about one member under one item. */
export type LineState =
  | 'draft'
  | 'proposed'
  | 'submitted'
  | 'in-review'
  | 'accepted'
  | 'adjusted'
  | 'declined'
  | 'referred'
  | 'determined'
  | 'reversed'
  | 'withdrawn'
  | 'rejected';

/**
 * What is submitted: its day, whether the scheme of that day has the item and leaves it to declarations, and the month of its day.
 * A fact of a determined quarter can still come as a `supplement` 补充事项: it is reviewed with the month that runs and goes to the next meeting (product §3.9).
 */
export type Submitted = {
  readonly today: Day;
  readonly day: Day;
  readonly item: 'open' | 'not-open' | 'unknown';
  readonly month: MonthState | 'none';
  readonly supplement: boolean;
  /** Whether an opening of the member speaks for the day already. */
  readonly covered: boolean;
};

/** What the reviewing body decided, and on what: `cites` says that item and fact are named. `month` is the one in which it is reviewed, `twoNeeded` comes from four-eyes.ts. */
export type ReviewDecision = TwoPersons & {
  readonly session: ReviewState;
  readonly month: MonthState | 'none';
  readonly vote: ReviewVote;
  readonly concerned: Concerned;
  readonly cites: boolean;
  readonly twoNeeded: boolean;
};

/** What each act on a line must know. */
export type LineActs = {
  'declaration.draft': Plain;
  'declaration.edit': Plain;
  'declaration.discard': Plain;
  'declaration.submit': Submitted;
  'declaration.withdraw': Plain;
  'declaration.enter': Plain;
  'declaration.batch': Plain;
  'declaration.prefill': Plain;
  'declaration.confirm': Submitted & { readonly readBack: boolean };
  'declaration.verify': { readonly by: string; readonly verifier: string; readonly concerned: Concerned };
  'review.propose': { readonly cites: boolean; readonly covered: boolean };
  'review.serve': Pick<Heard, 'hearing'>;
  'review.take': Heard & {
    readonly session: ReviewState;
    readonly month: MonthState | 'none';
    readonly verified: boolean;
  };
  'review.accept': ReviewDecision & Reasoned & { readonly reasonNeeded: boolean };
  'review.adjust': ReviewDecision & Reasoned;
  'review.decline': ReviewDecision & Reasoned;
  'review.refer': Pick<ReviewDecision, 'session' | 'vote' | 'concerned'>;
  'line.determine': ByMotion & Heard & { readonly briefed: boolean };
  'line.reject': ByMotion & Reasoned;
  'line.reverse': TwoPersons & { readonly finding: string };
};
