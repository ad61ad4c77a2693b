import type { Points } from '#domain/kernel/points.ts';
import type { Ratio } from '#domain/kernel/ratio.ts';
import {
  type AnyNode,
  type Carry,
  type Component,
  type Group,
  type Item,
  isCarry,
  type Limit,
} from '#domain/scheme/node.ts';
import { clauseOf, type Scheme } from '#domain/scheme/scheme.ts';
import type { Scope } from '#domain/scheme/value.ts';
import { widthOf } from './scope.ts';
import { amountFor, isFor, mostOf, type Profile, pickFor, worthOf } from './worth.ts';

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
  readonly clause: string | undefined;
  readonly source: 'example' | 'inferred' | undefined;
  readonly opens: Points;
  readonly cap: Points;
  readonly floor: Points;
  readonly times: Ratio | undefined;
  readonly review: string | undefined;
  readonly outside: boolean;
  /** Whether the node is for this member's category on the last day. */
  readonly applies: boolean;
  readonly limits: readonly PlanLimit[];
  readonly free: { readonly count: number; readonly per: Scope } | undefined;
  readonly carry: Carry | undefined;
  readonly highestOnly: boolean;
  /** Whether opening, cap and floor count by the months in the branch (按月折算). */
  readonly byMonth: boolean;
};

/** An item 项目 of a plan; `index` is its place among all items. */
export type PlanItem = PlanCommon & {
  readonly kind: 'item';
  readonly index: number;
  readonly children: readonly never[];
};

/** A component or group of a plan. */
export type PlanNode = PlanCommon & {
  readonly kind: 'component' | 'group';
  readonly index: -1;
  readonly children: readonly (PlanNode | PlanItem)[];
};

/** A scheme in numbers for one member's profile on the last day of a period: caps, groups, floors and openings (product §4). */
export type Plan = { readonly components: readonly PlanNode[]; readonly items: readonly PlanItem[] };

type Above = { readonly applies: boolean; readonly clause: string | undefined };

/** Puts a scheme's limits and openings in numbers for a profile. `components` are those of the version in force, earlier versions' dropped items among them. */
export function planOf(scheme: Scheme, components: readonly Component[], profile: Profile): Plan {
  const items: PlanItem[] = [];
  const item = (node: Item, above: Above): PlanItem => {
    const free = node.free && { count: node.free.count, per: node.free.per ?? 'year' };
    const made: PlanItem = {
      kind: 'item',
      index: items.length,
      ...commonOf(scheme, node, above, profile),
      free,
      children: [],
    };
    items.push(made);
    return made;
  };
  const branch = (node: Component | Group, kind: 'component' | 'group', above: Above): PlanNode => {
    const below = { applies: above.applies && isFor(node, profile), clause: clauseOf(node, above.clause) };
    const children = [
      ...(node.groups ?? []).map((one) => branch(one, 'group', below)),
      ...(node.items ?? []).map((one) => item(one, below)),
    ];
    return {
      kind,
      index: -1,
      ...commonOf(scheme, node, above, profile),
      highestOnly: node.take === 'highest',
      children,
    };
  };
  const top = { applies: true, clause: scheme.document.clause };
  return { components: components.map((node) => branch(node, 'component', top)), items };
}

// Nodes of both kinds get the same fields in the same order: the fold reads them for every member.
function commonOf(scheme: Scheme, node: AnyNode, above: Above, profile: Profile): PlanCommon {
  const applies = above.applies && isFor(node, profile);
  const carry = isCarry(node.opens) ? node.opens : undefined;
  const opens = isCarry(node.opens) || node.opens === undefined || !applies ? 0 : amountFor(node.opens, profile);
  const ownCap = node.cap === undefined ? (node.full ?? Infinity) : node.cap;
  const floor = node.floor === undefined ? concernedFloor(scheme, node, profile) : amountFor(node.floor, profile);
  return {
    id: node.id,
    label: node.label,
    clause: clauseOf(node, above.clause),
    source: node.source,
    opens,
    cap: ownCap === 'none' ? Infinity : amountFor(ownCap, profile),
    // A node that is not for this member adds nothing of its own; what was earned under it earlier keeps its cap.
    floor: applies ? floor : Math.min(floor, 0),
    ...factorOf(node, profile),
    outside: node.outside === true,
    applies,
    limits: (node.limits ?? [])
      .map((limit) => limitFor(limit, profile))
      .toSorted((a, b) => widthOf(a.per, scheme.document.cycle) - widthOf(b.per, scheme.document.cycle)),
    free: undefined,
    byMonth: 'partYear' in node && node.partYear === 'byMonth',
    carry,
    highestOnly: false,
  };
}

function limitFor({ per, cap, floor, count }: Limit, profile: Profile): PlanLimit {
  return {
    per,
    ...(cap !== undefined && { cap: amountFor(cap, profile) }),
    ...(floor !== undefined && { floor: amountFor(floor, profile) }),
    ...(count !== undefined && { count }),
  };
}

/** A deduction goes by default not beyond the worth of the base or duty item that it concerns (product §4). */
function concernedFloor(scheme: Scheme, node: AnyNode, profile: Profile): Points {
  const concerned = node.concerns === undefined ? undefined : scheme.nodes.get(node.concerns);
  if (!concerned || concerned.kind === 'extra') return -Infinity;
  const { full, opens, cap } = concerned.node;
  if (full !== undefined) return 0 - full;
  if (opens !== undefined && !isCarry(opens)) return 0 - amountFor(opens, profile);
  if (cap !== undefined && cap !== 'none') return 0 - amountFor(cap, profile);
  return concerned.kind === 'item' ? 0 - mostOf(worthOf(concerned.node, profile).value) : -Infinity;
}

function factorOf(node: AnyNode, profile: Profile): { times: Ratio | undefined; review: string | undefined } {
  const { times } = node;
  if (times === undefined) return { times, review: undefined };
  if ('review' in times) return { times: undefined, review: times.review };
  if (!('by' in times)) return { times, review: undefined };
  const own = pickFor(times.by, times.shares, profile, (a, b) => a.num * b.den > b.num * a.den);
  return { times: own ?? times.otherwise, review: undefined };
}
