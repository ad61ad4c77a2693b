import type { MemberYear } from './branch-year.ts';

/** What is shown of a member's year 年度结果, as plain data that can be compared: points in 1/10000, null where there is none. */
export type Claim = {
  readonly member: string;
  readonly standing: string | null;
  readonly category: string | null;
  readonly total: number;
  readonly vetoed: boolean;
  readonly components: Readonly<Record<string, number>>;
  readonly periods: Readonly<Record<string, number>>;
  readonly rank: number | null;
  readonly of: number | null;
  readonly position: string | null;
  readonly unranked: string | null;
  readonly grade: string | null;
  readonly gradeReason: string;
  readonly warnings: readonly string[];
};

/** What an archive claims of a member's year, and what a verifier recomputes (product §5.10). */
export function claimOf({ member, status, evaluation, rank, unranked, proposal, warnings }: MemberYear): Claim {
  return {
    member: member.id,
    standing: status?.standing ?? null,
    category: status?.category ?? null,
    total: evaluation.total,
    vetoed: evaluation.vetoed,
    components: Object.fromEntries(evaluation.components),
    periods: Object.fromEntries(evaluation.periods.map(({ period, total }) => [period.id, total])),
    rank: rank?.rank ?? null,
    of: rank?.of ?? null,
    position: rank?.position ?? null,
    unranked: unranked ?? null,
    grade: proposal.grade,
    gradeReason: proposal.reason,
    warnings: [...warnings],
  };
}
