import { ONCE, type Points, scale } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Scope } from '#domain/scheme/value.ts';
import { saysYes } from './leaf.ts';
import type { PlanItem, PlanLimit } from './plan.ts';
import type { Value, Worth } from './worth.ts';

/**
 * How the facts of an item can be added up without keeping them: `units` of equal worth, a `sum` of points,
 * a quantity `pooled` first, or the `latest` or `highest` alone; `full` items need the whole way of `scoreItem`.
 */
export type QuickWay = 'units' | 'sum' | 'pooled' | 'latest' | 'highest' | 'full';

/** An item made ready for quick totals: `span` is how many months share one slot before its limits act. */
export type QuickItem = {
  readonly item: PlanItem;
  readonly way: QuickWay;
  readonly value: Value;
  readonly evidence: boolean;
  readonly span: number;
  readonly most: number;
};

const MONTHS: Readonly<Partial<Record<Scope, number>>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** Months in one slot of the item's finest stretch; undefined where a stretch is no number of months. */
function finest(limits: readonly PlanLimit[]): number | undefined {
  let span = 12;
  for (const { per } of limits) {
    const months = MONTHS[per];
    if (months === undefined) return undefined;
    span = Math.min(span, months);
  }
  return span;
}

/** Whether a count acts on what a narrower cap or floor has already cut: then single occurrences matter. */
function countsAfterCut(limits: readonly PlanLimit[]): boolean {
  const cut = limits.findIndex((limit) => limit.cap !== undefined || limit.floor !== undefined);
  return cut >= 0 && limits.some((limit, at) => at > cut && limit.count !== undefined);
}

/** Finds the quickest way that gives the same points as `scoreItem` (differential property). */
export function quickItem(item: PlanItem, worth: Worth | undefined): QuickItem {
  const value: Value = worth?.value ?? { kind: 'none' };
  const span = finest(item.limits);
  const made = { item, value, evidence: worth?.evidence === true, span: span ?? 12 };
  // A cap below 0 or a floor above 0 acts only in stretches that have a fact, which slots do not tell.
  const usual = item.limits.every((limit) => (limit.cap ?? 0) >= 0 && (limit.floor ?? 0) <= 0);
  const plain =
    worth && worth.extras.length === 0 && !item.free && span !== undefined && usual && !countsAfterCut(item.limits);
  if (!plain) return { ...made, way: 'full', most: 0 };
  const counted = item.limits.some((limit) => limit.count !== undefined);
  const way = wayOf(value, counted, made.evidence, item.limits);
  const each = value.kind === 'each' ? Math.abs(value.points) : 0;
  // The same bound as `units`: so many that they would leave the exact integers take the full way.
  const pooledSpan = value.kind === 'each' && value.over !== undefined ? (MONTHS[value.over] ?? 12) : 12;
  return {
    ...made,
    way,
    span: way === 'pooled' ? pooledSpan : made.span,
    most: each === 0 ? 1e9 : Math.floor(1e12 / each),
  };
}

function wayOf(value: Value, counted: boolean, evidence: boolean, limits: readonly PlanLimit[]): QuickWay {
  switch (value.kind) {
    case 'each':
      if (value.over !== undefined) {
        const over = MONTHS[value.over];
        const wide = limits.every(({ per }) => over !== undefined && (MONTHS[per] ?? 0) >= over);
        return over !== undefined && wide && value.steps !== 'exact' && !evidence ? 'pooled' : 'full';
      }
      return value.steps === 'exact' ? (counted ? 'full' : 'sum') : 'units';
    case 'once':
      return value.missing === 0 && !evidence && value.per === 'year' && limits.length === 0 ? 'latest' : 'full';
    case 'levels':
    case 'judged':
    case 'convert':
      if (value.missing !== 0) return 'full';
      if (value.take === 'all') return counted ? 'full' : 'sum';
      return !evidence && limits.length === 0 && (value.take === 'latest' || value.take === 'highest')
        ? value.take
        : 'full';
    default:
      return 'full';
  }
}

/** The points of one fact taken by itself: NaN where only the full way can tell, 0 occurrences as undefined. */
export function quickPoints(value: Value, fact: Fact): Points | undefined {
  switch (value.kind) {
    case 'each':
      return scale(value.points, Math.max(0, fact.quantity ?? value.per), value.per);
    case 'once':
      return saysYes(fact) ? value.yes : value.no;
    case 'levels': {
      const points = fact.level === undefined ? 0 : (value.of.get(fact.level) ?? Number.NaN);
      if (fact.quantity === undefined || fact.quantity === ONCE) return points;
      return fact.quantity < ONCE ? undefined : Number.NaN;
    }
    case 'judged':
      return fact.points === undefined ? 0 : Math.min(value.to, Math.max(value.from, fact.points));
    case 'convert':
      return fact.score === undefined ? 0 : scale(value.worth, Math.max(0, fact.score), value.of);
    default:
      return Number.NaN;
  }
}

/**
 * Applies an item's limits to its slots (units while `each` is given, points after the first cap or floor), narrow before wide.
 * `slots` holds 12 ÷ span numbers from `at`; the answer is the item's points in 1/10000.
 */
export function quickLimits(slots: Float64Array, at: number, quick: QuickItem, each: Points | undefined): Points {
  const { limits } = quick.item;
  let months = quick.span;
  let size = 12 / months;
  let factor = each;
  for (const limit of limits) {
    const wide = MONTHS[limit.per] ?? 12;
    if (wide > months) {
      const ratio = wide / months;
      size /= ratio;
      for (let to = 0; to < size; to++) {
        let sum = 0;
        for (let from = 0; from < ratio; from++) sum += slots[at + to * ratio + from] ?? 0;
        slots[at + to] = sum;
      }
      months = wide;
    }
    if (limit.count !== undefined && factor !== undefined) atMost(slots, at, size, limit.count);
    if (limit.cap === undefined && limit.floor === undefined) continue;
    if (factor !== undefined) {
      for (let slot = at; slot < at + size; slot++) slots[slot] = (slots[slot] ?? 0) * factor;
      factor = undefined;
    }
    if (limit.cap !== undefined) atMost(slots, at, size, limit.cap);
    if (limit.floor !== undefined) atLeast(slots, at, size, limit.floor);
  }
  let sum = 0;
  for (let slot = at; slot < at + size; slot++) sum += slots[slot] ?? 0;
  return factor === undefined ? sum : sum * factor;
}

function atMost(slots: Float64Array, at: number, size: number, most: number): void {
  for (let slot = at; slot < at + size; slot++) if ((slots[slot] ?? 0) > most) slots[slot] = most;
}

function atLeast(slots: Float64Array, at: number, size: number, least: number): void {
  for (let slot = at; slot < at + size; slot++) if ((slots[slot] ?? 0) < least) slots[slot] = least;
}
