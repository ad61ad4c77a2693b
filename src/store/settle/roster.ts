import { addMonths, dayBefore } from '#domain/kernel/day.ts';
import { choose, num } from './arithmetic.ts';
import type { Frame } from './frame.ts';
import { BRANCH } from './script.ts';

/** A day as SQL; days come from the domain, which has checked their form. */
export function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`not a day: ${text}`);
  return `'${text}'`;
}

/**
 * Adds the roster 名册: `st` with each status of a member (m, from_day, to_day, c, r, g; `hidden` is 1 where a later row
 * may win on some of its days), and `mp` with each member in each period they belonged to (m, p, c, r, g and last year's total lt).
 */
export function addRoster(frame: Frame): void {
  const { script, profiles, periods, byPeriod } = frame;
  script.keep(
    'st',
    `select s.member_id as m, s.seq, s.from_day, s.to_day, ${profiles.codes(script, 's.')},
    case when exists (select 1 from status t where t.branch_id = s.branch_id and t.member_id = s.member_id and t.seq > s.seq
      and t.from_day <= s.to_day and t.to_day >= s.from_day) then 1 else 0 end as hidden
    from status s where s.branch_id = ${BRANCH}`,
  );
  if (periods.length === 0) {
    script.keep('mp', 'select m, 0 as p, 0 as c, 0 as r, 0 as g, cast(null as bigint) as lt from st where 1 = 0');
    return;
  }
  const rows = periods.map(({ at, from, to, until }) => `(${at}, ${day(from)}, ${day(to)}, ${day(until)})`);
  script.step('per', `values ${rows.join(', ')}`, '(p, first_day, last_day, until)');
  // What held at the end of the period, else what ended last in it (lastProfile); the later row of equals.
  const ends = 'case when s.to_day >= per.last_day then 1 else 0 end';
  const last = `select s.m, per.p, s.c, s.r, s.g,
    row_number() over (partition by s.m, per.p order by ${ends} desc,
      case when s.to_day >= per.last_day then '' else s.to_day end desc, s.seq desc) as k,
    max(case when s.from_day <= per.until then 1 else 0 end) over (partition by s.m, per.p) as belongs
    from st s join per on s.from_day <= per.last_day and s.to_day >= per.first_day`;
  const join = byPeriod
    ? `join (${last}) l on l.m = b.member_id and l.k = 1 and l.belongs = 1`
    : `left join (${last}) l on l.m = b.member_id and l.k = 1`;
  script.keep(
    'mp',
    `select b.member_id as m, coalesce(l.p, 0) as p, coalesce(l.c, 0) as c, coalesce(l.r, 0) as r,
    coalesce(l.g, 0) as g, b.last_total as lt${frame.countsMonths ? ', coalesce(t.months, 0) as months' : ''} from member b ${join} ${addMonthsOf(frame)} where b.branch_id = ${BRANCH}`,
  );
}

/** The months of the year in which a member was in the branch for at least a day. */
function addMonthsOf(frame: Frame): string {
  if (!frame.countsMonths) return '';
  const { year } = frame.prepared;
  const months: string[] = [];
  for (let from = year.from; from <= year.to; from = addMonths(from, 1)) {
    const to = dayBefore(addMonths(from, 1));
    months.push(`max(case when from_day <= ${day(to)} and to_day >= ${day(from)} then 1 else 0 end)`);
  }
  return `left join (select m, ${months.join(' + ')} as months from st group by m) t on t.m = b.member_id`;
}

/** The number of the period in which a day lies, as SQL. */
export function periodOf(frame: Frame, on: string): string {
  const { periods } = frame;
  const last = periods.at(-1);
  const tests = periods.slice(0, -1).map(({ at, to }) => `when ${on} <= ${day(to)} then ${num(at)}`);
  return tests.length === 0 ? num(last?.at ?? 0) : `case ${tests.join(' ')} else ${num(last?.at ?? 0)} end`;
}

/** The place of the scheme version 方案版本 in force on a day, as SQL. */
export function versionAt(frame: Frame, on: string): string {
  const tests = frame.versions.slice(1).map((version, at) => {
    const from = day(version.document.effective ?? '0000-01-01');
    return { at: at + 1, from };
  });
  if (tests.length === 0) return '0';
  return `case ${tests
    .toReversed()
    .map(({ at, from }) => `when ${on} >= ${from} then ${at}`)
    .join(' ')} else 0 end`;
}

/** SQL by slot, chosen by the number in a column; it is asked only where slots disagree, since rows bear no other numbers. */
export function bySlot<S extends { readonly at: number }>(
  frame: Frame,
  slots: readonly S[],
  of: (slot: S) => string,
  otherwise = '0',
  on = 'slot',
): string {
  const all = new Map(slots.map((slot) => [slot.at, of(slot)]));
  const [first = otherwise] = all.values();
  if (all.size === frame.slots().length && [...all.values()].every((one) => one === first)) return first;
  return choose(on, all, otherwise);
}
