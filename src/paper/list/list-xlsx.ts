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
/** How high a line is, and a row at most, in points of print. */
const [LINE, HIGHEST] = [15, 409];
/** The number of the paper in a workbook. */
const A4 = 9;
/** Characters of a column at most and at least. */
const [WIDEST, NARROWEST] = [48, 8];

/** Writes a list as .xlsx 清单: texts as texts whatever they begin with, points and days as numbers that can be reckoned with, the heads kept in sight. */
export async function writeListXlsx({ title, columns, rows }: List): Promise<Uint8Array> {
  const book = new Workbook();
  // The same list gives the same file, but for the instant that the library writes.
  book.creator = 'Sunledger';
  book.title = placeable(title);
  const sheet = book.addWorksheet(nameOf(title), { views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }] });
  // Printed as it is, a list lies across the paper, whole in its width, with its heads on every sheet.
  const print = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
  Object.assign(sheet.pageSetup, { ...print, paperSize: A4, printTitlesRow: '1:1', showGridLines: true });
  sheet.columns = columns.map(({ head }, at) => ({ width: widthOf([head, ...rows.map((row) => row[at] ?? null)]) }));
  for (const [at, { head, kind }] of columns.entries()) {
    put(sheet, [1, at + 1], head, 'text');
    sheet.getCell(1, at + 1).font = { bold: true };
    if (isNumeric(kind)) sheet.getCell(1, at + 1).alignment = { horizontal: 'right' };
  }
  for (const [line, row] of rows.entries()) {
    for (const [at, cell] of row.entries()) put(sheet, [line + 2, at + 1], cell, columns[at]?.kind ?? 'text');
    const lines = linesOf(row);
    if (lines === 1) continue;
    sheet.getRow(line + 2).height = Math.min(lines * LINE, HIGHEST);
    for (const at of row.keys())
      if (row[at] !== null) {
        const place = sheet.getCell(line + 2, at + 1);
        place.alignment = { ...place.alignment, wrapText: true, vertical: 'top' };
      }
  }
  return await book.xlsx.writeBuffer();
}

function put(sheet: Worksheet, [line, column]: readonly [number, number], cell: Cell, kind: CellKind): void {
  if (cell === null) return;
  const place = sheet.getCell(line, column);
  const value = kind === 'day' && typeof cell === 'string' ? (serialOf(cell) ?? cell) : cell;
  if (typeof value === 'number') {
    place.value = kind === 'points' ? value / POINT : value;
    place.numFmt = FORMATS[kind];
    if (!isNumeric(kind)) place.alignment = { horizontal: 'left' };
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

/** Whether a column is read from the right, as numbers are; a day is read as a text is. */
function isNumeric(kind: CellKind): boolean {
  return kind === 'points' || kind === 'number';
}

/** How many lines a row takes: a text that is wider than the widest column goes on below. */
function linesOf(row: readonly Cell[]): number {
  const long = row.filter((cell) => typeof cell === 'string' && cell.length > WIDEST / 2 - 2);
  return long.reduce((most: number, cell) => Math.max(most, Math.ceil(spanOf(cell) / WIDEST)), 1);
}

/** How many characters a text takes in its first line, and a little room: Chinese takes two. */
function spanOf(cell: Cell): number {
  const [line = ''] = String(cell ?? '').split('\n');
  return [...line].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 2);
}

/** How wide a column is. */
function widthOf(cells: readonly Cell[]): number {
  const widths = cells.slice(0, 200).map(spanOf);
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
