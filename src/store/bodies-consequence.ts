import type { Day } from '#domain/kernel/day.ts';
import type { AppraisalGrade, GradeProposal } from '#domain/process/appraisal-grade.ts';
import type { TalkRecord } from '#domain/process/talk.ts';

/** What every consequence 积分运用 says: the year and the rule of the scheme that it rests on, and why. */
export type Resting = { readonly year: string; readonly rule: string; readonly words?: string; readonly by: string };

/** A grade as the meeting decided it 评定等次, with its reason; a decision of its own stands behind 不合格. */
export type Decided = {
  readonly member: string;
  readonly grade: AppraisalGrade;
  readonly reason: string;
  readonly motion?: string;
};

/** A rung of the ladder as it was taken 处置记录. */
export type Rung = {
  readonly state: string;
  readonly day: Day;
  readonly rule: string;
  readonly motion?: string;
  readonly hearing?: string;
  readonly approval?: string;
};

/** The content of appraisal and consequences 民主评议、积分运用 (§四). */
export type ConsequenceBodies = {
  readonly appraisal: {
    readonly settlement: number;
    readonly proposals: readonly GradeProposal[];
    readonly assembly?: string;
    readonly motion?: string;
    readonly grades?: readonly Decided[];
    readonly told?: Day;
  };
  /** What a member wrote about itself, or another about it, in an appraisal, which is its parent. */
  readonly assessment: { readonly kind: 'self' | 'peer'; readonly by: string; readonly words: string };
  readonly commendation: Resting & {
    readonly kind: 'commend' | 'bar';
    readonly title: string;
    readonly ends: Day;
    readonly motion?: string;
    readonly reason?: string;
  };
  readonly talk: Resting & {
    /** The superior's order that it is to be 诫勉. */
    readonly ordered?: { readonly by: string; readonly number: string; readonly day: Day };
    readonly admonition?: boolean;
    readonly record?: TalkRecord;
    readonly signed?: { readonly by: string; readonly day: Day };
    readonly reason?: string;
  };
  readonly improvement: Resting & {
    readonly plan?: string;
    readonly helper?: string;
    readonly begins?: Day;
    readonly last?: Day;
    readonly reason?: string;
  };
  readonly disposition: Resting & {
    readonly rungs: readonly Rung[];
    /** What the superior approved, each for one rung. */
    readonly approvals: readonly { readonly rung: string; readonly number: string; readonly by: string }[];
    readonly improvement?: string;
    readonly away?: Day;
    readonly reason?: string;
  };
};
