import { LARGEST } from '#domain/kernel/points.ts';
import type { Value } from '#domain/score/worth.ts';
import { choose, greatest, isAmong, num, timesOver, timesRatio } from './arithmetic.ts';
import type { Frame, FrameItem, Slot } from './frame.ts';
import { bySlot } from './roster.ts';
import { names, type Said } from './said.ts';

/** The columns of a row of units 次: e points each, n of them, a = 1 for what raises without being one; day, ref and seq of the fact it came from; k names a stretch without a fact. */
export const UNIT = 'm, p, i, o, e, n, a, day, ref, seq, k';

/** The same columns of a row that stands for nothing yet. */
export const NO_UNIT = `m, p, 0 as i, 0 as o, 0 as e, 0 as n, 0 as a, '' as day, cast(null as text) as ref, 0 as seq, 0 as k`;

/** The most that units of one fact come to (unit.ts). */
const MOST = 1e12;

/** The most by which the extras of a slot can multiply and add, for the bounds below. */
function raisedMost(frame: Frame, slot: Slot, most: number): number {
  let found = most;
  for (const at of (slot.node.extra ?? []).keys()) {
    const plus = Math.max(...frame.worthValues(slot, (_, worth) => Math.abs(worth.extras[at]?.plus ?? 0)));
    const times = slot.node.extra?.[at]?.times;
    found = Math.max(found, times ? (found * times.num) / times.den : found + plus);
  }
  return found;
}

/** The most that one occurrence of a slot can be worth before its extras. */
function mostEach(frame: Frame, slot: Slot): number {
  const most = (of: (value: Value) => number): number =>
    Math.max(...frame.worthValues(slot, (value) => Math.abs(of(value))));
  switch (slot.value.kind) {
    case 'each': {
      const points = most((value) => (value.kind === 'each' ? value.points : 0));
      return slot.value.steps === 'exact' ? points * (LARGEST / slot.value.per) : points;
    }
    case 'levels':
      return Math.max(
        0,
        ...[...slot.value.of.keys()].map((name) =>
          most((value) => (value.kind === 'levels' ? (value.of.get(name) ?? 0) : 0)),
        ),
      );
    case 'judged':
      return LARGEST;
    case 'convert':
      return most((value) => (value.kind === 'convert' ? value.worth : 0)) * (LARGEST / slot.value.of);
    default:
      return 0;
  }
}

/** Whether a slot's arithmetic could leave 64 bits on the way: absurd amounts, which the query leaves to `evaluate`. */
export function isBeyond(frame: Frame, slot: Slot): boolean {
  const { value } = slot;
  const per = value.kind === 'each' && value.steps === 'exact' ? value.per : value.kind === 'convert' ? value.of : 0;
  const points = Math.max(
    ...frame.worthValues(slot, (one) =>
      Math.abs(one.kind === 'each' ? one.points : one.kind === 'convert' ? one.worth : 0),
    ),
  );
  return 2 * per * points > 9e18 || raisedMost(frame, slot, mostEach(frame, slot)) > 9e16;
}

function points(frame: Frame, slot: Slot, said: Said): string {
  const { value } = slot;
  switch (value.kind) {
    case 'each': {
      const own = frame.worthNumber(slot, (one) => (one.kind === 'each' ? one.points : 0));
      if (value.steps !== 'exact') return own;
      return timesOver(greatest('0', `coalesce(q, ${num(value.per)})`), own, num(value.per));
    }
    case 'levels': {
      const cases = said
        .levels(slot)
        .map((name, code): [number, string] => [
          code,
          frame.worthNumber(slot, (one) => (one.kind === 'levels' ? (one.of.get(name) ?? 0) : 0)),
        ]);
      return choose('coalesce(name, -1)', new Map(cases), '0');
    }
    case 'judged': {
      const low = frame.worthNumber(slot, (one) => (one.kind === 'judged' ? one.from : 0));
      const high = frame.worthNumber(slot, (one) => (one.kind === 'judged' ? one.to : 0));
      return `case when pts is null then 0 when pts < ${low} then ${low} when pts > ${high} then ${high} else pts end`;
    }
    case 'convert': {
      const worth = frame.worthNumber(slot, (one) => (one.kind === 'convert' ? one.worth : 0));
      return `case when score is null or score < 0 then 0 else ${timesOver('score', worth, num(value.of))} end`;
    }
    default:
      return '0';
  }
}

