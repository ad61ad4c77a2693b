import { dayAfter } from '#domain/calendar/civil-day.ts';
import { type Day, dayBefore, dayOf, isDay, yearOf } from '#domain/kernel/day.ts';

/** A day found in what was written 日期, and where it stands. */
export type FoundDay = { readonly day: Day; readonly from: number; readonly to: number };

const AGO: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2, 大前天: 3 };
const WEEK = '一二三四五六日';
const UNITS = '小时|个|次|分|节|天|月|篇|场|人|%|％';

/** The weekday of a day, Monday 0 to Sunday 6, counted from a Monday. */
function weekday(day: Day): number {
  const days = Math.round(
    (Date.UTC(yearOf(day), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) - MONDAY) / 86_400_000,
  );
  return ((days % 7) + 7) % 7;
}
/** The fifth of January 1970 was a Monday. */
const MONDAY = 4 * 86_400_000;

function back(day: Day, days: number): Day {
  let at = day;
  for (let step = 0; step < days; step++) at = dayBefore(at);
  return at;
}

function onward(day: Day, days: number): Day {
  let at = day;
  for (let step = 0; step < days; step++) at = dayAfter(at);
  return at;
}

/** Month and day without a year: the latest such day that is not after today. */
function latest(month: number, date: number, today: Day): Day | undefined {
  for (const year of [yearOf(today), yearOf(today) - 1]) {
    const day = dayOf(year, month, date);
    if (isDay(day) && day <= today) return day;
  }
  const day = dayOf(yearOf(today), month, date);
  return isDay(day) ? day : undefined;
}

const full = (found: RegExpExecArray): Day | undefined => {
  const day = dayOf(Number(found[2]), Number(found[3]), Number(found[4]));
  return isDay(day) ? day : undefined;
};

/** The ways in which people write a day, each with what it means today; the first that fits holds. What stands `before` a number is no part of it: older browsers cannot look back without taking it. */
const WAYS: readonly (readonly [RegExp, (found: RegExpExecArray, today: Day) => Day | undefined])[] = [
  [/(?<before>^|\D)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/, full],
  [/(?<before>^|\D)(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?/, full],
  [/(?<before>^|\D)(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?/, ([, , m, d], today) => latest(Number(m), Number(d), today)],
  [
    /(?:(上)(?:个?)(?:周|星期|礼拜)|(?:这|本)?(?:个?)(?:周|星期|礼拜))([一二三四五六日天])/,
    ([, last, name = ''], today) => {
      const monday = back(today, weekday(today) + (last === undefined ? 0 : 7));
      return onward(monday, WEEK.indexOf(name === '天' ? '日' : name));
    },
  ],
  [/大前天|前天|昨[天日]|今[天日]/, ([word], today) => back(today, AGO[word] ?? 0)],
  [
    new RegExp(`(?<before>^|[^\\d.])(\\d{1,2})[./](\\d{1,2})(?![\\d.])(?! *(?:${UNITS}))`),
    ([, , m, d], today) => (Number(m) >= 1 && Number(m) <= 12 ? latest(Number(m), Number(d), today) : undefined),
  ],
  [/(?<before>^|\D)(\d{1,2}) ?[日号]/, ([, , d], today) => latest(Number(today.slice(5, 7)), Number(d), today)],
];

/** Finds the day in what was written 日期识别, relative to today; undefined when none is named. */
export function findDay(text: string, today: Day): FoundDay | undefined {
  for (const [way, meant] of WAYS) {
    const found = way.exec(text);
    const day = found && meant(found, today);
    if (found && day !== undefined && day !== null)
      return { day, from: found.index + (found.groups?.['before']?.length ?? 0), to: found.index + found[0].length };
  }
  return undefined;
}
