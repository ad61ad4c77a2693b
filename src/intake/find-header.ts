import type { Place } from '#domain/kernel/problem.ts';
import { type HeadingRow, joinHeadingRows } from './heading-rows.ts';
import { headingKey } from './headings.ts';
import type { Report } from './report.ts';
import { columnLetter, type Row, type Table } from './table.ts';
import { tidy } from './text/clean.ts';
import { masked } from './text/masked.ts';
import { distance } from './text/near.ts';

const SEARCHED = 20;

/** Where a table's header 表头行 is and which column stands for which field; `titles` are the headings as written, by column. */
export type Header<F extends string> = {
  readonly at: number;
  readonly columns: ReadonlyMap<number, F>;
  readonly titles: ReadonlyMap<number, string>;
};

type Match<F extends string> = { at: number; row: Row; known: Set<F>; keys: Set<string> };

type Unknown = { readonly place: Place; readonly title: string };

/** Whether a row with these known fields, and these headings in the form compared, is the header sought. */
export type Enough<F extends string> = (known: ReadonlySet<F>, keys: ReadonlySet<string>) => boolean;

function bestRow<F extends string>(table: Table, fields: ReadonlyMap<string, F>): Match<F> | undefined {
  let best: Match<F> | undefined;
  for (const [at, row] of table.rows.slice(0, SEARCHED).entries()) {
    const match = matchOf({ at, row }, fields);
    if (match.known.size > (best?.known.size ?? 0)) best = match;
  }
  const joined = best && joinHeadingRows(table, best, fields);
  return joined ? matchOf(joined, fields) : best;
}

function matchOf<F extends string>({ at, row }: HeadingRow, fields: ReadonlyMap<string, F>): Match<F> {
  const known = new Set<F>();
  const keys = new Set<string>();
  for (const cell of row.cells) {
    if (cell.text.length > 40) continue;
    const key = headingKey(cell.text);
    const field = fields.get(key);
    keys.add(key);
    if (field !== undefined) known.add(field);
  }
  return { at, row, known, keys };
}

/** Finds the header among the first twenty rows, below any title rows; undefined when none has all that `enough` asks for. */
export function findHeader<F extends string>(
  table: Table,
  fields: ReadonlyMap<string, F>,
  enough: Enough<F>,
  report: Report,
): Header<F> | undefined {
  const best = bestRow(table, fields);
  if (!best || !enough(best.known, best.keys)) return undefined;
  const columns = new Map<number, F>();
  const titles = new Map<number, string>();
  const first = new Map<F, number>();
  const unknown: Unknown[] = [];
  for (const cell of best.row.cells) {
    const title = tidy(cell.text).slice(0, 40);
    titles.set(cell.column, title);
    const field = fields.get(headingKey(cell.text));
    const place = placeOf(table, best.row.number, cell.column, title);
    if (field === undefined) unknown.push({ place, title });
    else if (first.has(field)) {
      const other = first.get(field) ?? 0;
      const params = { heading: title, first: table.keyed ? (titles.get(other) ?? '') : columnLetter(other) };
      report.error('intake.heading-twice', place, params);
    } else {
      first.set(field, cell.column);
      columns.set(cell.column, field);
    }
  }
  warnWhenNear(unknown, fields, first, report);
  return { at: best.at, columns, titles };
}

/** Whether an unknown heading was probably meant as a known one: one mark more or less, or one wrong in a longer word. */
function nearly(key: string, known: string): boolean {
  if (key.length < 2 || known.length < 2) return false;
  const latin = /^[a-z_]+$/.test(known) && known.length >= 5;
  if (key.length >= 3 && known.length >= 3) return distance(key, known, latin ? 2 : 1) <= (latin ? 2 : 1);
  return Math.abs(key.length - known.length) === 1 && (key.includes(known) || known.includes(key));
}

function warnWhenNear<F extends string>(
  unknown: readonly Unknown[],
  fields: ReadonlyMap<string, F>,
  found: ReadonlyMap<F, number>,
  report: Report,
): void {
  for (const { place, title } of unknown) {
    for (const [known, field] of fields) {
      if (found.has(field) || !nearly(headingKey(title), known)) continue;
      report.warning('intake.heading-near', place, { heading: title, known });
      break;
    }
  }
}

/** The place of a cell as the person counts: file, sheet, row and column letter (the name, where columns have only names). */
export function placeOf(table: Table, row: number, column?: number, title = ''): Place {
  const where = table.sheet === undefined ? { file: table.file, row } : { file: table.file, sheet: table.sheet, row };
  return column === undefined ? where : { ...where, column: table.keyed ? title : columnLetter(column) };
}

/** The headings that a table's likeliest header row has, for a message that none of them was known. */
export function foundHeadings(table: Table): string {
  return (likelyHeader(table)?.cells ?? [])
    .slice(0, 12)
    .map((cell) => masked(tidy(cell.text)).slice(0, 12))
    .join('、');
}

/** The row that is a table's likeliest header: the first of the widest. */
export function likelyHeader(table: Table): Row | undefined {
  const rows = table.rows.slice(0, SEARCHED);
  return rows.reduce<Row | undefined>((a, b) => (a && a.cells.length >= b.cells.length ? a : b), undefined);
}
