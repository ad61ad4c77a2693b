import type { Points } from '#domain/kernel/points.ts';
import type { Ratio } from '#domain/kernel/ratio.ts';
import { type AnyNode, type Carry, type Component, type Group, type Item, isCarry } from '#domain/scheme/node.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { clauseOf } from '#domain/scheme/scheme.ts';
import type { Scope } from '#domain/scheme/value.ts';
import { WIDTH } from './scope.ts';
import { amountFor, isFor, type Profile } from './worth.ts';

/** A limit 上限/下限 of an item in numbers; narrow ones come first. */
export type PlanLimit = {
  readonly per: Scope;
  readonly cap?: Points;
  readonly floor?: Points;
  readonly count?: number;
};

/** What every node of a plan has: its numbers for one member. An absent cap is Infinity, an absent floor −Infinity. */
type PlanCommon = {
  readonly id: string;
  readonly label: string;
  readonly clause?: string;
  readonly source?: 'example' | 'inferred';
  readonly opens: Points;
  readonly cap: Points;
  readonly floor: Points;
  readonly times?: Ratio;
  readonly review?: string;
  readonly outside: boolean;
  /** Whether the node is for this member's category on the last day. */
  readonly applies: boolean;
};

/** An item 项目 of a plan; `index` is its place among all items. */
export type PlanItem = PlanCommon & {
  readonly kind: 'item';
  readonly index: number;
  readonly limits: readonly PlanLimit[];
  readonly free?: { readonly count: number; readonly per: Scope };
};

/** A component or group of a plan. */
export type PlanNode = PlanCommon & {
  readonly kind: 'component' | 'group';
  readonly carry?: Carry;
  readonly highestOnly: boolean;
  readonly children: readonly (PlanNode | PlanItem)[];
};

/** A scheme in numbers for one member's profile on the last day of a period: caps, groups, floors and openings (product §4). */
export type Plan = { readonly components: readonly PlanNode[]; readonly items: readonly PlanItem[] };

type Above = { readonly applies: boolean; readonly clause?: string };

/** Puts a scheme's limits and openings in numbers for a profile. `components` are those of the version in force, earlier versions' dropped items among them. */
export function planOf(scheme: Scheme, components: readonly Component[], profile: Profile): Plan {
  const items: PlanItem[] = [];
  const common = (node: AnyNode, above: Above, carried: boolean): PlanCommon => {
    const applies = above.applies && isFor(node, profile);
    const clause = clauseOf(node, above.clause);
    const cap =
      node.cap === 'none' ? Infinity : node.cap !== undefined ? amountFor(node.cap, profile) : (node.full ?? Infinity);
    const floor = node.floor !== undefined ? amountFor(node.floor, profile) : concernedFloor(scheme, node, profile);
    return {
      id: node.id,
      label: node.label,
      ...(clause !== undefined && { clause }),
      ...(node.source !== undefined && { source: node.source }),
      opens:
        carried || node.opens === undefined || isCarry(node.opens) || !applies ? 0 : amountFor(node.opens, profile),
      cap,
      // A node that is not for this member adds nothing of its own; what was earned under it earlier keeps its cap.
      floor: applies ? floor : Math.min(floor, 0),
      ...factorOf(node, profile),
      outside: node.outside === true,
      applies,
    };
  };
  const item = (node: Item, above: Above): PlanItem => {
    const limits = (node.limits ?? [])
      .map(({ per, cap, floor, count }) => ({
        per,
        ...(cap !== undefined && { cap: amountFor(cap, profile) }),
        ...(floor !== undefined && { floor: amountFor(floor, profile) }),
        ...(count !== undefined && { count }),
      }))
      .sort((a, b) => WIDTH[a.per] - WIDTH[b.per]);
    const free = node.free && { count: node.free.count, per: node.free.per ?? 'year' };
    const made: PlanItem = {
      ...common(node, above, false),
      kind: 'item',
      index: items.length,
      limits,
      ...(free && { free }),
    };
    items.push(made);
    return made;
  };
  const branch = (node: Component | Group, kind: 'component' | 'group', above: Above): PlanNode => {
    const clause = clauseOf(node, above.clause);
    const below = { applies: above.applies && isFor(node, profile), ...(clause !== undefined && { clause }) };
    const carry = isCarry(node.opens) ? node.opens : undefined;
    const children = [
      ...(node.groups ?? []).map((one) => branch(one, 'group', below)),
      ...(node.items ?? []).map((one) => item(one, below)),
    ];
    return {
      ...common(node, above, carry !== undefined),
      kind,
      ...(carry && { carry }),
      highestOnly: node.take === 'highest',
      children,
    };
  };
  const top = scheme.document.clause;
  const made = components.map((node) =>
    branch(node, 'component', { applies: true, ...(top !== undefined && { clause: top }) }),
  );
  return { components: made, items };
}

/** A deduction goes by default not beyond the worth of the base or duty item that it concerns (product §4). */
function concernedFloor(scheme: Scheme, node: AnyNode, profile: Profile): Points {
  const concerned = node.concerns === undefined ? undefined : scheme.nodes.get(node.concerns);
  if (!concerned || concerned.kind === 'extra') return -Infinity;
  const { full, opens, cap } = concerned.node;
  if (full !== undefined) return -full;
  if (opens !== undefined && !isCarry(opens)) return -amountFor(opens, profile);
  return cap !== undefined && cap !== 'none' ? -amountFor(cap, profile) : -Infinity;
}

function factorOf(node: AnyNode, profile: Profile): { times?: Ratio; review?: string } {
  if (node.times === undefined) return {};
  if ('review' in node.times) return { review: node.times.review };
  if (!('by' in node.times)) return { times: node.times };
  const own = profile[node.times.by];
  return { times: (own !== undefined ? node.times.shares.get(own) : undefined) ?? node.times.otherwise };
}
