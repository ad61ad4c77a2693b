import { Fault } from '#intake/fault.ts';
import type { Limits } from '#intake/limits.ts';
import type { Sheet, Sheets } from '#intake/sheets.ts';
import { type Budget, fillMerges, SheetCells } from './sheet-cells.ts';
import { type SheetContext, scanSheet } from './sheet-scan.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { readSharedStrings } from './workbook-strings.ts';
import { readCellStyles } from './workbook-styles.ts';
import { DoctypeError } from './xml-scan.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { readZipPart } from './zip-part.ts';

/**
 * Reads an .xlsx workbook 工作簿 from its bytes: values only, sparse cells only, hidden sheets named but not read.
 * By our own hand rather than the library's, because the library unpacks without limits and takes some formulas' cached results as values.
 * @throws Fault of every reason why a workbook cannot be read
 */
export function readXlsx(bytes: Buffer, file: string, limits: Limits): Sheets {
  const entries = readZipDirectory(bytes, file, limits);
  refuseForeign(entries, file);
  try {
    return readSheets((path) => part(bytes, entries.get(path), file), file, limits);
  } catch (error) {
    if (error instanceof DoctypeError) throw new Fault('intake.workbook-doctype', { file });
    if (error instanceof SyntaxError) throw new Fault('intake.workbook-broken', { file });
    throw error;
  }
}

function part(bytes: Buffer, entry: ZipEntry | undefined, file: string): Buffer | undefined {
  return entry && readZipPart(bytes, entry, file);
}

function refuseForeign(entries: ReadonlyMap<string, ZipEntry>, file: string): void {
  if (!entries.has('[Content_Types].xml') || entries.has('mimetype'))
    throw new Fault('intake.not-a-workbook', { file });
  for (const name of entries.keys()) {
    if (/vbaProject\.bin$|\/macrosheets\//i.test(name)) throw new Fault('intake.workbook-macros', { file });
    if (/\/externalLinks\//i.test(name)) throw new Fault('intake.workbook-external-links', { file });
    if (/^xl\/workbook\.bin$/i.test(name)) throw new Fault('intake.not-a-workbook', { file });
  }
}

function readSheets(read: (path: string) => Buffer | undefined, file: string, limits: Limits): Sheets {
  const book = readWorkbookParts(read);
  const styles = book.styles ? read(book.styles) : undefined;
  const strings = book.strings ? read(book.strings) : undefined;
  const context: SheetContext = {
    strings: strings ? readSharedStrings(strings) : [],
    styles: styles ? readCellStyles(styles) : [],
    epoch1904: book.epoch1904,
  };
  const budget: Budget = { left: limits.unpackedBytes, cells: limits.cells };
  const sheets: Sheet[] = [];
  const hidden: string[] = [];
  for (const sheet of book.sheets) {
    const bytes = sheet.hidden ? undefined : read(sheet.path);
    if (sheet.hidden) hidden.push(sheet.name);
    else if (!bytes) throw new SyntaxError('no sheet');
    else {
      const cells = new SheetCells(file, sheet.name, limits, budget);
      const { merges, unseen } = scanSheet(bytes, cells, context);
      sheets.push({ name: sheet.name, rows: fillMerges(cells.rows, merges), unseen });
    }
  }
  return { sheets, hidden, epoch1904: book.epoch1904 };
}
