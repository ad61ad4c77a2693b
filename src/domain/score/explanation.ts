import type { Points } from '#domain/kernel/points.ts';
import type { Ratio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Scope } from '#domain/scheme/value.ts';

/** Why a node came to less or more than its parts add up to; every reason that the explanation prints. */
export const ADJUSTMENTS = [
  'cap',
  'floor',
  'count',
  'free',
  'take',
  'mean',
  'evidence',
  'no-main',
  'lost',
  'times',
  'clear',
  'veto',
  'grade',
  'not-applicable',
] as const;

/** One of these reasons. */
export type AdjustmentKind = (typeof ADJUSTMENTS)[number];

/**
 * One step 调整 by which a limit or factor changed a node: `delta` is what it added (mostly below 0), in 1/10000 point.
 * `per` and `key` name the stretch it acted in ("month", "2026-03"), `limit` the cap, floor or count, `ratio` the factor.
 */
export type Adjustment = {
  readonly kind: AdjustmentKind;
  readonly delta: Points;
  readonly limit?: number;
  readonly per?: Scope | 'whole';
  readonly key?: string;
  readonly ratio?: Ratio;
  readonly label?: string;
  readonly ref?: string;
};

/** What kind of thing a node of the explanation is. */
export type ExplanationKind =
  | 'total'
  | 'period'
  | 'component'
  | 'group'
  | 'item'
  | 'extra'
  | 'fact'
  | 'pool'
  | 'missing'
  | 'transfer';

/**
 * A node of the explanation 这分怎么来的, of the same shape as the scheme: points = opens + children + adjustments, in 1/10000 point.
 * `outside` is the part past every cap. A fact carries what was determined, and in `kept` what the limits left of its points.
 */
export type Explanation = {
  readonly kind: ExplanationKind;
  readonly id: string;
  readonly label: string;
  readonly points: Points;
  readonly clause: string | undefined;
  readonly source: 'example' | 'inferred' | undefined;
  readonly outside: Points;
  readonly opens: Points;
  readonly fact: Fact | undefined;
  readonly kept: Points;
  readonly adjustments: readonly Adjustment[];
  readonly children: readonly Explanation[];
};

/** No adjustments: shared, so that a plain fact costs no list. */
export const NONE: readonly Adjustment[] = [];

/** No children: shared. */
export const LEAF: readonly Explanation[] = [];

/** Adds up again what a node says: the check that leaves and limits recompute the root (issue: property). */
export function recompute(node: Explanation): Points {
  if (node.kind === 'fact' || node.kind === 'missing' || node.kind === 'transfer' || node.kind === 'pool')
    return node.points;
  let sum = node.opens;
  for (const child of node.children) sum += recompute(child);
  for (const adjustment of node.adjustments) sum += adjustment.delta;
  return sum;
}

/** Finds a node of the explanation by its id; facts are not searched. */
export function findNode(tree: Explanation, id: string): Explanation | undefined {
  if (tree.id === id) return tree;
  for (const child of tree.children) {
    const found = child.kind === 'fact' || child.kind === 'pool' ? undefined : findNode(child, id);
    if (found) return found;
  }
  return undefined;
}
