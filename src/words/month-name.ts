/** The names of the months 月份名称, for languages that say them by name. */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What a sentence may say of a month 月份: its number alone or with two digits, its name, and the name cut short; for a number as in 2026-03. */
export function monthParams(mm: string): {
  readonly m: number;
  readonly mm: string;
  readonly month: string;
  readonly mon: string;
} {
  const m = Number(mm);
  const month = MONTHS[m - 1] ?? mm;
  return { m, mm, month, mon: month.slice(0, 3) };
}
