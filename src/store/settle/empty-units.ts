import { addMonths, type Day, dayBefore } from '#domain/kernel/day.ts';
import type { Scope } from '#domain/scheme/value.ts';
import { choose, isAmong, num, timesOver } from './arithmetic.ts';
import type { Frame, FrameItem, FramePeriod, Slot } from './frame.ts';
import type { Marks } from './marks.ts';
import { bySlot, day } from './roster.ts';
import { BRANCH } from './script.ts';
import { keyOfDay, missingOf, NOWHERE, stretchCode } from './stretch.ts';
import { currentSlot } from './together.ts';

const LENGTH: Readonly<Partial<Record<Scope, number>>> = { month: 1, quarter: 3, half: 6 };

/** The stretches of a period that have ended by the day asked about, as `once` counts them (pool.ts). */
function elapsed(
  frame: Frame,
  per: Scope,
  period: FramePeriod,
): { readonly key: number; readonly code: number; readonly to: Day }[] {
  const { year, asOf } = frame.prepared;
  if (per === 'period')
    return frame.prepared.periods.flatMap(({ from, to }) => {
      const key = keyOfDay(frame, per, to);
      return from >= period.from && to <= period.to && to <= asOf ? [{ key, code: stretchCode(per, key), to }] : [];
    });
  const length = LENGTH[per];
  if (length === undefined) return [{ key: per === 'year' ? 0 : -1, code: stretchCode('year', 0), to: period.until }];
  const found: { key: number; code: number; to: Day }[] = [];
  for (let from = year.from; from <= period.to; from = addMonths(from, length)) {
    const to = dayBefore(addMonths(from, length));
    if (from < period.from || to > asOf || to > period.to) continue;
    const key = keyOfDay(frame, per, to);
    found.push({ key, code: stretchCode(per, key), to });
  }
  return found;
}

/** A SELECT of what yes-or-no items are worth in elapsed stretches without a fact, for members present at their end. */
export function missingOnce(frame: Frame, heaps: boolean): string | undefined {
  const rows: string[] = [];
  const items: FrameItem[] = [];
  for (const item of frame.items) {
    const before = rows.length;
    for (const period of frame.periods) {
      const slot = frame.current(item, period);
      if (slot?.value.kind !== 'once' || slot.value.missing === 0) continue;
      for (const [at, { key, code, to }] of elapsed(frame, slot.value.per, period).entries())
        rows.push(
          `(${item.at}, ${period.at}, ${num(key)}, ${code}, ${day(to)}, ${num(slot.value.missing)}, ${3_000_000_000 + at})`,
        );
    }
    if (rows.length > before) items.push(item);
  }
  if (rows.length === 0) return undefined;
  frame.script.step('elapsed', `values ${rows.join(', ')}`, '(i, p, kn, k, to_day, e, o)');
  const current = currently(frame, items);
  const found = heaps
    ? `left join heap h on h.m = mp.m and h.p = mp.p and h.i = l.i and h.kn = l.kn and h.kt = ''`
    : '';
  return `select mp.m, mp.p, l.i, l.o, cast(l.e as bigint) as e, 1 as n, 0 as a, l.to_day as day, cast(null as text) as ref, cast(0 as bigint) as seq, l.k
    from mp join elapsed l on l.p = mp.p ${found} where ${heaps ? 'h.m is null and' : ''} ${current} = 1
    and exists (select 1 from status t where t.branch_id = ${BRANCH} and t.member_id = mp.m and t.from_day <= l.to_day and t.to_day >= l.to_day)`;
}

/** A SELECT of what other items are worth in a period without any fact of theirs, where the scheme says so. */
export function missingWhole(frame: Frame): string | undefined {
  const rows = frame.items.flatMap((item) =>
    frame.periods.flatMap((period) => {
      const slot = frame.current(item, period);
      const worth = slot?.value.kind === 'once' ? 0 : missingOf(slot);
      return worth === 0 ? [] : [{ item, sql: `(${item.at}, ${period.at}, ${day(period.until)}, ${num(worth)})` }];
    }),
  );
  if (rows.length === 0) return undefined;
  const items = [...new Set(rows.map(({ item }) => item))];
  frame.script.step('unsaid', `values ${rows.map(({ sql }) => sql).join(', ')}`, '(i, p, to_day, e)');
  return `select mp.m, mp.p, l.i, 3000000000 as o, cast(l.e as bigint) as e, 1 as n, 0 as a, l.to_day as day,
    cast(null as text) as ref, cast(0 as bigint) as seq, ${stretchCode('year', 0)} as k from mp join unsaid l on l.p = mp.p
    left join (select distinct m, p, i from f where ${isAmong('i', placesOf(items))}) told
      on told.m = mp.m and told.p = mp.p and told.i = l.i
    where told.m is null and ${currently(frame, items)} = 1`;
}

function placesOf(items: readonly FrameItem[]): readonly number[] {
  return items.map(({ at }) => at);
}

/** 1 where the item of a row l has a worth at the end of the period of a row mp. */
function currently(frame: Frame, items: readonly FrameItem[]): string {
  const tests = items.map((item): [number, string] => [
    item.at,
    `case when ${frame.isCurrent(item, 'mp.')} then 1 else 0 end`,
  ]);
  return choose('l.i', new Map(tests), '0');
}

