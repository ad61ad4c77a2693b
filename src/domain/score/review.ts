import { divideRounded, ONCE } from '#domain/kernel/points.ts';
import { ONE, type Ratio, timesRatio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { ReviewSetting } from '#domain/scheme/document.ts';
import { named } from './sorted-facts.ts';

/** The ratings of one review, by its id or label. */
function ratingsOf(review: ReviewSetting, facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact) => named(fact) === review.id || named(fact) === review.label);
}

function meanOf(list: readonly Fact[]): number | undefined {
  let sum = 0;
  let count = 0;
  for (const { score, points } of list) {
    const mark = score ?? points;
    if (mark === undefined) continue;
    sum += mark;
    count++;
  }
  return count === 0 ? undefined : divideRounded(sum, count);
}

/**
 * The result of a review 测评 as a share of its full marks: the mean of each kind of rater, then their weighted mean
 * (members + branch + public over 3). A kind without a rating is left out; undefined without any. Means round to 1/10000.
 */
export function reviewShare(review: ReviewSetting, facts: readonly Fact[]): Ratio | undefined {
  const own = ratingsOf(review, facts);
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

/** What the explanation shows of a review: the mean of each kind of rater, none where that kind did not rate; never a single rating. */
export function reviewMeans(review: ReviewSetting, facts: readonly Fact[]): readonly Fact[] {
  const own = ratingsOf(review, facts);
  const day = own.at(-1)?.day ?? '';
  const shown = (rater: string | undefined, mean: number | undefined): Fact => ({
    item: `review:${review.id}`,
    day,
    ...(rater !== undefined && { rater }),
    ...(mean !== undefined && { score: mean }),
  });
  if (!review.raters) return [shown(undefined, meanOf(own))];
  return review.raters.map(({ id }) => shown(id, meanOf(own.filter((fact) => fact.rater === id))));
}

/** A result lies between nothing and full marks, whatever was written: a share above 1 would lift totals past every exact whole number. */
function held(mean: number, full: number): number {
  return Math.max(0, Math.min(mean, full));
}
