import type { Place } from '#domain/kernel/problem.ts';
import { type Enough, findHeader, foundHeadings, type Header, placeOf } from './find-header.ts';
import { isFooter, isFooterName } from './footer.ts';
import { type Headings, headingKey } from './headings.ts';
import type { Report } from './report.ts';
import { type Cell, columnLetter, type Row, type Table } from './table.ts';
import { clean, tidy } from './text/clean.ts';
import { readDecimal } from './text/decimal.ts';

/** One row under a header, its cells by field; `whole` is the row with what of it is not read. */
export class Entry<F extends string> {
  readonly table: Table;
  readonly row: Row;
  readonly whole: Row;
  readonly header: Header<F>;
  readonly #cells = new Map<F, Cell>();

  constructor(table: Table, header: Header<F>, row: Row, whole: Row = row) {
    this.table = table;
    this.header = header;
    this.row = row;
    this.whole = whole;
    for (const cell of row.cells) {
      const field = header.columns.get(cell.column);
      if (field !== undefined) this.#cells.set(field, cell);
    }
  }

  /** The cell of a field; undefined when it is empty. */
  cell(field: F): Cell | undefined {
    return this.#cells.get(field);
  }

  /** The text of a field as written; empty when the cell is. */
  text(field: F): string {
    return this.#cells.get(field)?.text ?? '';
  }

  /** The fields that have something in them. */
  get filled(): IterableIterator<readonly [F, Cell]> {
    return this.#cells.entries();
  }

  /** Whether nothing stands under any known heading. */
  get blank(): boolean {
    return this.#cells.size === 0;
  }

  /** The place of a field's cell, or of the row when the table has no such column. */
  place(field?: F): Place {
    const column = field === undefined ? undefined : this.#column(field);
    return placeOf(this.table, this.row.number, column, this.header.titles.get(column ?? 0));
  }

  /** The heading of a field as the person wrote it. */
  heading(field: F): string {
    return this.header.titles.get(this.#column(field) ?? 0) ?? '';
  }

  #column(field: F): number | undefined {
    for (const [column, known] of this.header.columns) if (known === field) return column;
    return undefined;
  }
}

/** What a kind of table must have so that it is taken for one, and how messages name it. */
export type TableKind<F extends string> = {
  readonly fields: ReadonlyMap<string, F>;
  readonly headings: Headings<F>;
  readonly enough: Enough<F>;
  /** The fields that identify the member of a row. */
  readonly who: readonly F[];
};

/** The sheets of a kind with their headers; when no sheet is one, a problem that names the headings expected and found. */
export function sheetsOfKind<F extends string>(
  tables: readonly Table[],
  kind: TableKind<F>,
  report: Report,
): readonly { readonly table: Table; readonly header: Header<F> }[] {
  const found: { table: Table; header: Header<F> }[] = [];
  const others: Table[] = [];
  for (const table of tables) {
    const header = findHeader(table, kind.fields, kind.enough, report);
    if (header) found.push({ table, header });
    else others.push(table);
  }
  const expected = Object.values<readonly string[]>(kind.headings)
    .flatMap((names) => names.slice(0, 1))
    .join('、');
  const told = new Set<string>();
  for (const table of others) {
    const where = table.sheet === undefined ? { file: table.file } : { file: table.file, sheet: table.sheet };
    const headings = foundHeadings(table);
    // Twelve months with the same headings are one thing to mend.
    if (found.length === 0 && told.has(headings)) continue;
    told.add(headings);
    if (found.length === 0) report.error('intake.no-headings', where, { expected, found: headings || '—' });
    else if (headings && !table.keyed)
      report.warning('intake.sheet-skipped', where, { sheet: table.sheet ?? '', found: headings });
  }
  return found;
}

/** Walks the entries under each header of a kind: blank rows pass, sums and notes are named, formula and error cells refused. */
export function* entriesOf<F extends string>(
  tables: readonly Table[],
  kind: TableKind<F>,
  report: Report,
): Generator<Entry<F>> {
  for (const { table, header } of sheetsOfKind(tables, kind, report)) {
    for (let at = header.at + 1; at < table.rows.length; at++) {
      const row = table.rows[at];
      const entry = row && takeEntry(new Entry(table, header, row), kind, report);
      if (entry) yield entry;
    }
  }
}

/** Passes an entry on unless it is blank, a sum or note, or has cells that cannot be taken. */
export function takeEntry<F extends string>(entry: Entry<F>, kind: TableKind<F>, report: Report): Entry<F> | undefined {
  if (entry.blank) return undefined;
  const nobody = kind.who.every((field) => !entry.cell(field));
  const first = entry.whole.cells[0];
  const named = kind.who.map((field) => entry.text(field)).find(isFooterName);
  if (named !== undefined || (nobody && isFooter(entry.whole))) {
    report.warning('intake.footer-row', entry.place(), { text: tidy(named ?? first?.text ?? '').slice(0, 20) });
    return undefined;
  }
  const again = headingAgain(entry, kind);
  if (again !== undefined) {
    report.warning('intake.heading-row', entry.place(), { text: again.slice(0, 20) });
    return undefined;
  }
  const below = nobody ? headingsBelow(entry) : undefined;
  if (below !== undefined) {
    report.error('intake.heading-below', entry.place(), { found: below });
    return undefined;
  }
  let sound = true;
  for (const [field, cell] of entry.filled) {
    if (cell.kind !== 'formula' && cell.kind !== 'error') continue;
    const name = entry.table.keyed ? entry.heading(field) : `${columnLetter(cell.column)}${entry.row.number}`;
    const code = cell.kind === 'formula' ? 'intake.formula-cell' : 'intake.error-cell';
    report.error(code, entry.place(field), { cell: name, heading: entry.heading(field), text: cell.text });
    sound = false;
  }
  if (sound && nobody) report.error('intake.no-member', entry.place());
  return sound && !nobody ? entry : undefined;
}

/** What the row right under the headings says where it is one of headings too 第二行表头: short words, nobody and no number. */
function headingsBelow<F extends string>({ table, header, whole }: Entry<F>): string | undefined {
  const { cells } = whole;
  const isHeading = ({ kind, text }: Cell): boolean =>
    kind === 'text' && text.length <= LONGEST && typeof readDecimal(clean(text)) !== 'number';
  return table.rows[header.at + 1]?.number === whole.number && cells.length > 1 && cells.every(isHeading)
    ? cells
        .map(({ text }) => tidy(text))
        .join('、')
        .slice(0, 60)
    : undefined;
}

/** A heading is no longer than this. */
const LONGEST = 20;

/** What stands where a person should, when it is a heading again (a second row of headings, or those of the next printed page) or an explanation in brackets. */
function headingAgain<F extends string>(entry: Entry<F>, { fields, who }: TableKind<F>): string | undefined {
  const texts = who.flatMap((field) => {
    const text = clean(entry.text(field));
    return fields.get(headingKey(text)) === field || /^(?:\(.*\)|\*?必填\*?)$/.test(text) ? [text] : [];
  });
  return texts[0];
}
