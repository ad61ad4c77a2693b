import { type Day, yearOf } from '#domain/kernel/day.ts';
import { dayAfter, isWeekend } from './civil-day.ts';
import type { HolidayNotice } from './holiday-notice.ts';

/** The working-day calendar 工作日历: the years whose notice is known, and whether each day that a notice names is worked. */
export type Calendar = { readonly years: ReadonlySet<number>; readonly named: ReadonlyMap<Day, boolean> };

/** The calendar of these notices; where two name the same day, the later in the list counts (an amending notice 调整通知 comes after). */
export function calendarOf(notices: readonly Pick<HolidayNotice, 'year' | 'holidays'>[]): Calendar {
  const named = new Map<Day, boolean>();
  for (const { holidays } of notices)
    for (const { days, worked } of holidays) {
      for (let day = days.from; day <= days.to; day = dayAfter(day)) named.set(day, false);
      for (const day of worked) named.set(day, true);
    }
  return { years: new Set(notices.map((notice) => notice.year)), named };
}

/**
 * Whether a day is a working day 工作日: what a notice says of it, else Monday to Friday; `'unpublished'` 未公布 when its year has no notice (product §3).
 * Compare with `=== true`: the word for not knowing is truthy. A branch's own closures, such as school holidays, change nothing here.
 */
export function isWorkingDay(calendar: Calendar, day: Day): boolean | 'unpublished' {
  const said = calendar.named.get(day);
  if (said !== undefined) return said;
  return calendar.years.has(yearOf(day)) ? !isWeekend(day) : 'unpublished';
}

/** Whether a term counts this day: a working day, or provisionally any weekday 周一至周五 where nothing is published (product §3). */
export function counts(calendar: Calendar, day: Day): boolean {
  const known = isWorkingDay(calendar, day);
  return known === 'unpublished' ? !isWeekend(day) : known;
}
