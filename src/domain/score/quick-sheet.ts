import { earlier } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import { timesRatio } from '#domain/kernel/ratio.ts';
import { compareFacts, type Fact } from '#domain/ledger/fact.ts';
import { inRange } from '#domain/scheme/condition.ts';
import { bound } from './fold.ts';
import { scoreItem } from './item.ts';
import { ownUnits, rowOf } from './leaf.ts';
import type { PlanItem, PlanLimit, PlanNode } from './plan.ts';
import type { Prepared } from './prepare.ts';
import { type QuickItem, quickItem, quickLimits } from './quick-item.ts';
import { addFact, clearSlots, makeSlots, type Slots } from './quick-slots.ts';
import { reviewShare } from './review.ts';
import { slotOf } from './scope.ts';
import type { Setting, Subject } from './setting.ts';
import { isNeverIdle, type Profile } from './worth.ts';

/** A member's total and components 总分与各项 in 1/10000 point, without the tree: the same numbers as `evaluate` gives. */
export type Totals = {
  readonly total: Points;
  readonly components: readonly Points[];
  readonly vetoed: boolean;
};

type Sheet = {
  readonly prepared: Prepared;
  readonly slots: Slots;
  readonly items: readonly QuickItem[];
  subject: Subject;
};

/** Totals for members of one profile: facts are added into slots in any order and folded up; undefined when a fact needs the full way. */
export function quickSheet(
  prepared: Prepared,
  profile: Profile,
): ((subject: Subject) => Totals | undefined) | undefined {
  const plan = prepared.planFor(profile);
  if (!plan.components.every(isPlain)) return undefined;
  const worths = prepared.worthsFor(prepared.scheme, profile);
  const items = plan.items.map((item) => quickItem(item, worths[item.index]));
  const slots = makeSlots(items.length);
  const watched = watchedBy(prepared, items);
  const idle = Float64Array.from(plan.items, (item) => ends(item.opens, item));
  const always = items.filter(({ value }) => isNeverIdle(value)).map(({ item }) => item.index);
  const { from } = prepared.year;
  const until = earlier(prepared.year.to, prepared.asOf);
  // Where the year is a calendar year seen whole, its four digits tell that a day lies in it.
  const fullYear = from.endsWith('-01-01') && until === prepared.year.to;
  const first = [0, 1, 2, 3].map((at) => from.charCodeAt(at));
  const { floor = -Infinity, cap = Infinity, times } = prepared.scheme.document.total ?? {};
  const factor = times && !('review' in times) ? times : undefined;
  const sheet: Sheet = { prepared, slots, items, subject: { facts: [] } };
  return (subject) => {
    clearSlots(slots);
    sheet.subject = subject;
    for (const at of always) slots.touched[at] = 1;
    for (const fact of subject.facts) {
      if (!(fullYear && startsWithYear(fact.day, first)) && (fact.day < from || fact.day > until)) continue;
      if (!addFact(slots, prepared, items, watched, fact)) return undefined;
    }
    const components = plan.components.map((node) => fold(sheet, idle, node));
    let sum = 0;
    for (const points of components) sum += points;
    const scaled = factor ? bound(sum, 0, { cap: Infinity, floor: -Infinity, times: factor }, []).inside : sum;
    return { total: Math.max(Math.min(scaled, cap), floor), components, vetoed: false };
  };
}

function fold(sheet: Sheet, idle: Float64Array, node: PlanNode): Points {
  let sum = node.opens;
  for (const child of node.children) {
    if (child.kind !== 'item') sum += fold(sheet, idle, child);
    else if (sheet.slots.touched[child.index] === 1) sum += ends(child.opens + itemPoints(sheet, child), child);
    else sum += idle[child.index] ?? 0;
  }
  return ends(sum, node);
}

