import { type Day, dayOf } from '#domain/kernel/day.ts';

const DAY_MS = 86_400_000;
const LAST = 109_574;

/** Turns a spreadsheet's day number 日期序号 into a day, counting from 1900 (with its 29 February 1900 that never was) or 1904; undefined before 1900 or after 2199. */
export function daySerial(serial: number, from1904: boolean): Day | undefined {
  const whole = Math.floor(serial + 1e-9) + (from1904 ? 1462 : 0);
  if (!(whole >= 1 && whole <= LAST) || (whole === 60 && !from1904)) return undefined;
  const base = whole < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const date = new Date(base + whole * DAY_MS);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
