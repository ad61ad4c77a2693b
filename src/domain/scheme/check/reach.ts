import type { Points } from '#domain/kernel/points.ts';
import { timesRatio } from '#domain/kernel/ratio.ts';
import type { SchemeDocument } from '#domain/scheme/document.ts';
import { type AnyNode, type Component, type Group, type Item, isCarry } from '#domain/scheme/node.ts';
import type { Amount, Scope } from '#domain/scheme/value.ts';
import { judgedRange, numbersOf, valueAmounts } from './amounts.ts';

/** Between which totals a node can come to lie, at the outermost, in 1/10000 point; infinite where nothing holds it. */
export type Reach = { readonly least: Points; readonly most: Points };

/** Months of the stretch that is scored by itself: the year, or a period where the year is put together from periods. */
export function monthsOf({ cycle }: SchemeDocument): number {
  if ((cycle?.year ?? 'whole') === 'whole') return 12;
  const period = cycle?.period ?? 'quarter';
  return { month: 1, quarter: 3, half: 6, year: 12, term: Math.ceil(12 / (cycle?.terms?.length ?? 2)) }[period];
}

// The length of a period is the scheme's own; a month, the shortest, is the safe side for how often it comes.
const MONTHS: Readonly<Record<Scope, number>> = {
  day: 0,
  matter: 0,
  month: 1,
  quarter: 3,
  half: 6,
  period: 1,
  year: 12,
};

/** How many stretches of a scope lie in what is scored by itself; infinite for days and matters. */
function stretches(scope: Scope, months: number): number {
  const length = MONTHS[scope];
  return length === 0 ? Infinity : Math.max(1, months / length);
}

// 0 × ∞ is 0 here: no points, however often, are no points.
const by = (points: number, count: number): number => (points === 0 ? 0 : points * count);

