import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { PEOPLE } from './people.ts';
import { endOf, type FactLine } from './year.ts';

/** A cell of the example: text, a number, or a day that Excel keeps as a serial. */
export type Written = string | number | { readonly day: string } | undefined;

/** The headings of the roster, and of the facts, as the example's recorder writes them. */
export const ROSTER_HEADINGS = ['编号', '姓名', '类别', '起', '止', '党籍状态', '党小组', '党内职务'];
export const FACT_HEADINGS = [
  '序号',
  '党员',
  '项目',
  '日期',
  '期间',
  '数量',
  '级别',
  '评定分',
  '成绩',
  '评议人',
  '依据',
  '备注',
];

const FULL_WIDTH = '０１２３４５６７８９';

/** The rows of the roster. */
export function rosterRows(): readonly (readonly Written[])[] {
  return PEOPLE.flatMap(({ id, name, group, role, rows }) =>
    rows.map(({ from, to, category, standing }) => [
      id,
      name,
      category,
      { day: from },
      to === undefined ? undefined : { day: to },
      standing,
      group,
      role,
    ]),
  );
}

/** The rows of a sheet of facts with the usual untidiness: days as text, a full-width digit, a space at the end, a name spread over its column. */
export function factRows(lines: readonly FactLine[], first: number): readonly (readonly Written[])[] {
  return lines.map((line, index) => {
    const at = first + index;
    const { item, on, period, quantity, level, points, score, rater, ref, note } = line;
    return [
      at,
      nameOf(line.who, at),
      at % 31 === 0 ? `${item}　` : item,
      dayOf(on, at),
      period,
      quantityOf(quantity, at),
      level,
      points,
      score,
      rater,
      ref,
      note,
    ];
  });
}

/** A name that several have is written as its id; a few names carry what a hand leaves behind. */
function nameOf(who: string, at: number): string {
  const { name = who } = PEOPLE.find(({ id }) => id === who) ?? {};
  if (PEOPLE.filter((one) => one.name === name).length > 1 || at === 100) return who;
  if (at % 17 === 0) return `${name} `;
  return name.length === 2 && at % 3 === 0 ? [...name].join('　') : name;
}

function dayOf(on: string | undefined, at: number): Written {
  if (on === undefined) return undefined;
  const [year = '', month = '', date = ''] = on.split('-');
  if (at % 7 === 0) return `${year}.${Number(month)}.${Number(date)}`;
  return at % 41 === 0 ? `${year}年${Number(month)}月${Number(date)}日` : { day: on };
}

function quantityOf(quantity: number | undefined, at: number): Written {
  if (quantity === undefined || at % 9 !== 0) return quantity;
  return [...String(quantity)].map((digit) => FULL_WIDTH[Number(digit)] ?? digit).join('');
}

/** The facts of each quarter. */
export function byQuarter(
  lines: readonly FactLine[],
): readonly { readonly title: string; readonly lines: readonly FactLine[] }[] {
  return ['一', '二', '三', '四'].map((title, quarter) => ({
    title: `第${title}季度`,
    lines: lines.filter(
      (line) => Math.floor((Number((line.on ?? endOf(line.period ?? '')).slice(5, 7)) - 1) / 3) === quarter,
    ),
  }));
}

/** Cells as a CSV has them: days in their plain form. */
export function plain(cells: readonly Written[]): (string | number | undefined)[] {
  return cells.map((cell) => (typeof cell === 'object' ? cell.day : cell));
}

/** A workbook that always comes out with the same content. */
export function newWorkbook(): Workbook {
  const workbook = new Workbook();
  workbook.creator = '阳光积分示例';
  workbook.created = new Date(Date.UTC(2026, 0, 1));
  workbook.modified = new Date(Date.UTC(2026, 0, 1));
  return workbook;
}

/** Writes a sheet: a merged title row, the headings, the rows. */
export function addSheet(
  workbook: Workbook,
  name: string,
  title: string,
  headings: readonly string[],
  rows: readonly (readonly Written[])[],
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, headings.length);
  sheet.getRow(1).height = 28;
  sheet.getCell(1, 1).font = { bold: true, size: 16 };
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.addRow([...headings]).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'object' ? serialOf(cell.day) : cell)));
  for (const [at, heading] of headings.entries()) dress(sheet, at + 1, heading);
}

function dress(sheet: Worksheet, at: number, heading: string): void {
  const column = sheet.getColumn(at);
  const widths: Readonly<Record<string, number>> = { 序号: 6, 姓名: 20, 党员: 20, 项目: 26, 依据: 28, 备注: 26 };
  column.width = widths[heading] ?? 13;
  if (heading === '日期' || heading === '起' || heading === '止') column.numFmt = 'yyyy-mm-dd';
}

function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}
