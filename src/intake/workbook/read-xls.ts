import * as XLSX from '@e965/xlsx';
import { Fault } from '#intake/fault.ts';
import type { Limits } from '#intake/limits.ts';
import type { Sheet, Sheets, Unseen } from '#intake/sheets.ts';
import type { Cell } from '#intake/table.ts';
import { decimalText } from '#intake/text/decimal.ts';
import { daySerial } from './serial-day.ts';
import { type Budget, fillMerges, type Merge, SheetCells } from './sheet-cells.ts';
import { percentText, showsDay, showsPercent } from './workbook-styles.ts';
import { hiddenColumns } from './xls-columns.ts';

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

type Loaded = { readonly book: XLSX.WorkBook; readonly hidden: ReturnType<typeof hiddenColumns> };

function load(bytes: Buffer, file: string, codepages: unknown): Loaded {
  const container = XLSX.CFB.read(bytes, { type: 'buffer' }) as {
    readonly FullPaths: readonly string[];
    readonly FileIndex: readonly { readonly content?: Uint8Array | readonly number[] }[];
  };
  if (container.FullPaths.some((path) => /\/EncryptedPackage$/i.test(path)))
    throw new Fault('intake.workbook-encrypted', { file });
  const found = container.FullPaths.findIndex((path) => /\/(Workbook|Book)$/i.test(path));
  if (found < 0) throw new Fault('intake.not-a-workbook', { file });
  if (container.FullPaths.some((path) => /\/_VBA_PROJECT_CUR\//i.test(path)))
    throw new Fault('intake.workbook-macros', { file });
  XLSX.set_cptable(codepages);
  const options = {
    type: 'buffer',
    dense: true,
    cellFormula: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
  } as const;
  const stream = Buffer.from(container.FileIndex[found]?.content ?? []);
  return { book: XLSX.read(bytes, options), hidden: hiddenColumns(stream) };
}

/** Reads an old workbook (.xls, or .et of WPS) 旧版工作簿 with the library: values only, formulas told as such. @throws Fault */
export async function readXls(bytes: Buffer, file: string, limits: Limits): Promise<Sheets> {
  const codepages: unknown = await import('@e965/xlsx/dist/cpexcel.full.mjs');
  let loaded: Loaded;
  try {
    loaded = load(bytes, file, codepages);
  } catch (error) {
    if (error instanceof Fault) throw error;
    const locked = /password|encrypt/i.test(String(error));
    throw new Fault(locked ? 'intake.workbook-encrypted' : 'intake.workbook-broken', { file });
  }
  return sheetsOf(loaded, file, limits);
}

function sheetsOf({ book, hidden: columns }: Loaded, file: string, limits: Limits): Sheets {
  const epoch1904 = book.Workbook?.WBProps?.date1904 === true;
  const budget: Budget = { left: limits.unpackedBytes, cells: limits.cells };
  const sheets: Sheet[] = [];
  const hidden: string[] = [];
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (!sheet || (sheet['!type'] && sheet['!type'] !== 'sheet')) return;
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      hidden.push(name);
      return;
    }
    const cells = new SheetCells(file, name, limits, budget);
    sheet['!data']?.forEach((row, at) => {
      row?.forEach((cell, column) => {
        const said = cell && cellOf(cell, column + 1, epoch1904);
        if (said) cells.add(at + 1, said);
      });
    });
    sheets.push({
      name,
      rows: fillMerges(cells.rows, mergesOf(sheet)),
      unseen: unseenIn(sheet, cells, columns[index] ?? []),
    });
  });
  return { sheets, hidden, epoch1904 };
}

function cellOf(cell: XLSX.CellObject, column: number, epoch1904: boolean): Cell | undefined {
  if (cell.f !== undefined || cell.F !== undefined)
    return {
      column,
      kind: 'formula',
      text: '',
      ...(cell.t === 'n' && typeof cell.v === 'number' && { result: decimalText(cell.v) }),
    };
  if (cell.t === 'b') return { column, kind: 'text', text: cell.v ? '是' : '否' };
  if (cell.t === 'e') return { column, kind: 'error', text: ERRORS[Number(cell.v)] ?? '#?' };
  if (cell.t === 's') return String(cell.v).trim() === '' ? undefined : { column, kind: 'text', text: String(cell.v) };
  if (cell.t !== 'n' || typeof cell.v !== 'number') return undefined;
  const format = String(cell.z ?? '');
  if (showsPercent(format)) return { column, kind: 'text', text: percentText(cell.v) };
  const day = showsDay(format) && cell.v >= 1 ? daySerial(cell.v, epoch1904) : undefined;
  return day ? { column, kind: 'date', text: day } : { column, kind: 'number', text: decimalText(cell.v) };
}

/** The rows and columns with something in them that are hidden. */
function unseenIn(
  sheet: XLSX.WorkSheet,
  { rows, columns }: Pick<SheetCells, 'rows' | 'columns'>,
  stretches: Loaded['hidden'][number],
): Unseen {
  const hidden = rows.filter(({ number }) => sheet['!rows']?.[number - 1]?.hidden === true);
  const unseen = [...columns].filter((column) => stretches.some(([from, to]) => from <= column && column <= to));
  return { rows: hidden.length, first: hidden[0]?.number ?? 0, columns: unseen.toSorted((a, b) => a - b) };
}

function mergesOf(sheet: XLSX.WorkSheet): readonly Merge[] {
  return (sheet['!merges'] ?? [])
    .filter((merge) => merge.s.c === merge.e.c && merge.e.r > merge.s.r)
    .map((merge) => ({ column: merge.s.c + 1, from: merge.s.r + 1, to: merge.e.r + 1 }));
}
