import type { Day, Span } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Ratio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { Period } from './cycle.ts';

/** Where a member stands among the branch by an item's number: place 1 is the largest, `of` how many have one. */
export type Placing = { readonly place: number; readonly of: number };

/** What a member's score takes from the branch as a whole: the mean opening for newcomers, places by item. Absent without a branch. */
export type BranchFigures = {
  readonly meanOpening?: ReadonlyMap<string, Points>;
  readonly places?: ReadonlyMap<string, Placing>;
};

/** Whose score is asked for: the member with dated history, the facts of the year in any order, and what comes from the branch. */
export type Subject = {
  readonly facts: readonly Fact[];
  readonly member?: Member;
  readonly figures?: BranchFigures;
};

/** What is fixed while the items of one member and one period are scored. */
export type Setting = {
  readonly span: Span;
  readonly asOf: Day;
  readonly year: Span;
  readonly firstMonth: number;
  readonly periods: readonly Period[];
  /** Whether no later period of the year has begun: what is asked of the year to date is asked then. */
  readonly isLast: boolean;
  readonly figures: BranchFigures;
  /** Whether the member was in the branch on a day. */
  readonly present: (day: Day) => boolean;
  /** All facts of an item in the span, or in the year to date. */
  readonly factsOf: (item: string, over: 'period' | 'year') => readonly Fact[];
  /** The result of a review as a share of its full marks; undefined without ratings. */
  readonly reviewShare: (review: string) => Ratio | undefined;
  /** What the explanation shows of a review: the mean of each kind of rater. */
  readonly reviewMeans: (review: string) => readonly Fact[];
};
