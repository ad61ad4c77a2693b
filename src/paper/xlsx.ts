import { type PaperSize, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { Block, Cell, PaperDocument, Paragraph, Row, Table } from './document.ts';
import { LOOKS, type Page, pageOf, TABLE_LINE, TABLE_SIZE } from './page.ts';
import { printable } from './printable.ts';

/** Points of a character of the spreadsheet's own font, in which it counts the widths of columns. */
const CHARACTER = 5.6;

/** The number of A3 among the sizes of paper of a spreadsheet, which the library's own list leaves out. */
const A3: number = 8;

/** What Windows calls 仿宋; a spreadsheet names one font and no second. */
const [SONG, HEI] = ['仿宋', '黑体'];

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };

/** A table with the text that stands over and under it. */
type Part = { readonly above: Text[]; readonly table: Table; readonly below: Text[] };
type Text = Pick<Paragraph, 'text' | 'style' | 'align'>;

/** Parts a document by its tables; text after a table stays with it until a title, a heading or another page. */
function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [];
  let above: Text[] = [];
  let after: Text[] | undefined;
  const flat = (all: readonly Block[]): readonly Block[] =>
    all.flatMap((one) => (one.kind === 'group' ? flat(one.blocks) : [one]));
  const say = (text: Text): void => {
    if (text.style === 'title' || text.style === 'heading') after = undefined;
    (after ?? above).push(text);
  };
  for (const block of flat(blocks)) {
    if (block.kind === 'table') {
      after = [];
      parts.push({ above, table: block, below: after });
      above = [];
    } else if (block.kind === 'paragraph') say(block);
    else if (block.kind === 'proof') {
      for (const text of [...block.lines, ...(block.address === undefined ? [] : [block.address])])
        say({ text, style: 'note' });
    } else if (block.kind === 'break') after = undefined;
  }
  parts.at(-1)?.below.push(...above);
  return parts;
}

/** Text that a spreadsheet keeps as text, whatever it begins with: its place is of the format for text, so that it stays text when edited. */
function writeText(sheet: Worksheet, at: readonly [number, number], text: string): void {
  const place = sheet.getCell(at[0], at[1]);
  place.value = printable(text);
  place.numFmt = '@';
}

function writeLine(sheet: Worksheet, at: number, columns: number, { text, style, align }: Text): void {
  const look = LOOKS[style];
  writeText(sheet, [at, 1], text);
  const place = sheet.getCell(at, 1);
  place.font = { name: look.face === 'song' ? SONG : HEI, size: Math.min(look.size, 20) };
  place.alignment = { horizontal: align ?? look.align, vertical: 'middle', wrapText: true };
  if (columns > 1) sheet.mergeCells(at, 1, at, columns);
  // A merged row does not grow by itself: two full-width characters take the width of four others.
  const width = sheet.columns.slice(0, columns).reduce((sum, one) => sum + (one.width ?? 8), 0);
  const lines = text
    .split('\n')
    .reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * look.size) / 5.2 / width)), 0);
  sheet.getRow(at).height = lines * look.line;
}

function writeCell(sheet: Worksheet, at: readonly [number, number], one: Cell, table: Table): void {
  const [line, column] = at;
  const place = sheet.getCell(line, column);
  if (one.value !== undefined && !one.joined) place.value = one.value;
  else if (!one.joined) writeText(sheet, at, one.foot === undefined ? one.text : `${one.text}\n${one.foot}`);
  const span = one.span ?? 1;
  for (let next = column; next < column + span; next++) {
    const each = sheet.getCell(line, next);
    each.border = BORDER;
    each.font = { name: one.bold ? HEI : SONG, size: table.size ?? TABLE_SIZE };
    const horizontal = one.align ?? table.columns[column - 1]?.align ?? 'left';
    each.alignment = { horizontal, vertical: 'middle', wrapText: true };
  }
}

