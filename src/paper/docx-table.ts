import {
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { widthsOf } from './columns.ts';
import type { Cell, Table as PaperTable, Row } from './document.ts';
import { ALIGN, runs, set, twips } from './docx-text.ts';
import { PAD_X, PAD_Y, type Page, TABLE_LINE, TABLE_SIZE } from './page.ts';

/** Characters of a place beyond which its row may go over two pages. */
const LONG = 300;

const THIN = { style: BorderStyle.SINGLE, size: 5, color: '000000' };

/** All lines of a table. */
const LINES = { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN };

type Setting = {
  readonly size: number;
  readonly line: number;
  readonly columns: readonly number[];
  readonly table: PaperTable;
  readonly scale: number;
  readonly keep: Keep;
};

/** Which rows stay on one page with what follows them. */
type Keep = 'all' | 'last' | 'none';

/** A table of a Word file 表格: fixed widths, its head again on each page, rows whole where they can be. */
export function wordTable(table: PaperTable, page: Page, keep: Keep): Table {
  const { scale } = page;
  const size = (table.size ?? TABLE_SIZE) * scale;
  const columns = widthsOf(table, page).map(twips);
  const setting: Setting = { size, line: size * TABLE_LINE, columns, table, scale, keep };
  const rows = [...table.head, ...table.rows];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: columns,
    borders: LINES,
    margins: {
      marginUnitType: WidthType.DXA,
      left: twips(PAD_X * scale),
      right: twips(PAD_X * scale),
      top: twips(PAD_Y * scale),
      bottom: twips(PAD_Y * scale),
    },
    rows: rows.map((one, at) => wordRow(setting, rows, at, one)),
  });
}

function wordRow(setting: Setting, rows: readonly Row[], at: number, { cells, lines = 1 }: Row): TableRow {
  const { table, line, scale } = setting;
  const head = at < table.head.length;
  const long = cells.some(({ text }) => text.length > LONG) || lines > 20;
  const places: TableCell[] = [];
  let column = 0;
  for (const one of cells) {
    const below = at + 1 < rows.length && startsAt(rows[at + 1], column)?.joined === true;
    const last = at === rows.length - 1;
    const keep = head || setting.keep === 'all' || (setting.keep === 'last' && last);
    places.push(wordCell(setting, { one, column, below, lines, keep }));
    column += one.span ?? 1;
  }
  return new TableRow({
    tableHeader: head,
    cantSplit: !long,
    ...(lines > 1 && { height: { value: twips(lines * line + 2 * PAD_Y * scale), rule: HeightRule.ATLEAST } }),
    children: places,
  });
}

/** The place of a row that begins at a column. */
function startsAt(row: Row | undefined, column: number): Cell | undefined {
  let at = 0;
  return row?.cells.find((one) => {
    const here = at === column;
    at += one.span ?? 1;
    return here;
  });
}

function wordCell(
  { size, line, columns, table, scale }: Setting,
  about: { one: Cell; column: number; below: boolean; lines: number; keep: boolean },
): TableCell {
  const { one, column, below, lines, keep } = about;
  const span = one.span ?? 1;
  const width = columns.slice(column, column + span).reduce((sum, each) => sum + each, 0);
  const align = ALIGN[one.align ?? table.columns[column]?.align ?? 'left'];
  const type = { face: 'song', size, bold: one.bold ?? false } as const;
  const text = one.joined ? '' : one.text;
  const inner = Math.max(1, Math.floor((width / 20 - 2 * PAD_X * scale) / size));
  const used = Math.max(1, Math.ceil(text.length / inner));
  const gap = Math.max(0, lines - used - 1) * line;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 && { columnSpan: span }),
    ...(one.joined && { verticalMerge: VerticalMergeType.CONTINUE }),
    ...(!one.joined && below && { verticalMerge: VerticalMergeType.RESTART }),
    verticalAlign: one.foot === undefined ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: [
      set(runs(text, type), line, { alignment: align, keepNext: keep }),
      ...(one.foot === undefined
        ? []
        : [
            set(runs(one.foot, type), line, {
              alignment: ALIGN.right,
              spacing: { before: twips(gap) },
              keepNext: keep,
            }),
          ]),
    ],
  });
}
