import type { Points } from '#domain/kernel/points.ts';

/** The grades of a democratic appraisal 民主评议等次. */
export const APPRAISAL_GRADES = ['excellent', 'qualified', 'basic', 'unqualified'] as const;

/** One of these grades: 优秀, 合格, 基本合格, 不合格. */
export type AppraisalGrade = (typeof APPRAISAL_GRADES)[number];

/** What of a sealed year a proposal rests on. */
export type Settled = {
  readonly member: string;
  readonly standing: string | null;
  readonly total: Points;
  readonly rank: number | null;
  readonly grade: string | null;
};

/** A grade as proposed 拟定等次, never decided by it; null where the scheme has a hole, below base, or for whom none is given. */
export type GradeProposal = {
  readonly member: string;
  readonly band: string | null;
  readonly grade: AppraisalGrade | null;
  /** Below base: the member may be considered, which is no grade (product §3.11). */
  readonly mayBeConsidered: boolean;
};

/** The bands of the source and the grades of the rules, by their words. */
const BY_BAND: ReadonlyMap<string, AppraisalGrade> = new Map([
  ['好', 'excellent'],
  ['优秀', 'excellent'],
  ['一般', 'qualified'],
  ['合格', 'qualified'],
  ['差', 'basic'],
  ['基本合格', 'basic'],
]);

/**
 * Proposes grades 拟定等次 from a sealed year (§四(一), product §3.11): 好 is a candidate for 优秀 while there are places, else 合格; 一般 is 合格; 差 is 基本合格;
 * below base is considered and never proposed as 不合格. `base` in 1/10000 point, undefined where the scheme opens with none. A tie is not split.
 */
export function proposeGrades(
  settled: readonly Settled[],
  base: Points | undefined,
  places: number,
): readonly GradeProposal[] {
  return settled.map((one) => {
    const { member, standing, total, rank, grade: band } = one;
    const graded = standing !== null && standing !== 'probationary';
    const mayBeConsidered = graded && base !== undefined && total < base;
    const found = band === null || !graded || mayBeConsidered ? null : (BY_BAND.get(band) ?? null);
    // Who shares the last place with more than there are places is left to the meeting.
    const before = settled.filter((other) => other.rank !== null && rank !== null && other.rank <= rank).length;
    const grade = found === 'excellent' && (rank === null || before > places) ? 'qualified' : found;
    return { member, band, grade, mayBeConsidered };
  });
}
