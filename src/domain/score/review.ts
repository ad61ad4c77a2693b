import { divideRounded, ONCE } from '#domain/kernel/points.ts';
import { ONE, type Ratio, timesRatio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { ReviewSetting } from '#domain/scheme/document.ts';
import { named } from './sorted-facts.ts';

/**
 * The result of a review 测评 as a share of its full marks: the mean of each kind of rater, then their weighted mean
 * (members + branch + public over 3). A kind without a rating is left out; undefined without any. Means round to 1/10000.
 */
export function reviewShare(review: ReviewSetting, facts: readonly Fact[]): Ratio | undefined {
  const own = facts.filter((fact) => named(fact) === review.id || named(fact) === review.label);
  const mark = (fact: Fact): number | undefined => fact.score ?? fact.points;
  const meanOf = (list: readonly Fact[]): number | undefined => {
    const marks = list.map(mark).filter((one) => one !== undefined);
    return marks.length === 0
      ? undefined
      : divideRounded(
          marks.reduce((sum, one) => sum + one, 0),
          marks.length,
        );
  };
  const full = review.of ?? 100 * ONCE;
  if (!review.raters) {
    const mean = meanOf(own);
    return mean === undefined ? undefined : { num: held(mean, full), den: full };
  }
  let sum = 0;
  let weights = 0;
  for (const { id, weight = ONE } of review.raters) {
    const mean = meanOf(own.filter((fact) => fact.rater === id));
    if (mean === undefined) continue;
    // Weights become whole millionths, so that the mean divides once.
    const share = timesRatio(1_000_000, weight);
    sum += mean * share;
    weights += share;
  }
  return weights === 0 ? undefined : { num: held(divideRounded(sum, weights), full), den: full };
}

/** A result lies between nothing and full marks, whatever was written: a share above 1 would lift totals past every exact whole number. */
function held(mean: number, full: number): number {
  return Math.max(0, Math.min(mean, full));
}
