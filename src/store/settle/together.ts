import type { Scope } from '#domain/scheme/value.ts';
import type { Row, Value } from '#domain/score/worth.ts';
import { choose, isAmong, num, sum, timesOver } from './arithmetic.ts';
import { saysYes } from './facts.ts';
import type { Frame, FrameItem, Slot } from './frame.ts';
import { inRange } from './marks.ts';
import { bySlot } from './roster.ts';
import { calendarKey, MATTER } from './stretch.ts';

/** The items that have facts scored together 合计, by some version. */
export function pooledItems(frame: Frame): readonly FrameItem[] {
  return frame.items.filter((item) => item.slots.some((slot) => slot && !slot.own));
}

/** The slot of an item at the end of a row's period, as SQL over p. */
export function currentSlot(frame: Frame, item: FrameItem, row = ''): string {
  const slots = frame.periods.map((period) => num(frame.current(item, period)?.at ?? -1));
  const [first = '-1'] = slots;
  return choose(`${row}p`, new Map(slots.map((slot, at) => [at, slot])), first);
}

const stretchScope = ({ value }: Slot): Scope | undefined =>
  value.kind === 'once'
    ? value.per
    : value.kind === 'each' || value.kind === 'steps'
      ? (value.over ?? 'year')
      : undefined;

/**
 * Adds `rest`: the facts that are scored together, each with cd (1 where the item has a worth at the end of the period) and
 * the slot cs by whose shape they are put together: the one in force then, else that of the first fact.
 */
export function addRest(frame: Frame, items: readonly FrameItem[]): void {
  const { script } = frame;
  const pooled = frame.slots(items).filter((slot) => !slot.own);
  const steady = items.every((item) => frame.isSteady(item));
  const cd = steady
    ? '1'
    : choose(
        't.i',
        new Map(items.map((item) => [item.at, `case when ${frame.isCurrent(item, 'mp.')} then 1 else 0 end`])),
        '0',
      );
  const join = steady ? '' : 'join mp on mp.m = t.m and mp.p = t.p';
  const cs =
    frame.versions.length === 1
      ? 'slot'
      : `case when cd = 1 then ${choose('i', new Map(items.map((item) => [item.at, currentSlot(frame, item)])), '-1')}
        else first_value(slot) over (partition by m, p, i order by o) end`;
  script.keep(
    'rest',
    `select t.*, ${cs} as cs from (select t.m, t.p, t.i, t.o, t.slot, t.c, t.r, t.g, t.day, t.q, t.score, t.ref, t.seq,
      case when ${saysYes(script, 't.')} then 1 else 0 end as yes, ${cd} as cd from fo t ${join}
      where t.x = 0 and t.w = 1 and ${isAmong(
        't.slot',
        pooled.map(({ at }) => at),
      )}) t`,
  );
}

/** Adds `heap`: each stretch of facts that are scored together, with its sums and its last fact. */
export function addHeaps(frame: Frame, items: readonly FrameItem[]): boolean {
  const shapes = frame.slots(items).filter((slot) => stretchScope(slot) !== undefined);
  if (shapes.length === 0) return false;
  const kn = bySlot(frame, shapes, (slot) => calendarKey(frame, stretchScope(slot) ?? 'year', 'day'), '0', 'cs');
  const kt = bySlot(frame, shapes, (slot) => (stretchScope(slot) === 'matter' ? MATTER : `''`), `''`, 'cs');
  // A yes-or-no item that has no worth at the end is not put together at all (item.ts).
  const once = shapes.filter(({ value }) => value.kind === 'once').map(({ at }) => at);
  const others = shapes.filter(({ value }) => value.kind !== 'once').map(({ at }) => at);
  const part = 'partition by m, p, i, kn, kt';
  const keyed = frame.script.view(
    `select t.*, ${kn} as kn, ${kt} as kt from rest t where (cd = 1 and ${isAmong('cs', once)}) or ${isAmong('cs', others)}`,
  );
  const ranked =
    frame.script.view(`select t.*, row_number() over (${part} order by o desc) as l, max(day) over (${part}) as last_day,
    row_number() over (${part} order by case when score is null then 1 else 0 end, o desc) as s from ${keyed} t`);
  const last = (column: string): string => `max(case when l = 1 then ${column} end) as ${column}`;
  const size = (test: string): string => sum(`case when ${test} then case when q > 0 then q else 0 end else 0 end`);
  frame.script.keep(
    'heap',
    `select m, p, i, cs, cd, kn, kt, min(o) as o, ${['slot', 'c', 'r', 'g', 'day', 'ref', 'seq'].map(last).join(', ')},
      max(case when s = 1 then score end) as score, ${size('q is not null')} as total, ${sum('case when q is null then 1 else 0 end')} as bare,
      ${size('q is not null and yes = 1')} as yes_total, ${sum('case when q is null and yes = 1 then 1 else 0 end')} as yes_bare,
      max(case when day = last_day then ${answer(frame, items)} end) as answer
    from ${ranked} t group by m, p, i, cs, cd, kn, kt`,
  );
  return true;
}

