import type { Day, Span } from '#domain/kernel/day.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { harmless, type Place, type Problem } from '#domain/kernel/problem.ts';
import type { Member } from '#domain/ledger/member.ts';
import { Entry, sheetsOfKind, type TableKind, takeEntry } from '#intake/entries.ts';
import { readWho } from '#intake/facts/fact-who.ts';
import { findHeader } from '#intake/find-header.ts';
import { FACT_HEADINGS, type Headings, headingKey } from '#intake/headings.ts';
import { type ColumnUse, type Mapping, mappedFields, type ReadHeading } from '#intake/mapping.ts';
import { MemberIndex } from '#intake/members/member-index.ts';
import { likelyHeadings, readHeadings } from '#intake/read-headings.ts';
import { Report } from '#intake/report.ts';
import type { Table, Tables } from '#intake/table.ts';
import { clean } from '#intake/text/clean.ts';
import { readDecimal } from '#intake/text/decimal.ts';
import { withoutMonths } from './month-grid.ts';

/** A component 组成部分 of the scheme that a column can be. */
export type PointsColumn = { readonly id: string; readonly label: string };

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

type Field = 'id' | 'member' | 'name' | 'total' | `aside:${string}` | `points:${string}`;

const TOTAL = [
  '合计',
  '总分',
  '总积分',
  '积分合计',
  '积分总计',
  '总计',
  '总得分',
  '累计积分',
  '累计总分',
  '上半年积分',
  '下半年积分',
  'total',
];

/** What stands beside points in any office's sheet and is no points. */
const ASIDE = [
  '序号',
  '序',
  'no',
  'no.',
  '名次',
  '排名',
  '位次',
  '备注',
  '说明',
  '类别',
  '党小组',
  '小组',
  '部门',
  '职务',
  '党内职务',
  '性别',
  '党支部',
  '签名',
  '签字',
  '等次',
];

/** How a sheet is read: the scheme's components, the roster under its numbers, and the branch's own headings. */
export type PointsContext = {
  readonly components: readonly PointsColumn[];
  readonly members: readonly Member[];
  readonly mapping?: Mapping;
  /** Up to which day the sheet speaks, and the scheme's year around it; a sheet of months is read with these alone. */
  readonly cut?: { readonly until: Day; readonly year: Span };
};

/** Reads a sheet of points by component 启用前积分表 of before the branch began here. Never throws for what the tables hold, and never guesses: what is empty is asked. */
export function readPoints(read: Tables, { components, members, mapping = {}, cut }: PointsContext): PointsSheet {
  const report = new Report();
  for (const problem of read.problems) report.add(problem);
  const [only] = components.length === 1 && !isLabelled(read.tables, components, mapping) ? components : [];
  const known = pointsHeadings(components, only);
  const kind = pointsUnder(components, mapping, only);
  const { fields } = pointsUnder(components, mapping);
  const plain = read.tables.map((table) =>
    cut ? withoutMonths(table, { fields, ...cut, ...(only && { only: only.label }) }, report) : table,
  );
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
  const { table, header } = first;
  const index = new MemberIndex(members);
  const asked = components.filter(({ id }) => [...header.columns.values()].includes(`points:${id}`));
  const rows: PointsRow[] = [];
  const sums: Mismatch[] = [];
  for (const row of table.rows.slice(header.at + 1)) {
    const entry = takeEntry(checked(new Entry(table, header, row), report), kind, report);
    if (!entry) continue;
    const who = readWho(entry, index, report);
    const points = asked.flatMap(({ id }) => pointsIn(entry, id, report));
    const member = who === undefined ? undefined : members[who];
    if (!member || points.length < asked.length) continue;
    sums.push(...mismatchOf(entry, points));
    rows.push({ row: row.number, code: member.id, points });
  }
  tellSums(sums, report);
  if (rows.length > MOST_POINTS) report.error('intake.too-many-rows', placeOf(table), { most: MOST_POINTS });
  if (rows.length === 0 && report.errors === 0) report.error('intake.no-entries', placeOf(table));
  const problems = report.list();
  const headings = readHeadings(found, known, useOf);
  return { rows: harmless(problems) ? rows : [], headings, problems };
}

function placeOf({ file, sheet }: { readonly file: string; readonly sheet?: string }) {
  return { file, ...(sheet !== undefined && { sheet }) };
}

function useOf(field: Field | undefined): ColumnUse {
  if (field === undefined) return 'unknown';
  if (field.startsWith('aside:')) return 'dropped';
  return field === 'total' ? 'checked' : 'kept';
}

