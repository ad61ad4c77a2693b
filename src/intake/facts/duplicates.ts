import type { Entry } from '#intake/entries.ts';
import type { FactField } from '#intake/headings.ts';
import type { Report } from '#intake/report.ts';

/** The columns that make two rows of facts the same, in the order compared. */
export const COMPARED: readonly FactField[] = [
  'member',
  'id',
  'name',
  'item',
  'on',
  'period',
  'quantity',
  'level',
  'points',
  'score',
  'rater',
  'ref',
  'note',
];

/** Warns of rows that are written exactly alike 重复行; they count all the same, as two equal things can happen. */
export class Duplicates {
  readonly #seen = new Map<string, number>();

  /** Looks at an understood row. */
  check(entry: Entry<FactField>, report: Report): void {
    const key = COMPARED.map((field) => entry.text(field)).join('\u0000');
    const first = this.#seen.get(key);
    if (first === undefined) this.#seen.set(key, entry.row.number);
    else report.warning('intake.duplicate-row', entry.place(), { row: first });
  }
}
