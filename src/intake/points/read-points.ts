import type { Day, Span } from '#domain/kernel/day.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { harmless, type Place, type Problem } from '#domain/kernel/problem.ts';
import type { Member } from '#domain/ledger/member.ts';
import { Entry, sheetsOfKind, takeEntry } from '#intake/entries.ts';
import { readWho } from '#intake/facts/fact-who.ts';
import type { Header } from '#intake/find-header.ts';
import type { Mapping, ReadHeading } from '#intake/mapping.ts';
import { MemberIndex } from '#intake/members/member-index.ts';
import { likelyHeadings, readHeadings } from '#intake/read-headings.ts';
import { Report } from '#intake/report.ts';
import type { Table, Tables } from '#intake/table.ts';
import { clean } from '#intake/text/clean.ts';
import { withoutMonths } from './month-grid.ts';
import { readMonthSheets } from './month-sheets.ts';
import {
  isLabelled,
  onlyTotals,
  type PointsColumn,
  type PointsField,
  type PointsKind,
  type PointsPart,
  pointsHeadings,
  pointsUnder,
  takes,
  toldHeadings,
  useOf,
} from './points-columns.ts';
import { checked, columnsOf, pointsIn, readWritten, settled } from './points-row.ts';

/** A member's row of a sheet of openings 启用前积分行, by the roster's number, in 1/10000. */
export type PointsRow = {
  readonly row: number;
  readonly code: string;
  readonly points: readonly { readonly component: string; readonly points: number }[];
};

/** What a sheet of openings came to; no rows while anything stops it. */
export type PointsSheet = {
  readonly rows: readonly PointsRow[];
  readonly headings: readonly ReadHeading[];
  readonly problems: readonly Problem[];
};

/** The most members that one sheet is taken for. */
export const MOST_POINTS = 500;

/** How a sheet is read: the scheme's components and what they are parted into, the roster under its numbers, and the branch's own headings. */
export type PointsContext = {
  readonly components: readonly PointsColumn[];
  readonly parts?: readonly PointsPart[];
  readonly members: readonly Member[];
  readonly mapping?: Mapping;
  /** Up to which day the sheet speaks, and the scheme's year around it; a sheet of months is read with these alone. */
  readonly cut?: { readonly until: Day; readonly year: Span };
};

/** Reads a sheet of points by component 启用前积分表 of before the branch began here. Never throws for what the tables hold, and never guesses: what is empty is asked. */
export function readPoints(
  read: Tables,
  { components, parts = [], members, mapping = {}, cut }: PointsContext,
): PointsSheet {
  const report = new Report();
  for (const problem of read.problems) report.add(problem);
  const [only] = components.length === 1 && !isLabelled(read.tables, components, mapping, parts) ? components : [];
  const known = pointsHeadings(components, only);
  const kind = pointsUnder(components, mapping, { only, parts });
  const telling = cut && {
    fields: pointsUnder(components, mapping, { parts }).fields,
    ...cut,
    ...(only && { only: only.label }),
  };
  const bySheet =
    telling && readMonthSheets(read.tables, { components, members, kind, telling, known, most: MOST_POINTS }, report);
  if (bySheet) {
    const problems = report.list();
    return { rows: harmless(problems) ? bySheet.rows : [], headings: bySheet.headings, problems };
  }
  const plain = read.tables.map((table) => (telling ? withoutMonths(table, telling, report) : table));
  const tables = { tables: plain.flatMap((table) => table ?? []) };
  const alone = only || tables.tables.length < plain.length ? undefined : onlyTotals(tables.tables, kind);
  if (alone) {
    const labels = components.map(({ label }) => `“${label}”`).join('');
    report.error('intake.points-only-total', placeOf(alone.table), { total: alone.total, components: labels });
  }
  if (alone || tables.tables.length < plain.length)
    return { rows: [], headings: likelyHeadings(read.tables), problems: report.list() };
  const found = tables.tables.length === 0 ? [] : sheetsOfKind(tables.tables, kind, report);
  const [first, second] = found;
  if (second)
    report.error('intake.points-sheets', placeOf(second.table), {
      sheet: second.table.sheet ?? '',
      first: first?.table.sheet ?? '',
    });
  if (!first || second)
    return { rows: [], headings: second ? [] : likelyHeadings(tables.tables), problems: report.list() };
  const { table } = first;
  const header = settled(first.header);
  const rows = rowsIn(table, header, { components, members, kind }, report);
  if (rows.length > MOST_POINTS) report.error('intake.too-many-rows', placeOf(table), { most: MOST_POINTS });
  if (rows.length === 0 && report.errors === 0) report.error('intake.no-entries', placeOf(table));
  const problems = report.list();
  const headings = readHeadings([{ table, header }], toldHeadings(known, kind.fields), useOf);
  return { rows: harmless(problems) ? rows : [], headings, problems };
}

