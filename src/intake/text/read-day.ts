import { type Day, dayOf, isDay, type Span, within, yearOf } from '#domain/kernel/day.ts';
import type { Cell } from '#intake/table.ts';
import { daySerial } from '#intake/workbook/serial-day.ts';
import { clean } from './clean.ts';

const FULL = /^(\d{4})(?:([-./])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))(?:[T ].{0,16})?$/;
const SHORT = /^(\d{1,2})月(\d{1,2})[日号]$/;
const SERIAL = /^[2-8]\d{4}(?:\.\d+)?$/;

function checked(year: number, month: number, day: number): Day | undefined {
  const text = dayOf(year, month, day);
  return isDay(text) ? text : undefined;
}

/** The day in a year that is known: the one of the span's calendar years in which it falls inside the span, else the first. */
function inYear(month: number, day: number, year: Span): Day | undefined {
  let outside: Day | undefined;
  for (let number = yearOf(year.from); number <= yearOf(year.to); number++) {
    const found = checked(number, month, day);
    if (found && within(found, year)) return found;
    outside ??= found;
  }
  return outside;
}

/** Reads a cell as a day 日期: 2026.3.5, 2026/3/5, 2026-03-05, 2026年3月5日, 20260305, a day number, or 3月5日 where the year is known. */
export function readDay(cell: Pick<Cell, 'kind' | 'text'>, epoch1904: boolean, year?: Span): Day | undefined {
  const text = clean(cell.text);
  if (cell.kind === 'date') return isDay(text) ? text : undefined;
  if (SERIAL.test(text)) return daySerial(Number(text), epoch1904 && cell.kind === 'number');
  const compact = text.replace(/(?<=[年月./-]) | (?=[年月日号./-])/g, '');
  const full = FULL.exec(compact);
  if (full)
    return checked(Number(full[1]), Number(full[3] ?? full[5] ?? full[7]), Number(full[4] ?? full[6] ?? full[8]));
  const short = year && SHORT.exec(compact);
  return short ? inYear(Number(short[1]), Number(short[2]), year) : undefined;
}
