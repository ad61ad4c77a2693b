import { addMonths, type Day } from '#domain/kernel/day.ts';
import { type Calendar, counts, isWorkingDay } from './calendar.ts';
import { dayAfter } from './civil-day.ts';

/**
 * A term 期限: its last day, at whose 24:00 in Asia/Shanghai it ends, and whether that day is provisional 未公布 because a day it rests on has no data.
 * It is derived: keep the start and the length, and ask again whenever a notice comes in (docs/decisions/004-terms.md).
 */
export type Term = { readonly last: Day; readonly provisional: boolean };

/** A number of working days 工作日, and whether it rests on a day without data 未公布. */
export type WorkingDays = { readonly days: number; readonly provisional: boolean };

/** The longest terms counted, in working days and in months: more is a mistake of the caller. */
const MOST_DAYS = 1000;
const MOST_MONTHS = 120;

/**
 * The term of a number of working days (1–1000) that starts with a day, which is not counted itself 当日不计入 (product §3; Civil Code 民法典 art. 201).
 * Provisional as soon as one day from the first counted to the last has no data.
 */
export function term(calendar: Calendar, start: Day, workingDays: number): Term {
  demand(workingDays, MOST_DAYS);
  let last = start;
  let provisional = false;
  for (let left = workingDays; left > 0; ) {
    last = dayAfter(last);
    if (isWorkingDay(calendar, last) === 'unpublished') provisional = true;
    if (counts(calendar, last)) left -= 1;
  }
  return { last, provisional };
}

/**
 * The term of a number of months (1–120) 按月计算的期限, for an appeal (3) and an improvement (12 at most): its last day is the corresponding day 对应日,
 * else that month's last (Civil Code art. 202). If nobody works that day, it is the next working day (art. 203: 以法定休假日结束的次日为期间的最后一日);
 * weekends are such days unless worked for a holiday. Provisional only by its last day and the days it is moved over, for no other day decides it.
 */
export function termMonths(calendar: Calendar, start: Day, months: number): Term {
  demand(months, MOST_MONTHS);
  let last = addMonths(start, months);
  let provisional = isWorkingDay(calendar, last) === 'unpublished';
  while (!counts(calendar, last)) {
    last = dayAfter(last);
    if (isWorkingDay(calendar, last) === 'unpublished') provisional = true;
  }
  return { last, provisional };
}

/** Whether a term is over 届满 on a day: from the day after its last, and never while it is provisional (product §3). */
export function isOver(term: Term, today: Day): boolean {
  return !term.provisional && today > term.last;
}

/** The working days 工作日 after one day up to and with another: the inverse of `term`; 0 when the second is not later. */
export function workingDaysBetween(calendar: Calendar, after: Day, upTo: Day): WorkingDays {
  let days = 0;
  let provisional = false;
  for (let day = after; day < upTo; ) {
    day = dayAfter(day);
    if (isWorkingDay(calendar, day) === 'unpublished') provisional = true;
    if (counts(calendar, day)) days += 1;
  }
  return { days, provisional };
}

/** The working days left 剩余工作日 of a term after today: all on its day 0, 0 on its last day, which still runs until 24:00, and 0 when it is over. */
export function workingDaysLeft(calendar: Calendar, term: Term, today: Day): WorkingDays {
  const { days, provisional } = workingDaysBetween(calendar, today, term.last);
  return { days, provisional: provisional || term.provisional };
}

function demand(length: number, most: number): void {
  if (!Number.isInteger(length) || length < 1 || length > most) throw new RangeError(`a term of ${length}`);
}