/** The headings under which the columns of a sheet are known: persons, the scheme's components, a sum, and what stands beside. */
export function pointsHeadings(components: readonly PointsColumn[], only?: PointsColumn): Headings<Field> {
  const { id, member, name } = FACT_HEADINGS;
  return {
    ...Object.fromEntries(ASIDE.map((one) => [`aside:${one}` as const, [one]])),
    id,
    member,
    name,
    total: only ? [] : TOTAL,
    ...Object.fromEntries(
      components.map((one) => [`points:${one.id}` as const, [one.label, one.id, ...(one === only ? TOTAL : [])]]),
    ),
  };
}

/** What a table must have to be taken for a sheet of openings: who, and a component of the scheme. */
export function pointsUnder(
  components: readonly PointsColumn[],
  mapping: Mapping = {},
  only?: PointsColumn,
): TableKind<Field> {
  const known = pointsHeadings(components, only);
  const told = Object.entries(known).filter(([field]) => field.startsWith('points:'));
  return {
    fields: mappedFields(known, mapping),
    // Messages name what must be there, not everything that may.
    headings: { id: [], member: [], name: ['姓名'], total: [], ...Object.fromEntries(told) },
    enough: (fields) => isSomeone(fields) && [...fields].some((field) => field.startsWith('points:')),
    who: ['id', 'member', 'name'],
  };
}

/** Whether a column of the one component that there is 唯一组成部分 stands in a table under its own name; else a sum is all there is, and is it. */
function isLabelled(tables: readonly Table[], components: readonly PointsColumn[], mapping: Mapping): boolean {
  const fields = mappedFields(pointsHeadings(components), mapping);
  const rows = tables.flatMap((table) => table.rows.slice(0, HEADS));
  return rows.some(({ cells }) => cells.some(({ text }) => fields.get(headingKey(text))?.startsWith('points:')));
}

/** Rows in which a heading is looked for. */
const HEADS = 20;

/** A table of persons with a sum and nothing that it is the sum of 只有合计. */
function onlyTotals(tables: readonly Table[], kind: TableKind<Field>): { table: Table; total: string } | undefined {
  for (const table of tables) {
    const [parts, header] = [kind.enough, (fields: ReadonlySet<Field>) => fields.has('total') && isSomeone(fields)].map(
      (enough) => findHeader(table, kind.fields, enough, new Report()),
    );
    if (parts) return undefined;
    const [column] = [...(header?.columns ?? [])].find(([, field]) => field === 'total') ?? [];
    if (header && column !== undefined) return { table, total: header.titles.get(column) ?? '' };
  }
  return undefined;
}

function isSomeone(fields: ReadonlySet<string>): boolean {
  return ['id', 'member', 'name'].some((field) => fields.has(field));
}

/** A row without formulas in columns that nobody reads; a sum that is one is not checked, for its result is never taken as its value. */
function checked(entry: Entry<Field>, report: Report): Entry<Field> {
  const cells = entry.row.cells.filter(({ column, kind }) => {
    const field = entry.header.columns.get(column);
    if (kind !== 'formula' && kind !== 'error') return true;
    if (field?.startsWith('aside:') === true) return false;
    if (field !== 'total') return true;
    report.warning('intake.points-unchecked', entry.place('total'), { heading: entry.heading('total') });
    return false;
  });
  return cells.length === entry.row.cells.length
    ? entry
    : new Entry(entry.table, entry.header, { number: entry.row.number, cells });
}

function pointsIn(entry: Entry<Field>, id: string, report: Report): PointsRow['points'] {
  const field = `points:${id}` as const;
  const text = clean(entry.text(field));
  const params = { heading: entry.heading(field), text: text.slice(0, 40) };
  const read = text === '' ? 'empty' : readDecimal(text);
  if (typeof read === 'number') return [{ component: id, points: read }];
  if (read === 'empty') report.error('intake.points-empty', entry.place(field), params);
  else report.error(`intake.${read}`, entry.place(field), params);
  return [];
}

/** Where a sum that the sheet gives is not what its components come to. */
type Mismatch = { readonly place: Place; readonly text: string; readonly sum: string };

function mismatchOf(entry: Entry<Field>, points: PointsRow['points']): readonly Mismatch[] {
  const text = clean(entry.text('total'));
  const sum = points.reduce((all, one) => all + one.points, 0);
  if (text === '' || readDecimal(text) === sum) return [];
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
