import { type Day, dayOf, monthLength, monthOf, yearOf } from '#domain/kernel/day.ts';

/** The day after. */
export function dayAfter(day: Day): Day {
  const year = yearOf(day);
  const month = monthOf(day);
  const date = Number(day.slice(8));
  if (date < monthLength(year, month)) return dayOf(year, month, date + 1);
  return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
}

/** What each month adds to the weekday; years are counted from March, so that a leap day comes last. */
const SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** Whether a day is a Saturday or Sunday 周休息日 (State Council Order 174 of 1995, art. 7), whatever a holiday notice makes of it. */
export function isWeekend(day: Day): boolean {
  const month = monthOf(day);
  const year = yearOf(day) - (month < 3 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const weekday = (year + leaps + (SHIFTS[month - 1] ?? 0) + Number(day.slice(8))) % 7;
  return weekday === 0 || weekday === 6;
}
