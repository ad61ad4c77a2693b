import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { POINT } from '#domain/kernel/points.ts';
import { placeable } from './guard.ts';
import type { Cell, CellKind, List } from './list.ts';

/** The format for text: what is typed over a place of it stays text as well. */
const TEXT = '@';
const FORMATS: Readonly<Record<CellKind, string>> = {
  text: TEXT,
  number: '0',
  points: '0.####',
  day: 'yyyy-mm-dd',
};

const DAY = 24 * 60 * 60 * 1000;
/** The day from which spreadsheets count. */
const FIRST = Date.UTC(1899, 11, 30);
/** Characters of a column at most and at least. */
const [WIDEST, NARROWEST] = [48, 8];

/** Writes a list as .xlsx 清单: texts as texts whatever they begin with, points and days as numbers that can be reckoned with, the heads kept in sight. */
export async function writeListXlsx({ title, columns, rows }: List): Promise<Uint8Array> {
  const book = new Workbook();
  // The same list gives the same file, but for the instant that the library writes.
  book.creator = 'Sunledger';
  book.title = placeable(title);
  const sheet = book.addWorksheet(nameOf(title), { views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }] });
  sheet.columns = columns.map(({ head }, at) => ({ width: widthOf([head, ...rows.map((row) => row[at] ?? null)]) }));
  for (const [at, { head }] of columns.entries()) {
    put(sheet, [1, at + 1], head, 'text');
    sheet.getCell(1, at + 1).font = { bold: true };
  }
  for (const [line, row] of rows.entries())
    for (const [at, cell] of row.entries()) put(sheet, [line + 2, at + 1], cell, columns[at]?.kind ?? 'text');
  return await book.xlsx.writeBuffer();
}

function put(sheet: Worksheet, [line, column]: readonly [number, number], cell: Cell, kind: CellKind): void {
  if (cell === null) return;
  const place = sheet.getCell(line, column);
  const value = kind === 'day' && typeof cell === 'string' ? (serialOf(cell) ?? cell) : cell;
  if (typeof value === 'number') {
    place.value = kind === 'points' ? value / POINT : value;
    place.numFmt = FORMATS[kind];
  } else {
    place.value = placeable(value);
    place.numFmt = TEXT;
  }
}

/** A day as spreadsheets count it; undefined for what is none, or before they began. */
function serialOf(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined || Number(year) < 1901) return undefined;
  return (Date.UTC(Number(year), Number(month) - 1, Number(date)) - FIRST) / DAY;
}

/** How wide a column is: Chinese takes two characters. */
function widthOf(cells: readonly Cell[]): number {
  const widths = cells.slice(0, 200).map((cell) => {
    const [line = ''] = String(cell ?? '').split('\n');
    return [...line].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 2);
  });
  return Math.min(
    WIDEST,
    widths.reduce((a, b) => Math.max(a, b), NARROWEST),
  );
}

/** A name that a spreadsheet accepts for a sheet. */
function nameOf(title: string): string {
  return (
    placeable(title)
      .replace(/[\\/?*[\]:']/gu, ' ')
      .slice(0, 31)
      .trim() || '1'
  );
}
