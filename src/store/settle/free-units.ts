import { choose, num, sum } from './arithmetic.ts';
import type { Frame, FrameItem } from './frame.ts';
import { NAMED_YEAR, remembers, stretchOfUnits } from './stretch.ts';

/** Lets the earliest occurrences of each stretch go free 免扣: a SELECT of units from those of `from`, other items as they are. */
export function freeUnits(frame: Frame, items: readonly FrameItem[], from: string): string {
  const list = items.flatMap((item) => (item.plan.free ? [{ at: item.at, item, ...item.plan.free }] : []));
  const { kn, kt } = stretchOfUnits(frame, list);
  const by = (of: (one: (typeof list)[number]) => string, otherwise: string): string =>
    choose('i', new Map(list.map((one) => [one.at, of(one)])), otherwise);
  const part = 'partition by m, p, i, kn, kt';
  const main = 'case when a = 0 then n else 0 end';
  const spanning = list.some(({ item, per }) => remembers(frame, item, per));
  const name = spanning ? by(({ per }) => (per === 'year' ? NAMED_YEAR : 'kn'), 'kn') : 'kn';
  const keyed = frame.script.view(`select t.*, ${name} as name, ${by(({ count }) => num(count), 'null')} as most
    from ${frame.script.view(`select t.*, ${kn} as kn, ${kt} as kt from ${from} t`)} t`);
  const used = spanning
    ? `${sum(main, ' over (partition by m, i, name, kt order by p)')} - ${sum(main, ' over (partition by m, i, name, kt, p)')}`
    : '0';
  const remembered = by(({ item, per }) => (remembers(frame, item, per) ? used : '0'), '0');
  const counted =
    frame.script.view(`select t.*, ${sum(main, ` over (${part} order by o rows between unbounded preceding and 1 preceding)`)} as before,
    ${remembered} as used, min(o) over (${part}) as first from ${keyed} t`);
  const left = frame.script.view(
    `select t.*, case when most is null then 0 else most - used - before end as free from ${counted} t`,
  );
  const n = 'case when a = 1 or free <= 0 then n when free < n then n - free else 0 end';
  return `select m, p, i, row_number() over (partition by m, p, i order by case when most is null then 0 else first end, o) as o,
    e, cast(${n} as bigint) as n, a, day, ref, seq, k from ${left} t where a = 1 or free <= 0 or free < n`;
}
