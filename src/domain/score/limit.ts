import type { Points } from '#domain/kernel/points.ts';
import type { Adjustment } from './explanation.ts';
import type { PlanLimit } from './plan.ts';
import { cut, keepBest, sumOf, type Units, withoutEarliest } from './unit.ts';

/** What a limit of an item left in one stretch in earlier periods of the year, so that a yearly cap holds over quarters scored by themselves; by item, limit and stretch. */
export type Used = Map<string, { readonly points: Points; readonly count: number }>;

/** Names the stretch in which units of a leaf lie. */
export type KeyOf = (per: PlanLimit['per'], leaf: number) => string;

type Outcome = { readonly left: readonly Units[]; readonly adjustments: readonly Adjustment[] };

function byStretch(list: readonly Units[], per: PlanLimit['per'], keyOf: KeyOf): Map<string, Units[]> {
  const stretches = new Map<string, Units[]>();
  for (const one of list) {
    const key = keyOf(per, one.leaf);
    const known = stretches.get(key);
    if (known) known.push(one);
    else stretches.set(key, [one]);
  }
  return stretches;
}

function countOf(list: readonly Units[]): number {
  let count = 0;
  for (const one of list) if (!one.addOn) count += one.count;
  return count;
}

/** Lets the first occurrences of each stretch go free 免扣 (product §4: the earliest). */
export function applyFree(
  list: readonly Units[],
  free: { readonly count: number; readonly per: PlanLimit['per'] },
  keyOf: KeyOf,
  used: Used,
  item: string,
): Outcome {
  const adjustments: Adjustment[] = [];
  const left: Units[] = [];
  for (const [key, part] of byStretch(list, free.per, keyOf)) {
    const name = `${item}:free:${free.per}:${key}`;
    const before = used.get(name)?.count ?? 0;
    const after = withoutEarliest(part, Math.max(0, free.count - before));
    used.set(name, { points: 0, count: before + countOf(part) });
    const delta = sumOf(after) - sumOf(part);
    if (countOf(after) !== countOf(part))
      adjustments.push({ kind: 'free', delta, limit: free.count, per: free.per, key });
    left.push(...after);
  }
  return { left, adjustments };
}

/** Applies one limit 上限/下限 to each of its stretches: count first, then cap, then floor. */
export function applyLimit(list: readonly Units[], limit: PlanLimit, keyOf: KeyOf, used: Used, item: string): Outcome {
  const adjustments: Adjustment[] = [];
  const left: Units[] = [];
  const { per } = limit;
  for (const [key, part] of byStretch(list, per, keyOf)) {
    const name = `${item}:${JSON.stringify(limit)}:${key}`;
    const before = used.get(name) ?? { points: 0, count: 0 };
    let after: readonly Units[] = part;
    const step = (kind: 'count' | 'cap' | 'floor', bound: number, next: readonly Units[]): void => {
      const delta = sumOf(next) - sumOf(after);
      if (delta !== 0 || countOf(next) !== countOf(after)) adjustments.push({ kind, delta, limit: bound, per, key });
      after = next;
    };
    if (limit.count !== undefined && countOf(after) + before.count > limit.count)
      step('count', limit.count, keepBest(after, Math.max(0, limit.count - before.count)));
    const over = sumOf(after) + before.points - (limit.cap ?? Infinity);
    if (limit.cap !== undefined && over > 0) step('cap', limit.cap, cut(after, over, 1));
    const under = (limit.floor ?? -Infinity) - sumOf(after) - before.points;
    if (limit.floor !== undefined && under > 0) step('floor', limit.floor, cut(after, under, -1));
    used.set(name, { points: before.points + sumOf(after), count: before.count + countOf(after) });
    left.push(...after);
  }
  return { left, adjustments };
}
