import { Entry, takeEntry } from '#intake/entries.ts';
import { readWho } from '#intake/facts/fact-who.ts';
import { findHeader, type Header, placeOf } from '#intake/find-header.ts';
import { headingKey } from '#intake/headings.ts';
import type { MemberIndex } from '#intake/members/member-index.ts';
import { Report } from '#intake/report.ts';
import type { Row, Table } from '#intake/table.ts';
import { clean } from '#intake/text/clean.ts';
import {
  isPoints,
  isSomeone,
  LOOSE_TOTAL,
  type PointsColumn,
  type PointsField,
  type PointsKind,
} from './points-columns.ts';
import { checked, columnsOf, numberOf, readWritten, settled } from './points-row.ts';

/** The headings of a month's own sum, and of what the months came to so far. */
const MONTH_TOTAL = [
  '本月合计',
  '本月积分',
  '本月得分',
  '当月积分',
  '当月得分',
  '当月合计',
  '月度积分',
  '月度得分',
  '月积分',
  '月得分',
];
const RUNNING = ['累计', '累计积分', '累计得分', '累计总分', '累计分', '年度累计', '累计合计'];

/** What a person's row of a month came to: by component, which of them are empty, and what its own sums say. */
export type MonthLine = {
  readonly row: Row;
  readonly who: number;
  readonly values: ReadonlyMap<string, number>;
  readonly blank: readonly string[];
  readonly total?: number;
  readonly running?: number;
};

/** Where persons stand who cannot be told 不能认定的人, by what is written of them: the sheets, the first of which was told. */
export type Strangers = Map<string, { readonly name: string; readonly sheets: string[] }>;

/** How the rows of one sheet of a workbook of months 按月分表 are read. */
export type MonthSheetContext = {
  readonly components: readonly PointsColumn[];
  readonly kind: PointsKind;
  readonly index: MemberIndex;
  /** The sheets in which somebody stands whom nobody can tell, by what is written: nobody is told it six times. */
  readonly strangers: Strangers;
};

/** The headings of a sheet of a month, with its sums; a loose word is one where no plain one stands. Undefined where it is no sheet of points. */
export function monthHeader(table: Table, kind: PointsKind, report = new Report()): Header<PointsField> | undefined {
  const fields = new Map(kind.fields);
  // Where the scheme has one component alone a sum is it.
  const sum = fields.get('合计') ?? 'total';
  for (const one of MONTH_TOTAL) fields.set(headingKey(one), sum);
  for (const one of RUNNING) fields.set(headingKey(one), 'running');
  const enough = (known: ReadonlySet<PointsField>): boolean =>
    isSomeone(known) && [...known].some((field) => isPoints(field) || field === 'total');
  const loose = new Map(fields);
  for (const one of LOOSE_TOTAL) if (!loose.has(headingKey(one))) loose.set(headingKey(one), sum);
  const plain = findHeader(table, fields, enough, new Report());
  const found = plain && [...plain.columns.values()].includes(sum) ? fields : loose;
  const header = findHeader(table, found, enough, report);
  return header && settled(header);
}

/** Reads the persons' rows of one sheet: whoever stands twice in it, and what is no number, is told by its cell. */
export function monthLines(
  table: Table,
  header: Header<PointsField>,
  { components, kind, index, strangers }: MonthSheetContext,
  report: Report,
): readonly MonthLine[] {
  const first = new Map<number, number>();
  return table.rows.slice(header.at + 1).flatMap((row): readonly MonthLine[] => {
    const entry = takeEntry(checked(new Entry(table, header, row), report), kind, report);
    const who = entry && personOf(entry, index, strangers, report);
    if (!entry || who === undefined) return [];
    const before = first.get(who);
    if (before !== undefined) {
      const name = index.members[who]?.name ?? '';
      report.error('intake.points-member-twice', placeOf(table, row.number), { name, row: before });
      return [];
    }
    first.set(who, row.number);
    return [lineOf(entry, who, components, report)];
  });
}

function lineOf(
  entry: Entry<PointsField>,
  who: number,
  components: readonly PointsColumn[],
  report: Report,
): MonthLine {
  const values = new Map<string, number>();
  const blank: string[] = [];
  for (const { id } of components) {
    const fields = columnsOf(entry.header, id);
    if (fields.length === 0) continue;
    const read = fields.map((field) => numberOf(entry, field, report));
    if (read.every((one) => one === undefined)) blank.push(id);
    else
      values.set(
        id,
        read.reduce<number>((sum, one) => sum + (one || 0), 0),
      );
  }
  const [total, running] = [sumIn(entry, 'total'), sumIn(entry, 'running')];
  return {
    row: entry.row,
    who,
    values,
    blank,
    ...(total !== undefined && { total }),
    ...(running !== undefined && { running }),
  };
}

/** What a sum says; one that cannot be read proves nothing. */
function sumIn(entry: Entry<PointsField>, field: 'total' | 'running'): number | undefined {
  const read = readWritten(clean(entry.text(field)));
  return typeof read === 'number' ? read : undefined;
}

/** The member of a row; who is unknown is told once, with the sheets that remain afterwards. */
export function personOf(
  entry: Entry<PointsField>,
  index: MemberIndex,
  strangers: Strangers,
  report: Report,
): number | undefined {
  const texts = (['id', 'member', 'name'] as const).map((field) => clean(entry.text(field))).filter(Boolean);
  const said = texts.join(' ');
  const known = strangers.get(said);
  const who = readWho(entry, index, known ? new Report() : report);
  if (who !== undefined) return who;
  const sheets = known?.sheets ?? [];
  sheets.push(entry.table.sheet ?? '');
  strangers.set(said, { name: texts.at(-1) ?? '', sheets });
  return undefined;
}

/** The names of sheets as they stand in a sentence. */
export function quoted(sheets: readonly string[]): string {
  return sheets.map((sheet) => `“${sheet}”`).join('');
}

/** Says in which other sheets somebody stands who was told to be unknown in one. */
export function tellStrangers(strangers: Strangers, file: string, report: Report): void {
  for (const { name, sheets } of strangers.values()) {
    const others = [...new Set(sheets)].slice(1);
    if (others.length > 0)
      report.error('intake.points-sheets-same', { file }, { name: name.slice(0, 40), sheets: quoted(others) });
  }
}
