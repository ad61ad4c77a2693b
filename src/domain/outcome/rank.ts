import type { Points } from '#domain/kernel/points.ts';
import { floorShare, type Ratio } from '#domain/kernel/ratio.ts';

/** Where a ranked member stands: at the front 靠前, at the rear 靠后, or between. */
export type Position = 'front' | 'rear' | 'middle';

/** A rank 位次: 1-2-2-4 among `of` ranked members, and whether it is at the front or the rear. */
export type Rank = { readonly rank: number; readonly of: number; readonly position: Position };

/** The share of the ranked that is the front, and that is the rear, when a scheme gives no number (product §4). */
export const THIRD: Ratio = { num: 1, den: 3 };

/**
 * Ranks 排名 members by exact points: 1-2-2-4; front = ⌊n × share⌋ widened by ties, rear = ⌊n × share⌋ narrowed so that no tie is split (product §4).
 * `totals` in 1/10000 point, in any order; the answer stands in the same order.
 */
export function rankAll(totals: readonly Points[], front: Ratio = THIRD, rear: Ratio = THIRD): readonly Rank[] {
  const count = totals.length;
  const sorted = Float64Array.from(totals).toSorted().toReversed();
  const places = new Map<number, { first: number; last: number }>();
  for (const [at, total] of sorted.entries()) {
    const known = places.get(total);
    if (known) known.last = at + 1;
    else places.set(total, { first: at + 1, last: at + 1 });
  }
  const frontSize = floorShare(count, front);
  const rearSize = floorShare(count, rear);
  return totals.map((total) => {
    const { first = 1 } = places.get(total) ?? {};
    // All who share a place at the border come to the front; at the rear all of them must fit, or none does.
    const position = first <= frontSize ? 'front' : first > count - rearSize ? 'rear' : 'middle';
    return { rank: first, of: count, position };
  });
}
