import { ONCE, type Points, scale } from '#domain/kernel/points.ts';
import { timesRatio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { inRange } from '#domain/scheme/condition.ts';
import type { AdjustmentKind } from './explanation.ts';
import { type Units, units } from './unit.ts';
import type { ExtraWorth, Row, Worth } from './worth.ts';

/** A leaf 叶 of the explanation: a fact, several pooled ones, or the worth of a stretch without a fact; `why` says why it counts for nothing. */
export type Leaf = {
  readonly kind: 'fact' | 'extra' | 'pool' | 'missing';
  readonly fact: Fact | undefined;
  readonly facts: readonly Fact[] | undefined;
  readonly key: string | undefined;
  readonly points: Points;
  readonly why: AdjustmentKind | undefined;
};

// No occurrences of a deduction come to −0, which would differ from 0 where numbers are compared: `|| 0` makes it plain.

/** A leaf of a single fact. */
export function factLeaf(fact: Fact, points: Points, why?: AdjustmentKind, kind: 'fact' | 'extra' = 'fact'): Leaf {
  return { kind, fact, facts: undefined, key: undefined, points: points || 0, why };
}

/** A leaf of a stretch: several facts together, or a worth without any fact. */
export function stretchLeaf(
  kind: 'pool' | 'missing',
  key: string | undefined,
  points: Points,
  facts?: readonly Fact[],
): Leaf {
  return { kind, fact: undefined, facts, key, points: points || 0, why: undefined };
}

/** A fact with the worth that its item had on the fact's day; no worth where the item was not for this member then. */
export type Weighed = { readonly fact: Fact; readonly worth: Worth | undefined; readonly extra?: string | undefined };

const NO = /^(否|无|未|不|没有|no|n|false|0)$/iu;
const JOINED = /[+、，,;；/]/u;

/** Whether a yes-or-no fact says yes: its level is 是, or it has none and its quantity is not 0. */
export function saysYes(fact: Fact): boolean {
  if (fact.level !== undefined) return !NO.test(fact.level.trim());
  return fact.quantity === undefined ? fact.points === undefined || fact.points !== 0 : fact.quantity > 0;
}

/** The single levels that a fact names: "省级、媒体报道" are two. */
export function levelsOf(fact: Fact): readonly string[] {
  if (fact.level === undefined) return [];
  return JOINED.test(fact.level) ? [fact.level, ...fact.level.split(JOINED).map((part) => part.trim())] : [fact.level];
}

/** The points of one occurrence after what raises it, in the order in which the scheme lists it. */
export function raised(points: Points, fact: Fact, extras: readonly ExtraWorth[]): Points {
  if (extras.length === 0 || fact.level === undefined) return points;
  const named = levelsOf(fact);
  let result = points;
  for (const extra of extras) {
    if (!named.includes(extra.label) && !named.includes(extra.id)) continue;
    result = extra.times ? timesRatio(result, extra.times) : result + extra.plus;
  }
  return result;
}

/** How many whole, started or exact `per` a quantity holds, as a factor over 1/10000. */
export function rated(
  points: Points,
  quantity: number,
  per: number,
  steps: 'whole' | 'exact' | 'started',
): { each: Points; count: number } {
  if (steps === 'exact') return { each: scale(points, quantity, per), count: 1 };
  return { each: points, count: steps === 'whole' ? Math.floor(quantity / per) : Math.ceil(quantity / per) };
}

/** The points of the first row of a table in which a number falls. */
export function rowOf(rows: readonly Row[], number: number): Points | undefined {
  return rows.find((row) => inRange(number, row))?.points;
}

/** The points that one fact has by itself under the item's worth; undefined where the item does not score fact by fact. */
export function ownUnits(worth: Worth, fact: Fact, leaf: number): Units | undefined {
  const { value, extras } = worth;
  const times = (points: Points): Units =>
    units(raised(points, fact, extras), Math.floor(Math.max(0, fact.quantity ?? ONCE) / ONCE), leaf);
  switch (value.kind) {
    case 'each': {
      const { each, count } = rated(value.points, Math.max(0, fact.quantity ?? value.per), value.per, value.steps);
      return units(raised(each, fact, extras), count, leaf);
    }
    case 'levels': {
      const level = levelsOf(fact).find((name) => value.of.has(name));
      return times(level === undefined ? 0 : (value.of.get(level) ?? 0));
    }
    case 'judged': {
      const { points } = fact;
      return units(
        points === undefined ? 0 : raised(Math.min(value.to, Math.max(value.from, points)), fact, extras),
        1,
        leaf,
      );
    }
    case 'convert':
      return units(
        fact.score === undefined ? 0 : raised(scale(value.worth, Math.max(0, fact.score), value.of), fact, extras),
        1,
        leaf,
      );
    default:
      return undefined;
  }
}
