import type { Points } from '#domain/kernel/points.ts';
import { type Condition, inRange, TOTAL } from '#domain/scheme/condition.ts';
import type { Grade } from '#domain/scheme/document.ts';
import type { Position } from './rank.ts';

/** Why a grade was proposed or none was: codes whose words stand in the catalogue. */
export const GRADE_REASONS = [
  'band',
  'veto',
  'not-front',
  'not-rear',
  'not-ranked',
  'requires',
  'no-band',
  'no-grades',
  'not-graded',
  'not-member',
  'quota-over',
  'quota-least',
] as const;

/** One of these reasons. */
export type GradeReason = (typeof GRADE_REASONS)[number];

/** A proposed grade 等次: always a person's decision; null in a hole of the scheme, with the reason (product §3.11). */
export type Proposal = {
  readonly grade: string | null;
  readonly reason: GradeReason;
  readonly clause?: string;
  /** What the scheme itself adds to the band, such as that it may only be considered (product §3.11). */
  readonly note?: string;
};

/** What a grade's conditions may ask about a member. */
export type Graded = {
  readonly total: Points;
  readonly category?: string;
  readonly position?: Position;
  readonly pointsOf: (node: string) => Points | undefined;
  /** What an item's facts measure over the year, or in each period of it. */
  readonly measured: (item: string, what: 'quantity' | 'count', over: 'period' | 'year') => readonly number[];
  readonly periodTotals: readonly Points[];
};

/** The bands that are for a member's category: those that name it, else those that name none. */
export function bandsFor(grades: readonly Grade[], category: string | undefined): readonly Grade[] {
  const own = grades.filter((grade) => category !== undefined && grade.for?.includes(category));
  return own.length > 0 ? own : grades.filter((grade) => !grade.for);
}

/** Proposes a grade 拟定等次 from bands, place and conditions (§四(一)); the first band that fits wholly, else the reason of the first that fits by points. */
export function proposeGrade(grades: readonly Grade[], member: Graded): Proposal {
  if (grades.length === 0) return { grade: null, reason: 'no-grades' };
  let missed: Proposal | undefined;
  for (const band of bandsFor(grades, member.category)) {
    if (!inRange(member.total, band)) continue;
    const reason = missing(band, member);
    const { clause, note } = band;
    const said = { ...(clause !== undefined && { clause }), ...(note !== undefined && { note }) };
    if (reason === undefined) return { grade: band.label, reason: 'band', ...said };
    missed ??= { grade: null, reason, ...said };
  }
  return missed ?? { grade: null, reason: 'no-band' };
}

function missing(band: Grade, member: Graded): GradeReason | undefined {
  if (band.rank !== undefined && member.position === undefined) return 'not-ranked';
  if (band.rank === 'front' && member.position !== 'front') return 'not-front';
  if (band.rank === 'rear' && member.position !== 'rear') return 'not-rear';
  return band.requires?.every((condition) => meets(condition, member)) === false ? 'requires' : undefined;
}

/** Whether a condition on a year's result holds; `inARow` looks at the totals of the periods. */
export function meets(condition: Condition, member: Graded): boolean {
  if (condition.inARow !== undefined) return longestRun(member.periodTotals, condition) >= condition.inARow;
  const what = condition.measure ?? 'points';
  if (what !== 'points')
    return member.measured(condition.of, what, condition.over ?? 'year').some((number) => inRange(number, condition));
  const points = condition.of === TOTAL ? member.total : member.pointsOf(condition.of);
  return points !== undefined && inRange(points, condition);
}

function longestRun(totals: readonly Points[], condition: Condition): number {
  let run = 0;
  let longest = 0;
  for (const total of totals) {
    run = inRange(total, condition) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
