import { POINT, type Points } from '#domain/kernel/points.ts';

/** A bar of the distribution: `count` totals in [from, to), open at an end without a number. */
export type Bin = { readonly from?: Points; readonly to?: Points; readonly count: number };

/** Fewer people than this in one bar could be told apart (product §6). */
export const FEWEST = 3;

/** How wide a bar is before it is merged. */
const WIDTH = 5 * POINT;

/**
 * The distribution 分布 of totals, best first, so that nobody can be picked out: bars of five points, each with fewer than three people joined to the next
 * one below, what is left at the bottom to the one above; both ends are open, so that neither the best nor the lowest total shows. None for fewer than three.
 */
export function distribute(totals: readonly Points[]): readonly Bin[] | undefined {
  if (totals.length < FEWEST) return undefined;
  const counts = new Map<number, number>();
  for (const total of totals) {
    const step = Math.floor(total / WIDTH);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const steps = [...counts.keys()].toSorted((a, b) => b - a);
  const bars: { from: number; count: number }[] = [];
  let count = 0;
  for (const step of steps) {
    count += counts.get(step) ?? 0;
    if (count < FEWEST) continue;
    bars.push({ from: step * WIDTH, count });
    count = 0;
  }
  const last = bars.at(-1);
  if (last) last.count += count;
  return bars.map((bar, at) => ({
    ...(at < bars.length - 1 && { from: bar.from }),
    ...(at > 0 && { to: bars[at - 1]?.from ?? 0 }),
    count: bar.count,
  }));
}