function startsWithYear(day: string, digits: readonly number[]): boolean {
  return (
    day.charCodeAt(3) === digits[3] &&
    day.charCodeAt(2) === digits[2] &&
    day.charCodeAt(1) === digits[1] &&
    day.charCodeAt(0) === digits[0]
  );
}

/** Cap, floor and factor of a node with nothing past its cap. */
function ends(sum: Points, node: PlanNode | PlanItem): Points {
  const held = Math.max(Math.min(sum, node.cap), node.floor);
  return node.times ? bound(held, 0, { cap: Infinity, floor: -Infinity, times: node.times }, []).inside : held;
}

/** The points of an item's facts after its limits. */
function itemPoints(sheet: Sheet, item: PlanItem): Points {
  const { slots, items } = sheet;
  const at = item.index;
  const quick = items[at];
  if (!quick) return 0;
  const { value } = quick;
  switch (quick.way) {
    case 'units': {
      const first = at * 12;
      if (item.free) slots.sums[first] = Math.max(0, (slots.sums[first] ?? 0) - item.free.count);
      return quickLimits(slots.sums, first, quick, value.kind === 'each' ? value.points : 0);
    }
    case 'pooled':
      return pooledPoints(slots, quick, at * 12);
    case 'steps': {
      let sum = 0;
      if (value.kind !== 'steps') return 0;
      for (let slot = at * 12; slot < at * 12 + 12 / quick.span; slot++)
        if (slots.latest[slot] !== '') sum += rowOf(value.rows, slots.sums[slot] ?? 0) ?? value.otherwise;
      return sum;
    }
    case 'review':
      return reviewPoints(sheet, quick);
    case 'meets':
      return meetsPoints(sheet, quick);
    case 'apart':
      return apartPoints(sheet, quick, slots.kept[at] ?? []) ?? fullPoints(sheet, quick);
    case 'full':
      return fullPoints(sheet, quick);
    default:
      return quickLimits(slots.sums, at * 12, quick, undefined);
  }
}

function pooledPoints(slots: Slots, quick: QuickItem, first: number): Points {
  const { value } = quick;
  if (value.kind !== 'each') return 0;
  for (let slot = first; slot < first + 12 / quick.span; slot++) {
    const parts = (slots.sums[slot] ?? 0) / value.per;
    slots.sums[slot] = value.steps === 'whole' ? Math.floor(parts) : Math.ceil(parts);
  }
  return quickLimits(slots.sums, first, quick, value.points);
}

function reviewPoints({ prepared, slots }: Sheet, { value }: QuickItem): Points {
  if (value.kind !== 'review' || slots.ratings.length === 0) return 0;
  const review = prepared.scheme.document.reviews?.find((one) => one.id === value.review);
  const share = review && reviewShare(review, slots.ratings);
  return share ? timesRatio(value.worth, share) : 0;
}

function meetsPoints({ prepared, slots }: Sheet, { value }: QuickItem): Points {
  if (value.kind !== 'meets') return 0;
  for (const condition of value.when) {
    const at = prepared.names.get(condition.of)?.item ?? -1;
    const number = (condition.measure === 'quantity' ? slots.quantities : slots.counts)[at] ?? 0;
    if (!inRange(number, condition)) return value.otherwise;
  }
  return value.points;
}

