import { ONCE, type Points, scale } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Scope } from '#domain/scheme/value.ts';
import { saysYes } from './leaf.ts';
import type { PlanItem, PlanLimit } from './plan.ts';
import type { Value, Worth } from './worth.ts';

/**
 * How the facts of an item can be added up without keeping them: `units` of equal worth, a `sum` of points, a quantity `pooled` first,
 * the `latest` or `highest` alone, the `best` of each stretch, a `review` or a condition it `meets`; `apart` where a day or matter limits them and no two share one;
 * `full` where only the whole way of `scoreItem` tells.
 */
export type QuickWay =
  | 'units'
  | 'sum'
  | 'pooled'
  | 'steps'
  | 'latest'
  | 'highest'
  | 'best'
  | 'review'
  | 'meets'
  | 'apart'
  | 'full';

/** An item made ready for quick totals: `span` is how many months share one slot before its wider limits act. */
export type QuickItem = {
  readonly item: PlanItem;
  readonly way: QuickWay;
  readonly worth: Worth | undefined;
  readonly value: Value;
  readonly evidence: boolean;
  readonly span: number;
  readonly most: number;
  readonly narrow: readonly PlanLimit[];
  readonly wide: readonly PlanLimit[];
};

const MONTHS: Readonly<Partial<Record<Scope, number>>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** Months in one slot of the finest of these stretches. */
function finest(limits: readonly PlanLimit[]): number {
  return limits.reduce((span, { per }) => Math.min(span, MONTHS[per] ?? 12), 12);
}

/** Whether a count acts on what a narrower cap or floor has already cut: then single occurrences matter. */
function countsAfterCut(limits: readonly PlanLimit[]): boolean {
  const cut = limits.findIndex((limit) => limit.cap !== undefined || limit.floor !== undefined);
  return cut >= 0 && limits.some((limit, at) => at > cut && limit.count !== undefined);
}

/** Finds the quickest way that gives the same points as `scoreItem` (differential property). */
export function quickItem(item: PlanItem, worth: Worth | undefined): QuickItem {
  const value: Value = worth?.value ?? { kind: 'none' };
  const narrow = item.limits.filter(({ per }) => MONTHS[per] === undefined);
  const wide = item.limits.filter(({ per }) => MONTHS[per] !== undefined);
  const way = worth ? wayOf(item, worth, narrow, wide) : 'full';
  const pooled = way === 'pooled' || way === 'steps' || (way === 'latest' && value.kind === 'once');
  const span = pooled ? (MONTHS[stretchOf(value)] ?? 12) : finest(wide);
  // The same bound as `units`: so many that they would leave the exact integers take the full way.
  const each = value.kind === 'each' ? Math.abs(value.points) : 0;
  const most = each === 0 ? 1e9 : Math.floor(1e12 / each);
  return { item, way, worth, value, evidence: worth?.evidence === true, span, most, narrow, wide };
}

function stretchOf(value: Value): Scope {
  if (value.kind === 'once') return value.per;
  return (value.kind === 'each' || value.kind === 'steps') && value.over !== undefined ? value.over : 'year';
}

function wayOf(item: PlanItem, worth: Worth, narrow: readonly PlanLimit[], wide: readonly PlanLimit[]): QuickWay {
  const { value, evidence } = worth;
  const limits = item.limits;
  // A cap below 0 or a floor above 0 acts only in stretches that have a fact, which slots do not tell.
  if (limits.some((limit) => (limit.cap ?? 0) < 0 || (limit.floor ?? 0) > 0) || countsAfterCut(limits)) return 'full';
  if (limits.some(({ per }) => per === 'period')) return 'full';
  if ('missing' in value && value.missing !== 0) return 'full';
  // What comes without facts of its own is held by limits and free allowances too.
  const bare = limits.length === 0 && !item.free;
  if (value.kind === 'review') return bare ? 'review' : 'full';
  if (value.kind === 'meets')
    return bare && value.when.every(({ measure }) => measure !== undefined) ? 'meets' : 'full';
  const counted = wide.some((limit) => limit.count !== undefined);
  const months = MONTHS[stretchOf(value)];
  const pools = value.kind === 'steps' || (value.kind === 'each' && value.over !== undefined);
  if (pools) {
    const free = item.free === undefined && !evidence && worth.extras.length === 0;
    const fits = months !== undefined && limits.every(({ per }) => (MONTHS[per] ?? 0) >= months);
    if (!free || !fits) return 'full';
    if (value.kind === 'steps') return limits.length === 0 && value.on === 'quantity' ? 'steps' : 'full';
    return value.steps === 'exact' ? 'full' : 'pooled';
  }
  const take = 'take' in value ? value.take : 'all';
  if (value.kind === 'once')
    return months !== undefined && bare && !evidence && worth.extras.length === 0 ? 'latest' : 'full';
  if (take !== 'all') {
    const plain = limits.length === 0 && !item.free && worth.extras.length === 0;
    return plain && (take === 'latest' || take === 'highest') ? take : 'full';
  }
  if (value.kind !== 'each' && value.kind !== 'levels' && value.kind !== 'judged' && value.kind !== 'convert')
    return 'full';
  if (narrow.length > 0 || worth.extras.length > 0) return counted || item.free ? 'full' : 'apart';
  const uniform = value.kind === 'each' && value.steps !== 'exact';
  if (item.free) return uniform && item.free.per === 'year' && limits.length === 0 ? 'units' : 'full';
  if (uniform) return 'units';
  const [only] = limits;
  if (only?.count === 1 && limits.length === 1 && only.cap === undefined && only.floor === undefined) return 'best';
  return counted ? 'full' : 'sum';
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
  const limits = quick.wide;
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
