import { ceilShare, floorShare } from '#domain/kernel/ratio.ts';
import type { Quota } from '#domain/scheme/document.ts';
import type { Proposal } from './grade.ts';

/** A graded member as a quota sees them: the rank among the ranked, if any, and the grade proposed so far. */
export type Candidate = { readonly rank: number | undefined; proposal: Proposal };

/**
 * Holds the proposals to the scheme's quotas 名额: a grade's most (a share or allotted places) takes the best, a grade's least takes the last.
 * A tie at the border is never split: for a most all of them stay out, for a least none is drawn in. Changes `proposal` in place.
 */
export function applyQuotas(quotas: readonly Quota[], candidates: readonly Candidate[]): void {
  const ranked = candidates.filter((one) => one.rank !== undefined).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  for (const quota of quotas) {
    const holds = (one: Candidate): boolean => one.proposal.grade !== null && quota.grades.includes(one.proposal.grade);
    const clause = quota.clause === undefined ? {} : { clause: quota.clause };
    const most = Math.min(quota.max ? floorShare(ranked.length, quota.max) : Infinity, quota.places ?? Infinity);
    const holders = ranked.filter(holds);
    if (holders.length > most) {
      const first = holders[most]?.rank ?? 0;
      for (const one of holders)
        if ((one.rank ?? 0) >= first) one.proposal = { grade: quota.into ?? null, reason: 'quota-over', ...clause };
    }
    if (!quota.min) continue;
    const least = ceilShare(ranked.length, quota.min);
    const others = ranked.filter((one) => !holds(one));
    const wanted = least - ranked.filter(holds).length;
    if (wanted <= 0) continue;
    const border = others[others.length - wanted - 1]?.rank;
    const into = quota.into ?? quota.grades[0] ?? null;
    for (const one of others.slice(-wanted))
      if (one.rank !== border) one.proposal = { grade: into, reason: 'quota-least', ...clause };
  }
}
