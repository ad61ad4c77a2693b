import type { PlanItem, PlanNode } from '#domain/score/plan.ts';
import type { Frame } from './frame.ts';

/** A node at or below a component or group that limits its parts by stretch 每季本类最多; numbers are those of rows, items first. */
export type LooseNode = {
  readonly at: number;
  readonly plan: PlanNode | PlanItem;
  readonly path: readonly number[];
  /** The node above; none above a component. */
  readonly above: LooseNode | undefined;
  /** How many levels lie below it. */
  readonly height: number;
  /** The nearest limited node above. */
  readonly top: LooseNode | undefined;
  /** For a limited node: after how many rounds of limits below it its own act. */
  readonly phase: number;
};

const isLimited = (plan: PlanNode | PlanItem): boolean => plan.kind !== 'item' && plan.limits.length > 0;

function heightOf(plan: PlanNode | PlanItem): number {
  return plan.kind === 'item' ? 0 : 1 + Math.max(0, ...plan.children.map(heightOf));
}

/** How many limited nodes lie in one another at and below a node. */
function roundsOf(plan: PlanNode | PlanItem): number {
  if (plan.kind === 'item') return 0;
  return (isLimited(plan) ? 1 : 0) + Math.max(0, ...plan.children.map(roundsOf));
}

/** All such nodes, each before those below it; empty where no component or group limits by stretch. */
export function looseNodes(frame: Frame): readonly LooseNode[] {
  const found: LooseNode[] = [];
  let next = frame.items.length;
  const walk = (plan: PlanNode | PlanItem, path: readonly number[], above: LooseNode | undefined): void => {
    const limited = isLimited(plan);
    const top = above && (isLimited(above.plan) ? above : above.top);
    const node: LooseNode = {
      at: plan.kind === 'item' ? plan.index : next++,
      plan,
      path,
      above,
      height: heightOf(plan),
      top,
      phase: limited ? roundsOf(plan) - 1 : -1,
    };
    if (limited || top) found.push(node);
    for (const [at, child] of plan.children.entries()) walk(child, [...path, at], node);
  };
  for (const [at, plan] of frame.plan.components.entries()) walk(plan, [at], undefined);
  return found;
}

/** The nodes whose occurrences a limited node gathers first: items, and limited nodes, with no limited node between. */
export function startsOf(nodes: readonly LooseNode[], top: LooseNode): readonly LooseNode[] {
  return nodes.filter((node) => node.top === top && (node.plan.kind === 'item' || isLimited(node.plan)));
}

/** The way up from a node to the limited one above it: itself first, the limited one left out. */
export function wayUp(node: LooseNode): readonly LooseNode[] {
  const way: LooseNode[] = [];
  for (let one: LooseNode | undefined = node; one && one !== node.top; one = one.above) way.push(one);
  return way;
}
