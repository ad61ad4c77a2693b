import type { Day, Span } from '#domain/kernel/day.ts';
import type { Component, Group, Item } from '#domain/scheme/node.ts';
import type { NodeEntry, Scheme } from '#domain/scheme/scheme.ts';
import { type Period, periodsOf, yearSpan } from './cycle.ts';
import type { Risen } from './fold.ts';
import { idleItems } from './idle.ts';
import { type Plan, planOf } from './plan.ts';
import { isFor, type Profile, type Worth, worthOf } from './worth.ts';

/** What a text in a fact's item may name: an item, or an extra of one. */
export type Named = { readonly item: number; readonly extra?: string };

/** A scheme's versions 方案版本 made ready to score facts of one year up to a day; plans and worths are kept once made. */
export type Prepared = {
  readonly scheme: Scheme;
  readonly versions: readonly Scheme[];
  readonly asOf: Day;
  readonly year: Span;
  readonly periods: readonly Period[];
  readonly firstMonth: number;
  readonly names: ReadonlyMap<string, Named>;
  readonly planFor: (profile: Profile) => Plan;
  readonly idleFor: (plan: Plan) => readonly Risen[];
  readonly worthsFor: (version: Scheme, profile: Profile) => readonly (Worth | undefined)[];
};

/**
 * Makes one scheme, or the versions in force during a year, ready to score that year up to a day.
 * Worth follows the version of the fact's day; caps, groups, floors and bands the version in force on the last day (product §4).
 */
export function prepare(schemes: Scheme | readonly Scheme[], asOf: Day): Prepared {
  const given = 'document' in schemes ? [schemes] : schemes;
  const versions = given.toSorted((a, b) => (effective(a) < effective(b) ? -1 : effective(a) > effective(b) ? 1 : 0));
  const scheme = versionOn(versions, asOf);
  const { cycle } = scheme.document;
  const year = yearSpan(cycle, asOf);
  const components = versions.reduce<readonly Component[]>(
    (merged, version) => (version === scheme ? merged : withDropped(merged, version)),
    scheme.document.components,
  );
  const ids = itemsOf(components).map((item) => item.id);
  const names = new Map<string, Named>(ids.map((id, item) => [id, { item }]));
  for (const [item, node] of itemsOf(components).entries())
    for (const extra of node.extra ?? []) names.set(extra.id, { item, extra: extra.id });
  const plans = new Map<string, Plan>();
  const idle = new Map<Plan, readonly Risen[]>();
  const worths = new Map<Scheme, Map<string, readonly (Worth | undefined)[]>>();
  return {
    scheme,
    versions,
    asOf,
    year,
    periods: periodsOf(cycle, year).filter((period) => period.from <= asOf),
    firstMonth: Number((cycle?.starts ?? '01-01').slice(0, 2)),
    names,
    planFor: (profile) => keep(plans, keyOf(profile), () => planOf(scheme, components, profile)),
    idleFor: (plan) => keep(idle, plan, () => idleItems(plan)),
    worthsFor: (version, profile) =>
      keep(
        keep(worths, version, () => new Map<string, readonly (Worth | undefined)[]>()),
        keyOf(profile),
        () => ids.map((id) => itemWorth(version, id, profile)),
      ),
  };
}

/** An item's worth under a version; none when it, or a node above it, is not for this member's category. */
function itemWorth(version: Scheme, id: string, profile: Profile): Worth | undefined {
  const entry = version.nodes.get(id);
  if (entry?.kind !== 'item') return undefined;
  for (
    let above: NodeEntry | undefined = entry;
    above;
    above = above.parent === undefined ? undefined : version.nodes.get(above.parent)
  )
    if (above.kind !== 'extra' && !isFor(above.node, profile)) return undefined;
  return worthOf(entry.node, profile);
}

function keep<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

function keyOf(profile: Profile): string {
  return `${profile.category ?? ''}\u0000${profile.role ?? ''}\u0000${profile.group ?? ''}`;
}

function effective(scheme: Scheme): Day {
  return scheme.document.effective ?? '0000-01-01';
}

/** The version in force on a day: the latest whose effective day has come, else the first. */
export function versionOn(versions: readonly Scheme[], day: Day): Scheme {
  let found = versions[0];
  for (const version of versions) if (effective(version) <= day) found = version;
  if (found === undefined) throw new RangeError('no scheme');
  return found;
}

/** All items below components, in the order in which a plan numbers them. */
function itemsOf(components: readonly Component[]): Item[] {
  const below = (node: Component | Group): Item[] => [...(node.groups ?? []).flatMap(below), ...(node.items ?? [])];
  return components.flatMap(below);
}

/** Adds the items that an earlier version had and this one dropped, under the same node where it still stands: what was earned stays earned. */
function withDropped(components: readonly Component[], earlier: Scheme): readonly Component[] {
  const known = new Set(itemsOf(components).map((item) => item.id));
  const groupsOf = (node: Component | Group): Group[] => (node.groups ?? []).flatMap((one) => [one, ...groupsOf(one)]);
  const homes = new Set([...components, ...components.flatMap(groupsOf)].map((node) => node.id));
  const lost = new Map<string, Item[]>();
  const gone = new Map<string, Component>();
  for (const entry of earlier.nodes.values()) {
    if (entry.kind !== 'item' || known.has(entry.node.id)) continue;
    let home = entry.parent;
    while (home !== undefined && !homes.has(home)) {
      const above = earlier.nodes.get(home);
      if (above?.kind === 'component') gone.set(home, { ...above.node, opens: 0, groups: [], items: [] });
      home = above?.parent;
    }
    const root = home ?? rootOf(earlier, entry.node.id);
    lost.set(root, [...(lost.get(root) ?? []), entry.node]);
  }
  if (lost.size === 0) return components;
  const fill = <N extends Component | Group>(node: N): N => ({
    ...node,
    groups: (node.groups ?? []).map(fill),
    items: [...(node.items ?? []), ...(lost.get(node.id) ?? [])],
  });
  return [...components, ...[...gone.values()].filter((one) => !homes.has(one.id))].map(fill);
}

function rootOf(scheme: Scheme, id: string): string {
  const parent = scheme.nodes.get(id)?.parent;
  return parent === undefined ? id : rootOf(scheme, parent);
}
