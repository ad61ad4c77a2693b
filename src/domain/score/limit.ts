import type { Points } from '#domain/kernel/points.ts';
import type { Adjustment } from './explanation.ts';
import type { PlanLimit } from './plan.ts';
import { cut, keepBest, sumOf, type Units, withoutEarliest } from './unit.ts';

/** What a limit of an item left in one stretch in earlier periods of the year, so that a yearly cap holds over quarters scored by themselves; by item, limit and stretch. */
export type Used = Map<string, { readonly points: Points; readonly count: number }>;

/** Names the stretch in which units of a leaf lie. */
export type KeyOf = (per: PlanLimit['per'], leaf: number) => string;

type Outcome = { readonly left: readonly Units[]; readonly adjustments: readonly Adjustment[] };

/** Calls for each stretch with its units; one stretch needs no sorting out. */
function eachStretch(
  list: readonly Units[],
  per: PlanLimit['per'],
  keyOf: KeyOf,
  visit: (key: string, part: readonly Units[]) => void,
): void {
  const [first] = list;
  if (!first) return;
  if (list.length === 1 || per === 'year') {
    visit(keyOf(per, first.leaf), list);
    return;
  }
  const stretches = new Map<string, Units[]>();
  for (const one of list) {
    const key = keyOf(per, one.leaf);
    const known = stretches.get(key);
    if (known) known.push(one);
    else stretches.set(key, [one]);
  }
  for (const [key, part] of stretches) visit(key, part);
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
  used: Used | undefined,
  item: string,
): Outcome {
  const adjustments: Adjustment[] = [];
  const left: Units[] = [];
  eachStretch(list, free.per, keyOf, (key, part) => {
    const name = used ? `${item}:free:${free.per}:${key}` : '';
    const before = used?.get(name)?.count ?? 0;
    const after = withoutEarliest(part, Math.max(0, free.count - before));
    used?.set(name, { points: 0, count: before + countOf(part) });
    const delta = sumOf(after) - sumOf(part);
    if (countOf(after) !== countOf(part))
      adjustments.push({ kind: 'free', delta, limit: free.count, per: free.per, key });
    left.push(...after);
  });
  return { left, adjustments };
}

/** Applies one limit 上限/下限 to each of its stretches: count first, then cap, then floor. The list itself comes back where nothing was cut. */
export function applyLimit(
  list: readonly Units[],
  limit: PlanLimit,
  keyOf: KeyOf,
  used: Used | undefined,
  item: string,
  adjustments: Adjustment[],
): readonly Units[] {
  const { per } = limit;
  const before = adjustments.length;
  const left: Units[] = [];
  eachStretch(list, per, keyOf, (key, part) => {
    const after = limitStretch(part, limit, key, used, item, adjustments);
    for (const one of after) left.push(one);
  });
  return adjustments.length === before ? list : left;
}

function limitStretch(
  part: readonly Units[],
  limit: PlanLimit,
  key: string,
  used: Used | undefined,
  item: string,
  adjustments: Adjustment[],
): readonly Units[] {
  const { per, count, cap, floor } = limit;
  const name = used ? `${item}:${JSON.stringify(limit)}:${key}` : '';
  const before = used?.get(name);
  let after = part;
  const step = (kind: 'count' | 'cap' | 'floor', bound: number, next: readonly Units[]): void => {
    adjustments.push({ kind, delta: sumOf(next) - sumOf(after), limit: bound, per, key });
    after = next;
  };
  const counted = before?.count ?? 0;
  if (count !== undefined && countOf(after) + counted > count)
    step('count', count, keepBest(after, Math.max(0, count - counted)));
  const earlier = before?.points ?? 0;
  const over = cap === undefined ? 0 : sumOf(after) + earlier - cap;
  if (cap !== undefined && over > 0) step('cap', cap, cut(after, over, 1));
  const under = floor === undefined ? 0 : floor - sumOf(after) - earlier;
  if (floor !== undefined && under > 0) step('floor', floor, cut(after, under, -1));
  used?.set(name, { points: earlier + sumOf(after), count: counted + countOf(after) });
  return after;
}
