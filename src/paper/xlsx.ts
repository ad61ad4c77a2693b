import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { edgesOf } from './columns.ts';
import type { Block, Cell, PaperDocument, Paragraph, Row, Table } from './document.ts';
import { linesOf } from './lines.ts';
import { LOOKS, type Page, pageOf, TABLE_LINE, TABLE_SIZE } from './page.ts';
import { printable } from './printable.ts';
import { runningHead } from './running.ts';

/** Points of a character of the spreadsheet's own font, in which it counts the widths of columns. */
const CHARACTER = 5.6;

/** The numbers of A4 and A3 among the sizes of paper of a spreadsheet; the library's own list leaves out the second. */
const [A4, A3] = [9, 8];

/** What Windows calls 仿宋; a spreadsheet names one font and no second. */
const [SONG, HEI] = ['仿宋', '黑体'];

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };

/** The highest row that a spreadsheet can have, in points. */
const TALLEST = 409;

/** A table with the text that stands over and under it. */
type Part = { readonly above: Text[]; readonly table: Table; readonly below: Text[] };
type Text = Pick<Paragraph, 'text' | 'style' | 'align'>;

/** What is being written: the page of the spreadsheet, its table, the edges of the columns in points. */
type Setting = {
  readonly sheet: Worksheet;
  readonly table: Table;
  readonly edges: readonly number[];
  readonly scale: number;
};

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
      // What stands right over a table and is no remark on the one before is its heading.
      while (after?.at(-1)?.style === 'plain') above.unshift(...after.splice(-1));
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

function writeLine({ sheet, edges, scale }: Setting, at: number, { text, style, align }: Text): void {
  const look = LOOKS[style];
  const size = Math.min(look.size, 20) * scale;
  writeText(sheet, [at, 1], text);
  const place = sheet.getCell(at, 1);
  place.font = { name: look.face === 'song' ? SONG : HEI, size };
  place.alignment = { horizontal: align ?? look.align, vertical: 'middle', wrapText: true };
  const columns = edges.length - 1;
  if (columns > 1) sheet.mergeCellsWithoutStyle(at, 1, at, columns);
  const lines = linesOf(text, roomIn(edges, 0, columns), { bold: look.face !== 'song', size }).length;
  sheet.getRow(at).height = Math.min(TALLEST, lines * look.line * scale);
}

/** Shows a number that is rounded on paper with as many decimals, while its place keeps it exactly; every other one is shown as it is. */
function writeNumber(place: ReturnType<Worksheet['getCell']>, value: number, shown: string): void {
  place.value = value;
  if (Number(shown) === value) return;
  const decimals = shown.split('.')[1]?.length ?? 0;
  place.numFmt = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

function writeCell({ sheet, table, scale }: Setting, at: readonly [number, number], one: Cell): void {
  const [line, column] = at;
  const place = sheet.getCell(line, column);
  if (one.value !== undefined && !one.joined) writeNumber(place, one.value, one.text);
  else if (!one.joined) writeText(sheet, at, one.foot === undefined ? one.text : `${one.text}\n${one.foot}`);
  const span = one.span ?? 1;
  const horizontal = one.align ?? table.columns[column - 1]?.align ?? 'left';
  for (let next = column; next < column + span; next++) {
    const each = sheet.getCell(line, next);
    each.border = BORDER;
    each.font = { name: one.bold ? HEI : SONG, size: (table.size ?? TABLE_SIZE) * scale };
    each.alignment = { horizontal, vertical: 'middle', wrapText: true };
  }
}

/** Writes a row and says how high it has to be: programs do not grow one by themselves when they open a file. */
function writeRow(setting: Setting, at: number, { cells, lines = 1 }: Row): void {
  const { sheet, edges, table, scale } = setting;
  const size = (table.size ?? TABLE_SIZE) * scale;
  let column = 1;
  let most = lines;
  for (const one of cells) {
    const span = one.span ?? 1;
    writeCell(setting, [at, column], one);
    const room = roomIn(edges, column - 1, column - 1 + span);
    if (one.text !== '' && !one.joined) {
      const own = linesOf(one.text, room, { bold: one.bold ?? false, size }).length;
      most = Math.max(most, own + (one.foot === undefined ? 0 : 1));
    }
    column += span;
  }
  sheet.getRow(at).height = Math.min(TALLEST, most * size * TABLE_LINE + 4 * scale);
}

/** Room for text between two edges of columns in points; programs disagree on it by some hundredths. */
function roomIn(edges: readonly number[], from: number, to: number): number {
  return Math.max(12, ((edges[to] ?? 0) - (edges[from] ?? 0)) * 0.95 - 6);
}

/** The blocks of places that are one: over columns, and downward where they are joined. */
function merge(sheet: Worksheet, rows: readonly Row[], first: number): void {
  const open = new Map<number, { from: number; span: number; to: number }>();
  const end = (column: number): void => {
    const block = open.get(column);
    open.delete(column);
    if (!block || (block.from === block.to && block.span === 1)) return;
    sheet.mergeCellsWithoutStyle(block.from, column, block.to, column + block.span - 1);
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
  for (const column of open.keys()) end(column);
}

function writeSheet(book: Workbook, document: PaperDocument, part: Part, page: Page): void {
  const { table, above, below } = part;
  const wide = document.sheet.endsWith('wide');
  const inches = (value: number): number => value / 72;
  const plain = (text: string): string => printable(text).replaceAll('&', '&&');
  const running = runningHead(document, page);
  const sheet = book.addWorksheet(nameOf(book, table.name), {
    pageSetup: {
      orientation: wide ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        left: inches(page.left),
        right: inches(page.right),
        top: inches(page.top),
        bottom: inches(page.bottom),
        header: 0.6,
        footer: 0.8,
      },
    },
    headerFooter: {
      ...(running && { oddHeader: `&L&9 ${plain(running.left)}&R&9 ${plain(running.right)}` }),
      ...(document.numbered && { oddFooter: '&C— &P —' }),
    },
  });
  Object.assign(sheet.pageSetup, { paperSize: document.sheet.startsWith('a3') ? A3 : A4 });
  const edges = edgesOf(table, page);
  sheet.columns = table.columns.map((_, at) => ({ width: ((edges[at + 1] ?? 0) - (edges[at] ?? 0)) / CHARACTER }));
  const setting: Setting = { sheet, table, edges, scale: page.scale };
  let at = 1;
  for (const text of above) writeLine(setting, at++, text);
  const rows = [...table.head, ...table.rows];
  const first = at;
  for (const one of rows) writeRow(setting, at++, one);
  merge(sheet, rows, first);
  if (table.head.length > 0) {
    const last = first + table.head.length - 1;
    sheet.pageSetup.printTitlesRow = `${first}:${last}`;
    sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: last }];
  }
  for (const text of below) writeLine(setting, at++, text);
}

/** A name that a spreadsheet accepts for a page: 31 characters, none of its own signs, each once. */
function nameOf(book: Workbook, name: string): string {
  const plain = [...printable(name).replace(/[\\/?*[\]:'\n]/gu, ' ')].slice(0, 28).join('').trim() || '1';
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
