import type { Points } from '#domain/kernel/points.ts';
import { type Adjustment, type Explanation, LEAF, NONE } from './explanation.ts';
import type { ItemResult } from './item.ts';
import type { Leaf } from './leaf.ts';
import type { PlanItem, PlanNode } from './plan.ts';

/** A node of the explanation for a node of the plan. */
export function treeOf(
  node: PlanNode | PlanItem,
  numbers: { readonly points: Points; readonly outside: Points; readonly opens: Points },
  adjustments: readonly Adjustment[],
  children: readonly Explanation[],
): Explanation {
  return {
    kind: node.kind,
    id: node.id,
    label: node.label,
    points: numbers.points,
    ...(node.clause !== undefined && { clause: node.clause }),
    ...(node.source !== undefined && { source: node.source }),
    ...(numbers.outside !== 0 && { outside: numbers.outside }),
    ...(numbers.opens !== 0 && { opens: numbers.opens }),
    adjustments,
    children,
  };
}

/** The leaves of an item as nodes of the explanation, each with what the limits left of it. */
export function leavesOf(item: PlanItem, result: ItemResult): readonly Explanation[] {
  if (result.leaves.length === 0) return LEAF;
  return result.leaves.map((leaf, at) => leafTree(item, leaf, result.kept[at] ?? 0));
}

function leafTree(item: PlanItem, leaf: Leaf, kept: Points): Explanation {
  const { fact, facts, key, points, why } = leaf;
  const kind = leaf.kind === 'extra' ? 'fact' : leaf.kind;
  const day = fact?.day ?? facts?.at(-1)?.day;
  return {
    kind,
    id: fact?.item ?? item.id,
    label: key ?? item.label,
    points,
    kept,
    ...(fact && { fact }),
    ...(day !== undefined && { day }),
    adjustments: why ? [{ kind: why, delta: 0 }] : NONE,
    children: facts ? facts.map((one) => pooledFact(item, one)) : LEAF,
  };
}

/** A fact that counts only together with others: it shows what was determined and bears no points of its own. */
function pooledFact(item: PlanItem, fact: Explanation['fact'] & object): Explanation {
  return {
    kind: 'fact',
    id: fact.item,
    label: item.label,
    points: 0,
    fact,
    day: fact.day,
    adjustments: NONE,
    children: LEAF,
  };
}
