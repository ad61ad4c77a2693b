/** A civil day 日 as ISO text "2026-03-05" in Asia/Shanghai; days compare as text. */
export type Day = string;

/** A stretch of days, both ends inside. */
export type Span = { readonly from: Day; readonly to: Day };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of days in a month 1–12 of a Gregorian year. */
export function monthLength(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (LENGTHS[month - 1] ?? 0);
}

/** Whether the text is a real civil day between 1900 and 2199. */
export function isDay(text: string): text is Day {
  const match = DAY.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const day = Number(match[3]);
  return year >= 1900 && year <= 2199 && day >= 1 && day <= monthLength(year, Number(match[2]));
}

/** Builds the ISO text of a day; the parts must be in range. */
export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The month 1–12 of a day, read off its characters: called for every fact. */
export function monthOf(day: Day): number {
  return (day.charCodeAt(5) - 48) * 10 + day.charCodeAt(6) - 48;
}

/** The last day of a month. */
export function endOfMonth(year: number, month: number): Day {
  return dayOf(year, month, monthLength(year, month));
}

/** The day a number of months later, held to that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return dayOf(year, month, Math.min(Number(day.slice(8)), monthLength(year, month)));
}

/** The day before. */
export function dayBefore(day: Day): Day {
  const date = Number(day.slice(8));
  if (date > 1) return `${day.slice(0, 8)}${String(date - 1).padStart(2, '0')}`;
  const month = monthOf(day);
  return month === 1 ? `${String(yearOf(day) - 1).padStart(4, '0')}-12-31` : endOfMonth(yearOf(day), month - 1);
}

const PERIOD = /^(\d{4})(?:-(\d{2})|-?[Qq]([1-4])|-?[Hh]([12]))?$/;

/** Reads "2026", "2026-03", "2026Q1" or "2026H2" as its span of days; undefined when it is no period. */
export function parsePeriod(text: string): Span | undefined {
  const match = PERIOD.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return undefined;
  const [, , month, quarter, half] = match;
  if (month !== undefined) {
    const number = Number(month);
    return number >= 1 && number <= 12 ? months(year, number, 1) : undefined;
  }
  if (quarter !== undefined) return months(year, Number(quarter) * 3 - 2, 3);
  if (half !== undefined) return months(year, Number(half) * 6 - 5, 6);
  return months(year, 1, 12);
}

function months(year: number, first: number, count: number): Span {
  return { from: dayOf(year, first, 1), to: endOfMonth(year, first + count - 1) };
}

/** Whether a day lies in a span, both ends inside. */
export function within(day: Day, span: Span): boolean {
  return day >= span.from && day <= span.to;
}

/** A day as records in Chinese write it 公历日期: 2026年3月5日. */
export function dayText(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