/** The least and the most that an amount can be for a member of a category. */
function ends(amount: Amount | undefined, category: string | undefined): readonly [number, number] {
  if (amount === undefined) return [0, 0];
  if (typeof amount === 'number') return [amount, amount];
  if (amount.by === 'category') {
    const own = (category === undefined ? undefined : amount.amounts.get(category)) ?? amount.otherwise;
    return [own, own];
  }
  const numbers = numbersOf(amount);
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** The least and the most of a single occurrence of an item, extras and openings apart. */
export function onceOf(item: Item, category?: string): Reach {
  const all = valueAmounts(item).map(({ amount }) => ends(amount, category));
  return { least: Math.min(0, ...all.map(([low]) => low)), most: Math.max(0, ...all.map(([, high]) => high)) };
}

const take = (value: object | undefined): boolean =>
  value !== undefined && 'take' in value && value.take !== undefined && value.take !== 'all';

/** How often an item's value can count in the stretch that is scored, limits apart. */
function times(item: Item, months: number): number {
  const { once, levels, judged, convert, steps } = item;
  if (once) return stretches(('per' in once ? once.per : undefined) ?? 'year', months);
  if (levels) return take(levels) ? 1 : Infinity;
  if (judged) return take(judged) ? 1 : Infinity;
  if (convert) return 'take' in convert && convert.take === 'all' ? Infinity : 1;
  if (steps) return stretches(steps.over ?? 'year', months);
  return item.meets || item.review || item.lost ? 1 : Infinity;
}

/** Between which points an item can come to lie. */
export function reachOfItem(item: Item, category: string | undefined, months: number): Reach {
  if (item.for && (category === undefined || !item.for.includes(category))) return { least: 0, most: 0 };
  const once = onceOf(item, category);
  const { from, to } = judgedRange(item);
  const open = item.judged !== undefined && to === undefined;
  let [low, high] = [open && from === undefined ? -Infinity : once.least, open ? Infinity : once.most];
  for (const extra of item.extra ?? []) {
    const [least, most] = ends(extra.plus, category);
    low += Math.min(0, least);
    high += Math.max(0, most);
    if (extra.times && high < Infinity) high = Math.max(high, timesRatio(high, extra.times));
    if (extra.times && low > -Infinity) low = Math.min(low, timesRatio(low, extra.times));
  }
  const often = times(item, months);
  let [least, most] = [by(low, often), by(high, often)];
  for (const { per, cap, floor, count } of item.limits ?? []) {
    const many = stretches(per, months);
    if (count !== undefined) most = Math.min(most, by(high, count * many));
    if (count !== undefined) least = Math.max(least, by(low, count * many));
    if (cap !== undefined) most = Math.min(most, by(ends(cap, category)[1], many));
    if (floor !== undefined) least = Math.max(least, by(ends(floor, category)[0], many));
  }
  const [lowOpen, highOpen] = isCarry(item.opens) ? [0, 0] : ends(item.opens, category);
  if (item.lost) least -= highOpen;
  return held(item, { least: lowOpen + least, most: highOpen + most }, category);
}

/** Holds a reach to a node's own cap, floor and factor. */
function held(node: AnyNode, { least, most }: Reach, category: string | undefined): Reach {
  const cap =
    node.cap === 'none' ? Infinity : node.cap !== undefined ? ends(node.cap, category)[1] : (node.full ?? Infinity);
  const floor = node.floor === undefined ? -Infinity : ends(node.floor, category)[0];
  const low = Math.max(Math.min(least, cap), floor);
  const high = Math.max(Math.min(most, cap), floor);
  const factor = factorOf(node);
  return {
    least: Math.min(low * factor[0], low * factor[1]) || 0,
    most: Math.max(high * factor[0], high * factor[1]) || 0,
  };
}

function factorOf({ times: factor }: AnyNode): readonly [number, number] {
  if (!factor) return [1, 1];
  if ('review' in factor) return [0, 1];
  const all = 'by' in factor ? [...factor.shares.values(), factor.otherwise] : [factor];
  const numbers = all.map(({ num, den }) => num / den);
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** Between which points a component or group can come to lie; `past` is what goes past every cap above it. */
export function reachOfNode(
  node: Component | Group,
  category: string | undefined,
  months: number,
): Reach & { readonly past: Reach } {
  const none: Reach = { least: 0, most: 0 };
  if (node.for && (category === undefined || !node.for.includes(category))) return { ...none, past: none };
  const parts = [
    ...(node.groups ?? []).map((one) => ({ one, reach: reachOfNode(one, category, months) })),
    ...(node.items ?? []).map((one) => ({ one, reach: { ...reachOfItem(one, category, months), past: none } })),
  ].map(({ one, reach }) =>
    one.outside === true ? { inside: none, past: reach } : { inside: reach, past: reach.past },
  );
  const only = node.take === 'highest';
  const join = (list: readonly Reach[]): { least: number; most: number } => ({
    least: list.reduce((sum, { least }) => (only ? Math.min(sum, least) : sum + least), 0),
    most: list.reduce((sum, { most }) => (only ? Math.max(sum, most) : sum + most), 0),
  });
  const inside = join(parts.map((part) => part.inside));
  const past = join(parts.map((part) => part.past));
  const [low, high] = isCarry(node.opens) ? [0, Infinity] : ends(node.opens, category);
  for (const { per, cap, floor } of node.limits ?? []) {
    const many = stretches(per, months);
    if (cap !== undefined) inside.most = Math.min(inside.most, by(ends(cap, category)[1], many));
    if (floor !== undefined) inside.least = Math.max(inside.least, by(ends(floor, category)[0], many));
  }
  const own = held(node, { least: inside.least + low, most: inside.most + high }, category);
  const floor = node.floor === undefined ? -Infinity : ends(node.floor, category)[0];
  return { least: Math.max(own.least + past.least, Math.min(floor, 0)), most: own.most, past };
}

/** The categories for which a scheme may differ: those declared or named anywhere, and none. */
export function categoriesOf({ categories }: SchemeDocument): readonly (string | undefined)[] {
  return [undefined, ...(categories ?? []).map((one) => one.id)];
}

/** Between which totals a member of a category can come to lie, over the year; without the floor and cap of the total where `bare`. */
export function reachOfTotal(document: SchemeDocument, category: string | undefined, bare = false): Reach {
  const months = monthsOf(document);
  let [least, inside, past] = [0, 0, 0];
  for (const component of document.components) {
    const reach = reachOfNode(component, category, months);
    least += reach.least;
    if (component.outside === true) past += reach.most + reach.past.most;
    else {
      inside += reach.most;
      past += reach.past.most;
    }
  }
  const { times: factor, cap = Infinity, floor = -Infinity } = bare ? {} : (document.total ?? {});
  const share = factor && 'num' in factor ? factor.num / factor.den : 1;
  const most = Math.max(floor, Math.min(by(inside, share), cap) + by(past, share));
  const low = Math.max(floor, Math.min(by(least, share), cap));
  const periods = document.cycle?.year === 'sum' ? Math.max(1, Math.round(12 / months)) : 1;
  return { least: by(low, periods), most: by(most, periods) };
}
