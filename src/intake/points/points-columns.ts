import { type Enough, findHeader } from '#intake/find-header.ts';
import { FACT_HEADINGS, type Headings, headingKey } from '#intake/headings.ts';
import { type ColumnUse, type Mapping, mappedFields } from '#intake/mapping.ts';
import { Report } from '#intake/report.ts';
import type { Table } from '#intake/table.ts';

/** A component 组成部分 of the scheme that a column can be. */
export type PointsColumn = { readonly id: string; readonly label: string };

/** An item or a group of items 项目 of the scheme, by which a sheet may part a component into columns. */
export type PointsPart = { readonly component: string; readonly label: string };

/** What a column of a sheet of points is: somebody, a component, a part of one, the sum of a row, what they came to so far, or what stands beside. */
export type PointsField =
  | 'id'
  | 'member'
  | 'name'
  | 'total'
  | 'running'
  | `aside:${string}`
  | `points:${string}`
  | `part:${string}`;

/** The headings of a row's sum 合计. */
export const TOTAL = [
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

/** What is a sum where nothing else is, and the points themselves where the scheme has one component alone. */
export const LOOSE_TOTAL = ['积分', '得分', '分数', '分值', '党员积分', '积分情况'];

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
  '本人签字',
  '等次',
  '小计',
];

/** The headings under which the columns of a sheet are known: persons, the scheme's components, a sum, and what stands beside. */
export function pointsHeadings(components: readonly PointsColumn[], only?: PointsColumn): Headings<PointsField> {
  const { id, member, name } = FACT_HEADINGS;
  const sums = only ? [...TOTAL, ...LOOSE_TOTAL] : [];
  return {
    ...Object.fromEntries(ASIDE.map((one) => [`aside:${one}` as const, [one]])),
    id,
    member,
    name,
    total: only ? [] : TOTAL,
    running: [],
    ...Object.fromEntries(
      components.map((one) => [`points:${one.id}` as const, [one.label, one.id, ...(one === only ? sums : [])]]),
    ),
  };
}

/** How a sheet of points is known 积分表: by what headings, and what it must have to be taken for one. */
export type PointsKind = {
  readonly fields: ReadonlyMap<string, PointsField>;
  readonly headings: Headings<PointsField>;
  readonly enough: Enough<PointsField>;
  readonly who: readonly ('id' | 'member' | 'name')[];
};

/** What a table must have to be taken for a sheet of openings: who, and a component of the scheme or a part of one. */
export function pointsUnder(
  components: readonly PointsColumn[],
  mapping: Mapping = {},
  { only, parts = [] }: { readonly only?: PointsColumn | undefined; readonly parts?: readonly PointsPart[] } = {},
): PointsKind {
  const known = pointsHeadings(components, only);
  const told = Object.entries(known).filter(([field]) => field.startsWith('points:'));
  return {
    fields: withParts(mappedFields(known, mapping), known, parts, mapping),
    // Messages name what must be there, not everything that may.
    headings: { id: [], member: [], name: ['姓名'], total: [], running: [], ...Object.fromEntries(told) },
    enough: (fields) => isSomeone(fields) && [...fields].some(isPoints),
    who: ['id', 'member', 'name'],
  };
}

/** The columns with what the scheme parts a component into, and with headings that were said to be one: of these there may be several, which are added. */
function withParts(
  fields: ReadonlyMap<string, PointsField>,
  known: Headings<PointsField>,
  parts: readonly PointsPart[],
  mapping: Mapping,
): ReadonlyMap<string, PointsField> {
  const own = new Set(Object.values<readonly string[]>(known).flatMap((names) => names.map(headingKey)));
  const all = new Map<string, PointsField>();
  for (const [key, field] of fields)
    all.set(key, field.startsWith('points:') && !own.has(key) ? `part:${field.slice(7)}/${key}` : field);
  const unread = new Set(Object.keys(mapping).map(headingKey));
  const said = new Map<string, Set<string>>();
  for (const { component, label } of parts) {
    const key = headingKey(label);
    said.set(key, (said.get(key) ?? new Set()).add(component));
  }
  for (const [key, [component, another]] of [...said].map(([key, of]) => [key, [...of]] as const))
    if (component !== undefined && another === undefined && !all.has(key) && !own.has(key) && !unread.has(key))
      all.set(key, `part:${component}/${key}`);
  return all;
}

/** The component of which a column gives the points, or a part of them; undefined where it gives none. */
export function componentIn(field: string | undefined): string | undefined {
  const [, component] = /^(?:points:(.*)|part:.*)$/.exec(field ?? '') ?? [];
  return component ?? /^part:([^/]*)\//.exec(field ?? '')?.[1];
}

/** Whether a column gives points. */
export function isPoints(field: string): boolean {
  return field.startsWith('points:') || field.startsWith('part:');
}

/** Whether somebody is named in a table with these columns. */
export function isSomeone(fields: ReadonlySet<string>): boolean {
  return ['id', 'member', 'name'].some((field) => fields.has(field));
}

/** Whether what bears this name takes points away 扣分. */
export function takes(name: string): boolean {
  return name.includes('扣');
}

/** The headings of columns as they are told: a part by the label of its component. */
export function toldHeadings(
  known: Headings<PointsField>,
  fields: ReadonlyMap<string, PointsField>,
): Headings<PointsField> {
  const parts = [...fields.values()].filter((field) => field.startsWith('part:'));
  const aside = parts.map((field) => [`aside:${field}`, [field.slice(field.indexOf('/') + 1)]] as const);
  const label = (field: PointsField): readonly string[] =>
    known[`points:${componentIn(field) ?? ''}`]?.slice(0, 1) ?? [];
  return {
    ...known,
    ...Object.fromEntries(aside),
    ...Object.fromEntries(parts.map((field) => [field, label(field)])),
  };
}

/** What becomes of a column. */
export function useOf(field: PointsField | undefined): ColumnUse {
  if (field === undefined) return 'unknown';
  if (field.startsWith('aside:')) return 'dropped';
  return field === 'total' || field === 'running' ? 'checked' : 'kept';
}

/** Whether a column of the one component that there is 唯一组成部分 stands in a table under its own name; else a sum is all there is, and is it. */
export function isLabelled(
  tables: readonly Table[],
  components: readonly PointsColumn[],
  mapping: Mapping,
  parts: readonly PointsPart[],
): boolean {
  const { fields } = pointsUnder(components, mapping, { parts });
  const rows = tables.flatMap((table) => table.rows.slice(0, HEADS));
  return rows.some(({ cells }) => cells.some(({ text }) => isPoints(fields.get(headingKey(text)) ?? '')));
}

/** Rows in which a heading is looked for. */
const HEADS = 20;

/** A table of persons with a sum and nothing that it is the sum of 只有合计. */
export function onlyTotals(
  tables: readonly Table[],
  kind: PointsKind,
): { readonly table: Table; readonly total: string } | undefined {
  for (const table of tables) {
    const [parts, header] = [
      kind.enough,
      (fields: ReadonlySet<PointsField>) => fields.has('total') && isSomeone(fields),
    ].map((enough) => findHeader(table, kind.fields, enough, new Report()));
    if (parts) return undefined;
    const [column] = [...(header?.columns ?? [])].find(([, field]) => field === 'total') ?? [];
    if (header && column !== undefined) return { table, total: header.titles.get(column) ?? '' };
  }
  return undefined;
}