/** The blocks of places that are one: over columns, and downward where they are joined. */
function merge(sheet: Worksheet, rows: readonly Row[], first: number): void {
  const open = new Map<number, { from: number; span: number; to: number }>();
  const end = (column: number): void => {
    const block = open.get(column);
    open.delete(column);
    if (!block || (block.from === block.to && block.span === 1)) return;
    sheet.mergeCells(block.from, column, block.to, column + block.span - 1);
  };
  rows.forEach(({ cells }, at) => {
    let column = 1;
    for (const { span = 1, joined } of cells) {
      const above = open.get(column);
      if (joined && above?.span === span) above.to = first + at;
      else {
        end(column);
        open.set(column, { from: first + at, span, to: first + at });
      }
      for (let under = column + 1; under < column + span; under++) end(under);
      column += span;
    }
  });
  for (const column of [...open.keys()]) end(column);
}

function writeSheet(book: Workbook, document: PaperDocument, part: Part, page: Page): void {
  const { table, above, below } = part;
  const wide = document.sheet.endsWith('wide');
  const mm = (value: number): number => value / 72 / page.scale;
  const plain = (text: string): string => printable(text).replaceAll('&', '&&');
  const sheet = book.addWorksheet(nameOf(book, table.name), {
    pageSetup: {
      paperSize: document.sheet.startsWith('a3') ? (A3 as PaperSize) : 9,
      orientation: wide ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        left: mm(page.left),
        right: mm(page.right),
        top: mm(page.top),
        bottom: mm(page.bottom),
        header: 0.6,
        footer: 0.8,
      },
    },
    headerFooter: {
      ...(document.running && {
        oddHeader: `&L&9${plain(document.running.left)}&R&9 ${plain(document.running.right)}`,
      }),
      ...(document.numbered && { oddFooter: '&C— &P —' }),
    },
  });
  const all = table.columns.reduce((sum, { width }) => sum + width, 0);
  const whole = (page.width - page.left - page.right) / page.scale / CHARACTER;
  sheet.columns = table.columns.map(({ width }) => ({ width: (width / all) * whole }));
  let at = 1;
  for (const text of above) writeLine(sheet, at++, table.columns.length, text);
  const rows = [...table.head, ...table.rows];
  const first = at;
  for (const { cells, lines = 1 } of rows) {
    let column = 1;
    for (const one of cells) {
      writeCell(sheet, [at, column], one, table);
      column += one.span ?? 1;
    }
    if (lines > 1) sheet.getRow(at).height = Math.min(409, lines * (table.size ?? TABLE_SIZE) * TABLE_LINE);
    at += 1;
  }
  merge(sheet, rows, first);
  if (table.head.length > 0) {
    const last = first + table.head.length - 1;
    sheet.pageSetup.printTitlesRow = `${first}:${last}`;
    sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: last }];
  }
  for (const text of below) writeLine(sheet, at++, table.columns.length, text);
}

/** A name that a spreadsheet accepts for a page: 31 characters, none of its own signs, each once. */
function nameOf(book: Workbook, name: string): string {
  const plain =
    printable(name)
      .replace(/[\\/?*[\]:']/gu, ' ')
      .slice(0, 28)
      .trim() || '1';
  const taken = book.worksheets.filter(({ name: other }) => other === plain || other.startsWith(`${plain} `)).length;
  return taken === 0 ? plain : `${plain} ${taken + 1}`;
}

/** Writes the tables of a document as .xlsx, one page each; undefined where it has none. */
export async function writeXlsx(document: PaperDocument): Promise<Buffer | undefined> {
  const parts = partsOf(document.blocks);
  if (parts.length === 0) return undefined;
  const book = new Workbook();
  book.creator = 'Sunledger';
  book.title = printable(document.title);
  for (const part of parts) writeSheet(book, document, part, pageOf(document.sheet));
  return Buffer.from(await book.xlsx.writeBuffer());
}
