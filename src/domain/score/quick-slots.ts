import { ONCE } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { saysYes } from './leaf.ts';
import type { Prepared } from './prepare.ts';
import { type QuickItem, quickPoints } from './quick-item.ts';
import { slotOf } from './scope.ts';

/** The slots 格 into which a member's facts are added: twelve an item, used again for the next member. */
export type Slots = {
  readonly sums: Float64Array;
  readonly latest: string[];
  readonly touched: Uint8Array;
  readonly kept: readonly Fact[][];
  readonly quantities: Float64Array;
  readonly counts: Float64Array;
  ratings: Fact[];
};

/** Makes empty slots for so many items. */
export function makeSlots(items: number): Slots {
  return {
    sums: new Float64Array(items * 12),
    latest: Array.from<string>({ length: items * 12 }).fill(''),
    touched: new Uint8Array(items),
    kept: Array.from({ length: items }, () => []),
    quantities: new Float64Array(items),
    counts: new Float64Array(items),
    ratings: [],
  };
}

/** Empties what the last member left. */
export function clearSlots(slots: Slots): void {
  const { touched, sums, latest, kept, quantities, counts } = slots;
  for (let at = 0; at < touched.length; at++) {
    if (touched[at] !== 1) continue;
    touched[at] = 0;
    for (let slot = at * 12; slot < at * 12 + 12; slot++) {
      sums[slot] = 0;
      latest[slot] = '';
    }
    const list = kept[at];
    if (list && list.length > 0) list.length = 0;
    quantities[at] = 0;
    counts[at] = 0;
  }
  if (slots.ratings.length > 0) slots.ratings = [];
}

/** Adds one fact into the slots; false where only the full way can tell (a veto, something brought along, a level in other words). */
export function addFact(
  slots: Slots,
  prepared: Prepared,
  items: readonly QuickItem[],
  watched: Uint8Array,
  fact: Fact,
): boolean {
  const named = prepared.names.get(fact.item);
  if (named === undefined) {
    if (!fact.item.startsWith('review:')) return !fact.item.includes(':');
    slots.ratings.push(fact);
    return true;
  }
  const at = named.item;
  const quick = items[at];
  if (!quick) return false;
  slots.touched[at] = 1;
  if (watched[at] === 1 && named.extra === undefined) watch(slots, at, fact);
  const { way, value, span } = quick;
  const slot = span === 12 ? at * 12 : at * 12 + Math.floor(slotOf(fact.day, prepared.firstMonth) / span);
  switch (way) {
    case 'units':
      return addUnits(slots, slot, quick, fact);
    case 'pooled':
    case 'steps': {
      const one = value.kind === 'each' ? value.per : ONCE;
      slots.sums[slot] = (slots.sums[slot] ?? 0) + Math.max(0, fact.quantity ?? one);
      slots.latest[slot] = 'pooled';
      return true;
    }
    case 'sum':
    case 'latest':
    case 'highest':
    case 'best':
      return addPoints(slots, slot, quick, fact);
    default:
      slots.kept[at]?.push(fact);
      return true;
  }
}

/** Keeps what conditions ask of an item: its quantity and its count of occurrences. */
function watch(slots: Slots, at: number, fact: Fact): void {
  const quantity = Math.max(0, fact.quantity ?? ONCE);
  slots.quantities[at] = (slots.quantities[at] ?? 0) + quantity;
  if (saysYes(fact)) slots.counts[at] = (slots.counts[at] ?? 0) + quantity;
}

function addUnits(slots: Slots, slot: number, quick: QuickItem, fact: Fact): boolean {
  const { value, evidence, most } = quick;
  if (value.kind !== 'each') return false;
  if (evidence && fact.ref === undefined && value.points > 0) return true;
  let count = 1;
  if (fact.quantity !== undefined) {
    const parts = fact.quantity / value.per;
    count = value.steps === 'whole' ? Math.floor(parts) : Math.ceil(parts);
    if (count < 0) count = 0;
    if (count > most) return false;
  }
  slots.sums[slot] = (slots.sums[slot] ?? 0) + count;
  return true;
}

function addPoints(slots: Slots, slot: number, quick: QuickItem, fact: Fact): boolean {
  const points = quickPoints(quick.value, fact);
  if (points === undefined) return true;
  if (!(Math.abs(points) <= 1e12)) return false;
  if (quick.evidence && points > 0 && fact.ref === undefined && quick.value.kind !== 'once') return true;
  const before = slots.sums[slot] ?? 0;
  if (quick.way === 'sum') {
    slots.sums[slot] = before + points;
    return true;
  }
  const seen = slots.latest[slot] ?? '';
  if (seen === '' || isBetter(quick.way, points, fact.day, before, seen)) {
    slots.sums[slot] = points;
    slots.latest[slot] = fact.day;
  }
  return true;
}

function isBetter(way: QuickItem['way'], points: number, day: string, before: number, seen: string): boolean {
  if (way === 'latest') return day > seen || (day === seen && points > before);
  if (way === 'best') return points > before;
  const [size, known] = [Math.abs(points), Math.abs(before)];
  return size > known || (size === known && points > before);
}
