import type { Points } from '#domain/kernel/points.ts';
import type { Adjustment } from './explanation.ts';
import type { Loose } from './fold.ts';
import type { ItemResult } from './item.ts';
import { applyLimit, type Used } from './limit.ts';
import type { PlanNode } from './plan.ts';
import { type Stretches, scopeKey } from './scope.ts';
import { cut, sumOf } from './unit.ts';

/** The dated occurrences of an item, brought to what the item came to without its opening: what its own cap cut is cut here too. */
export function looseOf(result: ItemResult, points: Points): readonly Loose[] {
  const loose = result.left.map((units): Loose => {
    const leaf = result.leaves[units.leaf];
    return { units, fact: leaf?.fact ?? leaf?.facts?.at(-1) };
  });
  return fitted(loose, points);
}

/** Brings occurrences to a sum that caps, floors or factors made of them, the smallest changing first. */
export function fitted(loose: readonly Loose[], points: Points): readonly Loose[] {
  const units = loose.map((one, leaf) => ({ ...one.units, leaf }));
  const excess = sumOf(units) - points;
  if (excess === 0) return loose;
  return cut(units, Math.abs(excess), excess > 0 ? 1 : -1).map((one) => ({ units: one, fact: loose[one.leaf]?.fact }));
}

/** Holds the occurrences of all parts of a component or group to its own limits by stretch (每季本类最多, 同一事项取最高). */
export function limited(
  node: PlanNode,
  loose: readonly Loose[],
  stretches: Stretches,
  used: Used | undefined,
  adjustments: Adjustment[],
): readonly Loose[] {
  const keyOf = (per: Parameters<typeof scopeKey>[0], leaf: number): string => {
    const fact = loose[leaf]?.fact;
    return fact ? scopeKey(per, fact, leaf, stretches) : 'year';
  };
  let left = loose.map((one, leaf) => ({ ...one.units, leaf }));
  for (const limit of node.limits) left = [...applyLimit(left, limit, keyOf, used, node.id, adjustments)];
  return left.map((one) => ({ units: one, fact: loose[one.leaf]?.fact }));
}