type RowContext = Pick<PointsContext, 'components' | 'members'> & { readonly kind: PointsKind };

function rowsIn(
  table: Table,
  header: Header<PointsField>,
  { components, members, kind }: RowContext,
  report: Report,
): readonly PointsRow[] {
  const index = new MemberIndex(members);
  const read: ReadRow[] = [];
  for (const row of table.rows.slice(header.at + 1)) {
    const entry = takeEntry(checked(new Entry(table, header, row), report), kind, report);
    if (!entry) continue;
    const who = readWho(entry, index, report);
    const points = pointsIn(entry, components, report);
    const member = who === undefined ? undefined : members[who];
    if (member && points) read.push({ entry, code: member.id, points });
  }
  const signed = withSigns(read, components, report);
  tellSums(
    signed.flatMap(({ entry, points }) => mismatchOf(entry, points)),
    report,
  );
  return signed.map(({ entry, code, points }) => ({ row: entry.row.number, code, points }));
}

/** A row as it was read. */
type ReadRow = Pick<PointsRow, 'code' | 'points'> & { readonly entry: Entry<PointsField> };

/** The rows with their deductions below zero: written without a sign they are so where that alone is what all sums say, and are asked where no sum says anything. */
function withSigns(rows: readonly ReadRow[], components: readonly PointsColumn[], report: Report): readonly ReadRow[] {
  const taking = components.filter(({ label }) => takes(label));
  const isPlus = ({ points }: ReadRow): readonly PointsColumn[] =>
    taking.filter(({ id }) => points.some(({ component, points: said }) => component === id && said > 0));
  const plus = rows.filter((row) => isPlus(row).length > 0);
  const [first] = plus;
  if (!first) return rows;
  const fits = ({ entry, points }: ReadRow): boolean => mismatchOf(entry, points).length === 0;
  const turned = rows.map((row) => ({
    ...row,
    points: row.points.map((one) =>
      taking.some(({ id }) => id === one.component) ? { ...one, points: -one.points || 0 } : one,
    ),
  }));
  if (!rows.every(fits) && turned.every(fits)) {
    const names = [...new Set(plus.flatMap(isPlus).map(({ label }) => label))].join('、');
    report.warning('intake.points-signed', placeOf(first.entry.table), { names });
    return turned;
  }
  const open = plus.find(({ entry, ...row }) => clean(entry.text('total')) === '' || !fits({ entry, ...row }));
  const [component] = open ? isPlus(open) : [];
  if (open && component) {
    const said = open.points.find((one) => one.component === component.id)?.points ?? 0;
    const [field = 'total'] = columnsOf(open.entry.header, component.id);
    const params = { heading: component.label, text: showPoints(said, 4) };
    report.error('intake.points-plus', open.entry.place(field), params);
  }
  return rows;
}

function placeOf({ file, sheet }: { readonly file: string; readonly sheet?: string }) {
  return { file, ...(sheet !== undefined && { sheet }) };
}

/** Where a sum that the sheet gives is not what its components come to. */
type Mismatch = { readonly place: Place; readonly text: string; readonly sum: string };

function mismatchOf(entry: Entry<PointsField>, points: PointsRow['points']): readonly Mismatch[] {
  const text = clean(entry.text('total'));
  const sum = points.reduce((all, one) => all + one.points, 0);
  if (text === '' || readWritten(text) === sum) return [];
  return [{ place: entry.place('total'), text: text.slice(0, 40), sum: showPoints(sum, 4) }];
}

/** So many sums that disagree are told one by one; more come from a column that was not read. */
const SINGLY = 10;

function tellSums(sums: readonly Mismatch[], report: Report): void {
  const many = sums.length > SINGLY;
  for (const { place, text, sum } of many ? sums.slice(0, 3) : sums)
    report.warning('intake.points-total', place, { text, sum });
  const [first] = sums;
  if (many && first) report.warning('intake.points-totals', first.place, { count: sums.length });
}