/** What a yes or a no is worth on the fact's own day; a credit that needs evidence is none without it. */
function answer(frame: Frame, items: readonly FrameItem[]): string {
  const slots = frame.slots(items).filter(({ value }) => value.kind === 'once');
  return bySlot(frame, slots, (slot) => {
    const yes = frame.worthNumber(slot, (value) => (value.kind === 'once' ? value.yes : 0));
    const no = frame.worthNumber(slot, (value) => (value.kind === 'once' ? value.no : 0));
    const proven = `case when ref is null and ${yes} > 0 then 0 else ${yes} end`;
    return `case when yes = 1 then ${slot.node.evidence === 'required' ? proven : yes} else ${no} end`;
  });
}

/** A SELECT of the units of stretches of facts: yes-or-no items, rates over a stretch, tables of steps 分档. */
export function heapUnits(frame: Frame, items: readonly FrameItem[], places: boolean): string {
  const slots = frame.slots(items);
  const by = (of: (slot: Slot) => string, otherwise: string): string =>
    bySlot(frame, slots, (slot) => (slot.own ? otherwise : of(slot)), otherwise);
  const once = slots.filter(({ value }) => value.kind === 'once').map(({ at }) => at);
  const number = by(({ value }) => (value.kind === 'steps' ? numberOf(value, places) : 'null'), 'null');
  const pooled = by(({ value }) => (value.kind === 'each' ? `total + bare * ${num(value.per)}` : 'null'), 'null');
  const join = places ? 'left join pl on pl.i = heap.i and pl.m = heap.m' : '';
  const read = frame.script.view(
    `select heap.*, cast(${number} as bigint) as number, cast(${pooled} as bigint) as pooled from heap ${join}`,
  );
  const e = by((slot) => pointsOf(frame, slot), 'null');
  const n = by(({ value }) => (value.kind === 'each' ? countOf(value) : '1'), '1');
  const isOnce = isAmong('cs', once);
  const raw =
    frame.script.view(`select m, p, i, o, day, ref, seq, cast(case when ${isOnce} then answer else ${e} end as bigint) as e,
    cast(case when ${isOnce} then 1 else ${n} end as bigint) as n from ${read} t`);
  const most = '1000000000000';
  return `select m, p, i, o + 2000000000 as o, case when e > ${most} then ${most} when e < -${most} then -${most} else e end as e,
    case when e <> 0 and n > ${most} / abs(e) then ${most} / abs(e) else n end as n, 0 as a, day, ref, seq, 0 as k
    from ${raw} t where e is not null`;
}

type Steps = Extract<Value, { kind: 'steps' }>;
type Each = Extract<Value, { kind: 'each' }>;

function numberOf(value: Steps, places: boolean): string {
  switch (value.on) {
    case 'score':
      return 'score';
    case 'quantity':
      return 'total + bare * 10000';
    case 'count':
      return 'yes_total + yes_bare * 10000';
    case 'place':
      return places ? 'pl.place * 10000' : 'null';
    case 'share':
      return places ? 'pl.place * 1000000 / pl.placed' : 'null';
  }
}

function pointsOf(frame: Frame, slot: Slot): string {
  const { value } = slot;
  if (value.kind === 'each') {
    const points = frame.worthNumber(slot, (one) => (one.kind === 'each' ? one.points : 0));
    return value.steps === 'exact' ? timesOver('pooled', points, num(value.per)) : points;
  }
  if (value.kind !== 'steps') return 'null';
  const rows = value.rows.map((row: Row, at) => {
    const points = frame.worthNumber(slot, (one) => (one.kind === 'steps' ? (one.rows[at]?.points ?? 0) : 0));
    return `when ${inRange('number', row)} then ${points}`;
  });
  const otherwise = frame.worthNumber(slot, (one) => (one.kind === 'steps' ? one.otherwise : 0));
  return `case when number is null then null ${rows.join(' ')} else ${otherwise} end`;
}

function countOf({ steps, per }: Each): string {
  if (steps === 'exact') return '1';
  return steps === 'whole' ? `pooled / ${num(per)}` : `(pooled + ${num(per - 1)}) / ${num(per)}`;
}
