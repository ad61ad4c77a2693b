import { divideRounded, ONCE, type Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Take } from '#domain/scheme/value.ts';
import type { Adjustment } from './explanation.ts';
import { factLeaf, type Leaf, levelsOf, ownUnits, saysYes, stretchLeaf, type Weighed } from './leaf.ts';
import { applyFree, applyLimit, type KeyOf, type Used } from './limit.ts';
import type { PlanItem } from './plan.ts';
import { onceUnits, pooledUnits } from './pool.ts';
import { scopeKey } from './scope.ts';
import type { Setting } from './setting.ts';
import { sumOf, type Units, units } from './unit.ts';
import { type ExtraWorth, isNeverIdle, type Worth } from './worth.ts';

/** What an item came to: the points of its facts after its limits, the leaves, and each step in between. */
export type ItemResult = {
  readonly points: Points;
  readonly leaves: readonly Leaf[];
  readonly kept: readonly Points[];
  readonly left: readonly Units[];
  /** The steps so far; the node adds its own. */
  readonly adjustments: Adjustment[];
};

/**
 * Scores an item 项目 from its facts, sorted by `compareFacts`: worth → take → free → limits, narrow before wide (product §4).
 * `used` remembers across periods that are scored by themselves; without it the period is the whole year.
 */
export function scoreItem(
  item: PlanItem,
  current: Worth | undefined,
  facts: readonly Weighed[],
  setting: Setting,
  used: Used | undefined,
): ItemResult {
  const leaves: Leaf[] = [];
  const adjustments: Adjustment[] = [];
  let left: readonly Units[] = worthOfFacts(current, facts, setting, leaves);
  const step = (next: { readonly left: readonly Units[]; readonly adjustments: readonly Adjustment[] }): void => {
    left = next.left;
    adjustments.push(...next.adjustments);
  };
  const keyOf: KeyOf = (per, leaf) => {
    const { fact, facts: pooled, key } = leaves[leaf] ?? {};
    const first = fact ?? pooled?.at(-1);
    return first ? scopeKey(per, first, leaf, setting) : (key ?? 'year');
  };
  const take = takeOf(current);
  if (take !== 'all') step(applyTake(left, take, leaves));
  if (item.free) step(applyFree(left, item.free, keyOf, used, item.id));
  for (const limit of item.limits) left = applyLimit(left, limit, keyOf, used, item.id, adjustments);
  const kept = adjustments.length === 0 ? leaves.map((leaf) => leaf.points) : keptOf(leaves, left);
  const lost = current?.value.kind === 'lost' && facts.some(({ fact }) => saysYes(fact));
  if (lost && item.opens !== 0) adjustments.push({ kind: 'lost', delta: 0 - item.opens });
  return { points: sumOf(left) - (lost ? item.opens : 0), leaves, kept, left, adjustments };
}

function keptOf(leaves: readonly Leaf[], left: readonly Units[]): readonly Points[] {
  const kept = leaves.map(() => 0);
  for (const { leaf, each, count } of left) kept[leaf] = (kept[leaf] ?? 0) + each * count;
  return kept;
}

