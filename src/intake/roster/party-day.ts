import { type Day, dayOf, isDay } from '#domain/kernel/day.ts';
import type { Cell } from '#intake/table.ts';
import { clean } from '#intake/text/clean.ts';
import { readDay } from '#intake/text/read-day.ts';

const MONTH = /^(\d{4})(?:[-./](\d{1,2})|年(\d{1,2})月?|(\d{2}))$/;

/** A day as offices write it 年月: 1985.06, 198506, 1985年6月 stand for the first of the month; `ambiguous` where a number lost its last zero, as 1985.10 does. */
export type PartyDay = { readonly day: Day; readonly ambiguous: boolean };

/** Reads a day of a person's life in the Party: a month alone, or any form of a day; undefined where it is none. */
export function readPartyDay(cell: Pick<Cell, 'kind' | 'text'>, epoch1904: boolean): PartyDay | undefined {
  const text = clean(cell.text).replaceAll(' ', '');
  const month = cell.kind === 'date' ? undefined : MONTH.exec(text);
  if (month) {
    const day = dayOf(Number(month[1]), Number(month[2] ?? month[3] ?? month[4]), 1);
    return isDay(day) ? { day, ambiguous: cell.kind === 'number' && /^\d{4}\.1$/.test(text) } : undefined;
  }
  const day = readDay(cell, epoch1904);
  return day === undefined ? undefined : { day, ambiguous: false };
}
