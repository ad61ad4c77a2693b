import { parsePeriod, type Span } from '#domain/kernel/day.ts';
import type { Place } from '#domain/kernel/problem.ts';
import { Entry, takeEntry } from '#intake/entries.ts';
import { type Header, placeOf } from '#intake/find-header.ts';
import { headingKey } from '#intake/headings.ts';
import type { MemberIndex } from '#intake/members/member-index.ts';
import type { Report } from '#intake/report.ts';
import type { Cell } from '#intake/table.ts';
import { clean } from '#intake/text/clean.ts';
import type { MonthSheetsContext, SumSheet } from './month-book.ts';
import { type MonthColumn, monthHeads } from './month-heads.ts';
import { monthHeader, personOf, quoted, type Strangers } from './month-sheet.ts';
import { componentIn, type PointsField } from './points-columns.ts';
import { readWritten } from './points-row.ts';

/** A sum that a sheet of sums 汇总表 gives of somebody: over which days, and of one component or of all. */
export type Asked = {
  readonly place: Place;
  readonly who: number;
  readonly span: Span;
  readonly component?: string;
  readonly value: number;
  /** Whether it is all that somebody came to. */
  readonly whole: boolean;
};

type Context = MonthSheetsContext & { readonly index: MemberIndex };

/** What a column of a sheet of sums is the sum of. */
type SumColumn = { readonly span: Span; readonly component?: string; readonly whole: boolean };

/** Reads the sums of a sheet of sums: by month, by component, of all. A sheet without persons is told and left. */
export function readSums({ table, span }: SumSheet, context: Context, report: Report): readonly Asked[] {
  const columns = columnsIn({ table, span }, context);
  if (!columns) {
    report.warning('intake.points-sheets-left', { file: table.file }, { sheets: quoted([table.sheet ?? '']) });
    return [];
  }
  const { header, sums } = columns;
  const strangers: Strangers = new Map();
  return table.rows.slice(header.at + 1).flatMap((row): readonly Asked[] => {
    const entry = takeEntry(new Entry(table, header, row), context.kind, report);
    const who = entry && personOf(entry, context.index, strangers, report);
    if (!entry || who === undefined) return [];
    return row.cells.flatMap((cell): readonly Asked[] => {
      const column = sums.get(cell.column);
      const value = column && numberIn(cell);
      return column && value !== undefined
        ? [{ place: placeOf(table, row.number, cell.column), who, value, ...column }]
        : [];
    });
  });
}

function numberIn(cell: Cell): number | undefined {
  const read = readWritten(clean(cell.kind === 'formula' ? (cell.result ?? '') : cell.text));
  return typeof read === 'number' ? read : undefined;
}

/** Where persons stand in a sheet of sums, and what each other column is the sum of; undefined where nobody stands in it. */
function columnsIn(
  { table, span }: SumSheet,
  { kind, telling }: Context,
): { readonly header: Header<PointsField>; readonly sums: ReadonlyMap<number, SumColumn> } | undefined {
  const heads = monthHeads(table, telling);
  if (!heads) {
    const header = monthHeader(table, kind);
    if (!header) return undefined;
    const sums = new Map<number, SumColumn>();
    for (const [column, field] of header.columns) {
      if (field === 'total' || field === 'running') sums.set(column, { span, whole: true });
      else if (field.startsWith('points:')) {
        const component = componentIn(field);
        if (component !== undefined) sums.set(column, { span, component, whole: false });
      }
    }
    return { header: whoOnly(header), sums };
  }
  const fields = (title: string): PointsField | undefined => kind.fields.get(headingKey(title));
  const columns = new Map<number, PointsField>();
  const titles = new Map<number, string>();
  const sums = new Map<number, SumColumn>();
  for (const [column, one] of heads.columns) {
    const field = one.is === 'beside' ? fields(one.title) : undefined;
    if (field === 'id' || field === 'member' || field === 'name') {
      columns.set(column, field);
      titles.set(column, one.is === 'beside' ? one.title : '');
    }
    const sum = sumOf(one, { span, until: telling.until, fields });
    if (sum) sums.set(column, sum);
  }
  return columns.size === 0 ? undefined : { header: { at: heads.at, columns, titles }, sums };
}

function whoOnly(header: Header<PointsField>): Header<PointsField> {
  const who = new Set<PointsField>(['id', 'member', 'name']);
  return { ...header, columns: new Map([...header.columns].filter(([, field]) => who.has(field))) };
}

type Telling = {
  readonly span: Span;
  readonly until: string;
  readonly fields: (title: string) => PointsField | undefined;
};

function sumOf(column: MonthColumn, { span, until, fields }: Telling): SumColumn | undefined {
  if (column.is === 'total') return { span, whole: true };
  if (column.is !== 'sum' && column.is !== 'points') return undefined;
  const over = column.is === 'points' ? parsePeriod(column.period) : span;
  // What a month after the cut-off came to concerns nobody here.
  if (!over || over.from > until) return undefined;
  if (column.name === '') return { span: over, whole: false };
  const component = componentIn(fields(column.name));
  return component === undefined || !fields(column.name)?.startsWith('points:')
    ? undefined
    : { span: over, component, whole: false };
}
