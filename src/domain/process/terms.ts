import type { Ratio } from '#domain/kernel/ratio.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import type { VotingLaw } from './voting.ts';

/** The terms 期限 and periods that a scheme may set. */
type SchemeTerms = NonNullable<Scheme['document']['terms']>;

/** The names of the terms with a length. */
export type TermName =
  | 'hearingDays'
  | 'noticeDays'
  | 'objectionReplyDays'
  | 'questionReplyDays'
  | 'appealReplyMonths'
  | 'improvementMonths';

/** A term of the process: what it is counted in, its length unless set, the bounds it is held to, and the acts it lies between. */
export type TermRule = {
  readonly unit: 'working-days' | 'months';
  readonly otherwise: number;
  readonly least: number;
  readonly most: number;
  readonly begins: string;
  readonly ends: string;
  readonly clause: string;
};

/** The longest a term without a maximum of its own can be, in working days: what a scheme may write. */
const LONGEST = 365;

/** Which term each step has 各环节期限 (product §3 preamble): defaults and the minima and maxima that protect members. */
export const TERMS: Readonly<Record<TermName, TermRule>> = {
  hearingDays: {
    unit: 'working-days',
    otherwise: 5,
    least: 3,
    most: LONGEST,
    begins: 'hearing.serve',
    ends: 'hearing.lapse',
    clause: '§三(一)',
  },
  noticeDays: {
    unit: 'working-days',
    otherwise: 5,
    least: 5,
    most: LONGEST,
    begins: 'notice.post',
    ends: 'notice.close',
    clause: '§三(四)',
  },
  objectionReplyDays: {
    unit: 'working-days',
    otherwise: 15,
    least: 1,
    most: 15,
    begins: 'objection.raise',
    ends: 'objection.answer',
    clause: '§三(四)',
  },
  questionReplyDays: {
    unit: 'working-days',
    otherwise: 10,
    least: 1,
    most: 10,
    begins: 'question.raise',
    ends: 'question.answer',
    clause: '§五(三)',
  },
  appealReplyMonths: {
    unit: 'months',
    otherwise: 3,
    least: 1,
    most: 3,
    begins: 'appeal.lodge',
    ends: 'appeal.answer',
    clause: '§三(四)',
  },
  improvementMonths: {
    unit: 'months',
    otherwise: 12,
    least: 1,
    most: 12,
    begins: 'improvement.start',
    ends: 'improvement.miss',
    clause: '§四(三)',
  },
};

/** The names of the terms, in the order of the table. */
export const TERM_NAMES = Object.keys(TERMS) as readonly TermName[];

/** What a branch has set for itself 支部设定; what it leaves out is as the scheme has it. */
export type BranchSettings = {
  readonly [N in TermName | 'quorum' | 'majority']?: N extends TermName ? number : Ratio;
};

/** How long each term is, in its unit, and the shares of the vote. */
export type Terms = Readonly<Record<TermName, number>> & {
  readonly voting: VotingLaw;
  readonly declare: NonNullable<SchemeTerms['declare']>;
  readonly review: NonNullable<SchemeTerms['review']>;
  readonly determine: NonNullable<SchemeTerms['determine']>;
};

/** A number held to the bounds of its term: nothing set can take from a member what the minimum or maximum gives. */
function held(name: TermName, set: number | undefined): number {
  const { otherwise, least, most } = TERMS[name];
  return set === undefined || !Number.isInteger(set) ? otherwise : Math.min(most, Math.max(least, set));
}

const HALF: Ratio = { num: 1, den: 2 };

/** A share held to at least half and at most the whole. */
function heldShare(set: Ratio | undefined): Ratio {
  if (!set || set.num * 2 < set.den) return HALF;
  return set.num > set.den ? { num: 1, den: 1 } : set;
}

/** The larger of two shares. */
function stricter(one: Ratio, other: Ratio): Ratio {
  return one.num * other.den >= other.num * one.den ? one : other;
}

/**
 * The terms that hold in a branch 适用期限: its own settings, else the scheme's, else the defaults, each held to its bounds.
 * Of two shares of the vote the stricter holds: a setting may not loosen what the scheme was adopted with.
 */
export function termsOf(scheme: SchemeTerms = {}, branch: BranchSettings = {}): Terms {
  const length = (name: TermName): number =>
    held(name, branch[name] ?? (name === 'questionReplyDays' ? undefined : scheme[name]));
  const share = (name: 'quorum' | 'majority'): Ratio => stricter(heldShare(scheme[name]), heldShare(branch[name]));
  return {
    hearingDays: length('hearingDays'),
    noticeDays: length('noticeDays'),
    objectionReplyDays: length('objectionReplyDays'),
    questionReplyDays: length('questionReplyDays'),
    appealReplyMonths: length('appealReplyMonths'),
    improvementMonths: length('improvementMonths'),
    voting: { quorum: share('quorum'), majority: share('majority') },
    declare: scheme.declare ?? 'month',
    review: scheme.review ?? 'month',
    determine: scheme.determine ?? 'quarter',
  };
}