function worthOfFacts(
  current: Worth | undefined,
  facts: readonly Weighed[],
  setting: Setting,
  leaves: Leaf[],
): Units[] {
  const result: Units[] = [];
  const idle = (fact: Fact, why: 'not-applicable' | 'evidence' | 'no-main'): void =>
    void leaves.push(factLeaf(fact, 0, why));
  const rest: Weighed[] = [];
  const added: Weighed[] = [];
  let occurrences = 0;
  const taken = new Map<string, number>();
  for (const weighed of facts) {
    const { fact, worth, extra } = weighed;
    if (!worth) idle(fact, 'not-applicable');
    else if (extra !== undefined) added.push(weighed);
    else {
      const own = pools(worth) ? undefined : ownUnits(worth, fact, leaves.length);
      if (!own) rest.push(weighed);
      else if (worth.evidence && fact.ref === undefined && own.each > 0) idle(fact, 'evidence');
      else {
        occurrences += own.count;
        leaves.push(factLeaf(fact, own.each * own.count));
        result.push(own);
      }
    }
  }
  for (const weighed of added) {
    const extra = weighed.worth?.extras.find((one) => one.id === weighed.extra);
    const free = extra ? occurrences - (taken.get(extra.id) ?? 0) - namedBy(facts, extra) : 0;
    const count = Math.max(0, Math.min(Math.floor((weighed.fact.quantity ?? ONCE) / ONCE), free));
    if (!extra || count === 0) idle(weighed.fact, 'no-main');
    else {
      taken.set(extra.id, (taken.get(extra.id) ?? 0) + count);
      leaves.push(factLeaf(weighed.fact, extra.plus * count, undefined, 'extra'));
      result.push(units(extra.plus, count, leaves.length - 1, true));
    }
  }
  if (rest.length > 0 || (current && isNeverIdle(current.value)))
    result.push(...(current?.value.kind === 'once' ? onceUnits : pooledUnits)(current, rest, setting, leaves));
  if (current && facts.length === 0) result.push(...missingOnce(current, leaves));
  return result;
}

/** How many occurrences already bear an extra by their level: a fact of its own does not raise them again. */
function namedBy(facts: readonly Weighed[], extra: ExtraWorth): number {
  const named = facts.filter(
    (one) => one.extra === undefined && levelsOf(one.fact).some((name) => name === extra.label || name === extra.id),
  );
  return named.reduce((sum, { fact }) => sum + Math.floor(Math.max(0, fact.quantity ?? ONCE) / ONCE), 0);
}

function pools(worth: Worth): boolean {
  return worth.value.kind === 'each' && worth.value.over !== undefined;
}

/** What an item is worth in a period without any fact, where the scheme says so (full unless recorded otherwise). */
function missingOnce(worth: Worth, leaves: Leaf[]): Units[] {
  const { value } = worth;
  if (!('missing' in value) || value.kind === 'once' || value.missing === 0) return [];
  leaves.push(stretchLeaf('missing', undefined, value.missing));
  return [units(value.missing, 1, leaves.length - 1)];
}

function takeOf(worth: Worth | undefined): Take {
  return worth && 'take' in worth.value ? worth.value.take : 'all';
}

/** Lets one of several facts count, or their mean (highest only, latest only). */
function applyTake(
  list: readonly Units[],
  take: Take,
  leaves: readonly Leaf[],
): { left: readonly Units[]; adjustments: readonly Adjustment[] } {
  const main = list.filter((one) => !one.addOn && one.count > 0);
  if (take === 'all' || main.length === 0 || (main.length === 1 && main[0]?.count === 1))
    return { left: list, adjustments: [] };
  const added = list.filter((one) => one.addOn);
  const before = sumOf(main);
  if (take === 'mean') {
    const count = main.reduce((sum, one) => sum + one.count, 0);
    const mean = divideRounded(before, count);
    const leaf = main.at(-1)?.leaf ?? 0;
    return {
      left: [{ each: mean, count: 1, leaf, addOn: false }, ...added],
      adjustments: [{ kind: 'mean', delta: mean - before, limit: count }],
    };
  }
  const day = (one: Units): string => leaves[one.leaf]?.fact?.day ?? '';
  const better = (a: Units, b: Units): boolean => {
    if (take === 'latest' && day(a) !== day(b)) return day(a) > day(b);
    const [x, y] = [Math.abs(a.each), Math.abs(b.each)];
    if (take === 'latest' || x === y) return a.each > b.each;
    return take === 'highest' ? x > y : x < y;
  };
  const best = main.reduce((found, one) => (better(one, found) ? one : found));
  const taken = { ...best, count: 1 };
  return { left: [taken, ...added], adjustments: [{ kind: 'take', delta: taken.each - before, label: take }] };
}