/** A SELECT of conditions 达到条件 and shares of reviews 测评: one unit for each member and period in which they say something. */
export function saidOnce(frame: Frame, marks: Marks, items: readonly FrameItem[]): string | undefined {
  const { script } = frame;
  const slots = frame.slots(items).filter(({ value }) => value.kind === 'meets' || value.kind === 'review');
  if (slots.length === 0) return undefined;
  const among = slots.map(({ at }) => at);
  // The facts of such an item count for nothing themselves; the last one names the stretch, the first one the worth of a former item.
  const first = (column: string): string => `max(case when b = 1 then ${column} end) as ${column}`;
  const last = (column: string): string => `max(case when l = 1 then ${column} end) as ${column}`;
  script.keep(
    'ends',
    `select m, p, i, cs, cd, ${['c', 'r', 'g'].map(first).join(', ')}, ${['day', 'ref', 'seq'].map(last).join(', ')}
    from (select t.*, row_number() over (partition by m, p, i order by o) as b,
      row_number() over (partition by m, p, i order by o desc) as l from rest t where ${isAmong('cs', among)}) t
    group by m, p, i, cs, cd`,
  );
  const asking = items.filter((item) => slots.some((slot) => slot.item === item.at));
  script.step('asking', `values ${asking.map(({ at }) => `(${at})`).join(', ')}`, '(i)');
  const current = asking.map((item): [number, string] => [
    item.at,
    `case when ${frame.isCurrent(item, 'marks.')} then ${currentSlot(frame, item, 'marks.')} else -1 end`,
  ]);
  const now = `select marks.*, a.i, ends.day, ends.ref, ends.seq, ${choose('a.i', new Map(current), '-1')} as slot
    from marks cross join asking a left join ends on ends.m = marks.m and ends.p = marks.p and ends.i = a.i and ends.cd = 1`;
  const columns = ['m', 'p', ...marks.columns].map((one) => `marks.${one}`).join(', ');
  const then = `select ${columns}, ends.c, ends.r, ends.g, ends.i, ends.day, ends.ref, ends.seq, ends.cs as slot
    from ends join marks on marks.m = ends.m and marks.p = ends.p where ends.cd = 0`;
  const rated = slots.filter(({ value }) => value.kind === 'review').map(({ at }) => at);
  const ref = `case when ${isAmong('slot', rated)} then null else ref end`;
  const by = (of: (unit: ReturnType<typeof unitOf>) => string, otherwise: string): string =>
    bySlot(frame, slots, (slot) => of(unitOf(frame, slot, marks)), otherwise);
  const mark = bySlot(frame, slots, (slot) => markOf(slot, marks), 'null');
  const marked = (rows: string): string =>
    script.view(
      `select t.*, cast(${mark} as bigint) as mark from ${script.view(rows)} t where ${isAmong('slot', among)}`,
    );
  const unit = (
    rows: string,
  ): string => `select m, p, i, 2000000000 as o, cast(${by(({ e }) => e, '0')} as bigint) as e,
    1 as n, 0 as a, ${by(({ day: on }) => on, `''`)} as day, ${ref} as ref, ${by(({ seq }) => seq, '0')} as seq, ${by(({ k }) => k, '0')} as k
    from ${marked(rows)} t
    where ${by(({ stays }) => `case when ${stays} then 1 else 0 end`, '0')} = 1`;
  return asking.every((item) => frame.isSteady(item)) ? unit(now) : `${unit(now)} union all ${unit(then)}`;
}

function markOf({ value }: Slot, marks: Marks): string {
  if (value.kind === 'meets')
    return `case when ${value.when.map((one) => marks.holds(one, '')).join(' and ')} then 1 else 0 end`;
  return value.kind === 'review' ? (marks.review(value.review, '')?.num ?? 'null') : 'null';
}

type OneUnit = {
  readonly e: string;
  readonly stays: string;
  readonly k: string;
  readonly day: string;
  readonly seq: string;
};

function unitOf(frame: Frame, slot: Slot, marks: Marks): OneUnit {
  const { value } = slot;
  if (value.kind === 'meets') {
    const yes = frame.worthNumber(slot, (one) => (one.kind === 'meets' ? one.points : 0));
    const no = frame.worthNumber(slot, (one) => (one.kind === 'meets' ? one.otherwise : 0));
    const e = `case when mark = 1 then ${yes} else ${no} end`;
    const until = choose('p', new Map(frame.periods.map((period) => [period.at, day(period.until)])), `''`);
    return {
      e,
      stays: `(day is not null or ${e} <> 0)`,
      k: `case when day is null then ${NOWHERE} else 0 end`,
      day: `coalesce(day, ${until})`,
      seq: 'coalesce(seq, 0)',
    };
  }
  const worth = frame.worthNumber(slot, (one) => (one.kind === 'review' ? one.worth : 0));
  const full = value.kind === 'review' ? reviewFull(frame, value.review) : 1;
  const last = (value.kind === 'review' && marks.review(value.review, '')?.day) || `''`;
  return { e: timesOver('mark', worth, num(full)), stays: 'mark is not null', k: '0', day: last, seq: '-1 - p' };
}

function reviewFull(frame: Frame, id: string): number {
  return frame.prepared.scheme.document.reviews?.find((one) => one.id === id)?.of ?? 1_000_000;
}
