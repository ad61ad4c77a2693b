import type { Points } from '#domain/kernel/points.ts';
import { type Adjustment, type Explanation, LEAF, NONE } from './explanation.ts';
import { bound, type Risen } from './fold.ts';
import type { Plan, PlanItem } from './plan.ts';
import { treeOf } from './tree.ts';

/** What each item of a plan comes to without any fact: the same for every member of the plan, so made once and shared. */
export function idleItems(plan: Plan): readonly Risen[] {
  return plan.items.map(idleItem);
}

function idleItem(item: PlanItem): Risen {
  const adjustments: Adjustment[] = [];
  const { inside: points } = bound(item.opens, 0, item, adjustments);
  return risen(item, points, adjustments.length === 0 ? NONE : adjustments, LEAF);
}

/** An item with its points, inside the caps above or past them. */
export function risen(
  item: PlanItem,
  points: Points,
  adjustments: readonly Adjustment[],
  children: readonly Explanation[],
): Risen {
  const outside = item.outside ? points : 0;
  return { inside: points - outside, outside, tree: treeOf(item, points, outside, item.opens, adjustments, children) };
}