function count(slot: Slot): string {
  const { value } = slot;
  if (value.kind === 'levels') return `(${greatest('0', 'coalesce(q, 10000)')}) / 10000`;
  if (value.kind !== 'each' || value.steps === 'exact') return '1';
  const whole = greatest('0', `coalesce(q, ${num(value.per)})`);
  return value.steps === 'whole'
    ? `(${whole}) / ${num(value.per)}`
    : `((${whole}) + ${num(value.per - 1)}) / ${num(value.per)}`;
}

/** What an extra does to the points so far, where the fact names it. */
function raise(frame: Frame, slot: Slot, said: Said, at: number): string {
  const extra = said.extras(slot)[at];
  const node = slot.node.extra?.[at];
  if (!extra || !node) return 'e';
  const plus = frame.worthNumber(slot, (_, worth) => worth.extras[at]?.plus ?? 0);
  const raised = node.times ? timesRatio('e', node.times) : `e + ${plus}`;
  // A judgement or outside score that is not there is worth nothing, whatever is named with it.
  const there =
    slot.value.kind === 'judged'
      ? ' and pts is not null'
      : slot.value.kind === 'convert'
        ? ' and score is not null'
        : '';
  return `case when ${names('mask', extra)}${there} then ${raised} else e end`;
}

/** A SELECT of the units of facts that are scored one by one, with the extras that they name; `from` is `f` or a numbered part of it with o. */
export function ownUnits(frame: Frame, said: Said, items: readonly FrameItem[], from: string): string | undefined {
  const slots = frame.slots(items).filter((slot) => slot.own);
  if (slots.length === 0) return undefined;
  const of = (make: (slot: Slot) => string): string => bySlot(frame, slots, make);
  const needs = said.used && slots.some((slot) => slot.value.kind === 'levels' || said.extras(slot).length > 0);
  const o = from === 'f' ? '0 as o' : 'o';
  const join = needs ? 'left join said d on d.slot = f.slot and d.level = f.level' : '';
  let sql = `select m, p, i, f.slot as slot, c, r, g, ${o}, q, pts, score, day, ref, seq, ${needs ? 'd.name as name, coalesce(d.mask, 0) as mask' : '-1 as name, 0 as mask'}
    from ${from} f ${join} where x = 0 and w = 1 and ${isAmong(
      'f.slot',
      slots.map(({ at }) => at),
    )}`;
  const carried = 'm, p, i, slot, c, r, g, o, day, ref, seq, pts, score, mask';
  sql = `select ${carried}, cast(${of((slot) => points(frame, slot, said))} as bigint) as e, cast(${of(count)} as bigint) as n from ${frame.script.view(sql)} u`;
  const extras = Math.max(0, ...slots.map((slot) => said.extras(slot).length));
  for (let at = 0; at < extras; at++)
    sql = `select ${carried}, cast(${bySlot(frame, slots, (slot) => raise(frame, slot, said, at), 'e')} as bigint) as e, n from ${frame.script.view(sql)} u`;
  const big = slots.some((slot) => raisedMost(frame, slot, mostEach(frame, slot)) * mostCount(slot) > MOST);
  if (big)
    sql = `select ${carried}, case when e > ${MOST} then ${MOST} when e < -${MOST} then -${MOST} else e end as e,
      case when e > ${MOST} or e < -${MOST} then 1 when e <> 0 and n > ${MOST} / abs(e) then ${MOST} / abs(e) else n end as n from ${frame.script.view(sql)} u`;
  const proven = slots.filter((slot) => slot.node.evidence === 'required').map(({ at }) => at);
  const evidence = proven.length > 0 ? `where not (ref is null and e > 0 and ${isAmong('slot', proven)})` : '';
  return `select m, p, i, o, e, n, 0 as a, day, ref, seq, 0 as k from ${frame.script.view(sql)} u ${evidence}`;
}

/** The largest number of occurrences that one fact can be. */
function mostCount({ value }: Slot): number {
  if (value.kind === 'levels') return LARGEST / 10_000;
  return value.kind === 'each' && value.steps !== 'exact' ? LARGEST / value.per + 1 : 1;
}
