import type { Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { type Adjustment, type Explanation, LEAF, NONE } from './explanation.ts';
import type { ItemResult } from './item.ts';
import type { Leaf } from './leaf.ts';
import type { PlanItem, PlanNode } from './plan.ts';

// Every node is made with all its fields, in one order: that is several times faster than leaving the empty ones out.

/** A node of the explanation for a node of the plan. */
export function treeOf(
  node: PlanNode | PlanItem,
  points: Points,
  outside: Points,
  opens: Points,
  adjustments: readonly Adjustment[],
  children: readonly Explanation[],
): Explanation {
  const { kind, id, label, clause, source } = node;
  return {
    kind,
    id,
    label,
    points,
    clause,
    source,
    outside,
    opens,
    fact: undefined,
    kept: points,
    adjustments,
    children,
  };
}

/** The root of an explanation, or of one of its periods. */
export function rootOf(
  kind: 'total' | 'period',
  id: string,
  label: string,
  points: Points,
  clause: string | undefined,
  adjustments: readonly Adjustment[],
  children: readonly Explanation[],
): Explanation {
  return {
    kind,
    id,
    label,
    points,
    clause,
    source: undefined,
    outside: 0,
    opens: 0,
    fact: undefined,
    kept: points,
    adjustments,
    children,
  };
}

/** A leaf of the explanation: what one fact is worth before and after the limits of its item. */
export function leafOf(
  kind: 'fact' | 'pool' | 'missing' | 'transfer',
  id: string,
  label: string,
  points: Points,
  kept: Points,
  fact: Fact | undefined,
  adjustments: readonly Adjustment[] = NONE,
  children: readonly Explanation[] = LEAF,
): Explanation {
  return {
    kind,
    id,
    label,
    points,
    clause: undefined,
    source: undefined,
    outside: 0,
    opens: 0,
    fact,
    kept,
    adjustments,
    children,
  };
}

/** The leaves of an item as nodes of the explanation, each with what the limits left of it. */
export function leavesOf(item: PlanItem, result: ItemResult): readonly Explanation[] {
  const { leaves, kept } = result;
  if (leaves.length === 0) return LEAF;
  const nodes: Explanation[] = [];
  for (let at = 0; at < leaves.length; at++) {
    const leaf = leaves[at];
    if (leaf) nodes.push(leafTree(item, leaf, kept[at] ?? 0));
  }
  return nodes;
}

function leafTree(item: PlanItem, leaf: Leaf, kept: Points): Explanation {
  const { fact, facts, key, points, why } = leaf;
  const adjustments = why === undefined ? NONE : [{ kind: why, delta: 0 }];
  // A fact that counts only together with others shows what was determined and bears no points of its own.
  const pooled = facts?.map((one) => leafOf('fact', one.item, item.label, 0, 0, one)) ?? LEAF;
  const kind = leaf.kind === 'extra' ? 'fact' : leaf.kind;
  return leafOf(kind, fact?.item ?? item.id, key ?? item.label, points, kept, fact, adjustments, pooled);
}