/** Facts limited by day or matter: of one matter the best alone, others by themselves, then they share the wider slots; undefined where more must be asked. */
function apartPoints({ slots, prepared }: Sheet, quick: QuickItem, facts: readonly Fact[]): Points | undefined {
  const { worth, narrow, item } = quick;
  if (!worth || facts.length > 12) return undefined;
  const first = item.index * 12;
  const amounts: Points[] = [];
  for (const fact of facts) {
    const own = fact.item === item.id ? ownUnits(worth, fact, 0) : undefined;
    if (!own || own.count > 1) return undefined;
    const idle = own.count === 0 || (worth.evidence && fact.ref === undefined && own.each > 0);
    amounts.push(idle ? Number.NaN : own.each);
  }
  const [limit] = narrow;
  if (narrow.length > 1 || (limit && !isSimple(limit, facts))) return undefined;
  for (let at = 0; at < facts.length; at++) {
    const fact = facts[at];
    let points = amounts[at] ?? Number.NaN;
    if (!fact || Number.isNaN(points) || (limit?.count === 1 && isBeaten(facts, amounts, at))) continue;
    if (limit?.cap !== undefined && points > limit.cap) points = limit.cap;
    if (limit?.floor !== undefined && points < limit.floor) points = limit.floor;
    const slot = quick.span === 12 ? first : first + Math.floor(slotOf(fact.day, prepared.firstMonth) / quick.span);
    slots.sums[slot] = (slots.sums[slot] ?? 0) + points;
  }
  return quickLimits(slots.sums, first, quick, undefined);
}

/** Whether one limit by matter (the best alone) or by day (no two on one) can be told without the full way. */
function isSimple(limit: PlanLimit, facts: readonly Fact[]): boolean {
  if (limit.per === 'matter' && limit.count === 1) return true;
  const shared = (a: Fact, b: Fact): boolean =>
    limit.per === 'day' ? a.day === b.day : a.ref !== undefined && a.ref === b.ref;
  return !facts.some((fact, at) => facts.some((other, index) => index < at && shared(fact, other)));
}

/** Whether another fact of the same matter counts instead: the better one, of equals the earlier. */
function isBeaten(facts: readonly Fact[], amounts: readonly Points[], at: number): boolean {
  const fact = facts[at];
  const points = amounts[at] ?? 0;
  if (fact?.ref === undefined) return false;
  for (let index = 0; index < facts.length; index++) {
    const other = facts[index];
    const theirs = amounts[index] ?? Number.NaN;
    if (!other || index === at || other.ref !== fact.ref || Number.isNaN(theirs)) continue;
    if (theirs > points) return true;
    if (theirs === points && (other.day < fact.day || (other.day === fact.day && index < at))) return true;
  }
  return false;
}

function fullPoints({ prepared, slots, subject }: Sheet, { item, worth }: QuickItem): Points {
  const facts = (slots.kept[item.index] ?? []).toSorted(compareFacts);
  const weighed = facts.map((fact) => {
    const extra = prepared.names.get(fact.item)?.extra;
    return { fact, worth, ...(extra !== undefined && { extra }) };
  });
  return scoreItem(item, worth, weighed, settingOf(prepared, subject, slots), undefined).points;
}

function settingOf(prepared: Prepared, { facts, figures = {} }: Subject, slots: Slots): Setting {
  const until = earlier(prepared.year.to, prepared.asOf);
  return {
    span: prepared.year,
    asOf: prepared.asOf,
    year: prepared.year,
    firstMonth: prepared.firstMonth,
    periods: prepared.periods,
    isLast: true,
    figures,
    present: () => true,
    factsOf: (item) =>
      facts.filter((fact) => fact.item === item && fact.day >= prepared.year.from && fact.day <= until),
    reviewShare: (id) => {
      const review = prepared.scheme.document.reviews?.find((one) => one.id === id);
      return review && reviewShare(review, slots.ratings);
    },
    reviewMeans: () => [],
  };
}

/** Marks the items whose facts a condition counts. */
function watchedBy(prepared: Prepared, items: readonly QuickItem[]): Uint8Array {
  const watched = new Uint8Array(items.length);
  for (const { value } of items) {
    if (value.kind !== 'meets') continue;
    for (const { of } of value.when) {
      const named = prepared.names.get(of);
      if (named && named.extra === undefined) watched[named.item] = 1;
    }
  }
  return watched;
}

function isPlain(node: PlanNode | PlanItem): boolean {
  if (node.outside || node.review !== undefined) return false;
  if (node.kind === 'item') return true;
  return !node.carry && !node.highestOnly && !node.byMonth && node.limits.length === 0 && node.children.every(isPlain);
}
