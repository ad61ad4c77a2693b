import type { Day } from '#domain/kernel/day.ts';
import { harmless, type Problem } from '#domain/kernel/problem.ts';
import { Entry, sheetsOfKind, type TableKind, takeEntry } from '#intake/entries.ts';
import { FACT_HEADINGS } from '#intake/headings.ts';
import { type Mapping, mappedFields, type ReadHeading } from '#intake/mapping.ts';
import { likelyHeadings, readHeadings } from '#intake/read-headings.ts';
import { Report } from '#intake/report.ts';
import type { Tables } from '#intake/table.ts';
import { clean } from '#intake/text/clean.ts';
import { findTwice } from './found-twice.ts';
import { ROSTER_HEADINGS, type RosterField, rosterUse } from './roster-headings.ts';
import { type ReadRow, type RosterRow, readRosterRow } from './roster-row.ts';

/** Columns of which a file may say nothing: what held of a member stays then. */
export type Silent = 'standing' | 'category' | 'group' | 'role' | 'to';

/** What a file with a roster came to; no rows while anything stops it. */
export type ReadRoster = {
  readonly rows: readonly RosterRow[];
  readonly silent: readonly Silent[];
  readonly headings: readonly ReadHeading[];
  readonly problems: readonly Problem[];
};

/** The most persons that one import takes. */
export const MOST_ROSTER_ROWS = 10_000;

/** Reads a roster 名册 with the columns of the national collection, in any order and under the branch's own headings. Never throws for what the tables hold. */
export function readRoster(
  tables: Tables,
  { today, mapping = {} }: { readonly today: Day; readonly mapping?: Mapping },
): ReadRoster {
  const report = new Report();
  for (const problem of tables.problems) report.add(problem);
  const kind = rosterUnder(mapping);
  const read: ReadRow[] = [];
  const branches = new Map<string, number>();
  const sheets = tables.tables.length === 0 ? [] : sheetsOfKind(tables.tables, kind, report);
  for (const { table, header } of sheets) {
    for (const row of table.rows.slice(header.at + 1)) {
      const entry = takeEntry(readable(new Entry(table, header, row), report), kind, report);
      if (!entry) continue;
      const branch = clean(entry.text('branch'));
      const [first] = branches;
      if (branch !== '' && first !== undefined && !branches.has(branch))
        report.error('intake.roster-branches', entry.place('branch'), {
          text: branch.slice(0, 40),
          other: first[0].slice(0, 40),
          row: first[1],
        });
      if (branch !== '' && !branches.has(branch)) branches.set(branch, row.number);
      const taken = readRosterRow(entry, { today }, report);
      if (taken) read.push(taken);
    }
  }
  findTwice(read, report);
  if (read.length > MOST_ROSTER_ROWS)
    report.error('intake.too-many-rows', { file: tables.tables[0]?.file ?? '' }, { most: MOST_ROSTER_ROWS });
  if (sheets.length > 0 && read.length === 0 && report.errors === 0)
    report.error('intake.no-entries', { file: tables.tables[0]?.file ?? '' });
  const problems = report.list();
  const rows = harmless(problems) ? read.map(({ kept }) => kept) : [];
  const headings = sheets.length > 0 ? readHeadings(sheets, ROSTER_HEADINGS, rosterUse) : likelyHeadings(tables.tables);
  return { rows, silent: silentIn(sheets.map(({ header }) => new Set(header.columns.values()))), headings, problems };
}

/** How a table with a roster is known: names, and what else a roster has; under the branch's own headings where these are given. */
export function rosterUnder(mapping: Mapping): TableKind<RosterField> {
  return {
    fields: mappedFields(ROSTER_HEADINGS, mapping),
    headings: {
      ...ROSTER_HEADINGS,
      // Messages name what must be there, not everything that may.
      ...Object.fromEntries(
        (Object.keys(ROSTER_HEADINGS) as RosterField[])
          .filter((field) => !['name', 'code', 'kind', 'confirmed', 'role'].includes(field))
          .map((field) => [field, []]),
      ),
    },
    enough: (known, keys) =>
      known.has('name') &&
      (known.has('kind') || known.has('standing') || known.has('category') || known.size >= 3) &&
      !FACT_HEADINGS.item.some((heading) => keys.has(heading)),
    who: ['code', 'name'],
  };
}

/** A row without what nobody reads; a formula in a column that is only checked is told and passed over. */
function readable(entry: Entry<RosterField>, report: Report): Entry<RosterField> {
  const cells = entry.row.cells.filter(({ column, kind }) => {
    const field = entry.header.columns.get(column);
    const use = rosterUse(field);
    if (use === 'dropped') return false;
    if (field === undefined || use !== 'checked' || (kind !== 'formula' && kind !== 'error')) return true;
    report.warning('intake.roster-unchecked', entry.place(field), { heading: entry.heading(field) });
    return false;
  });
  return cells.length === entry.row.cells.length
    ? entry
    : new Entry(entry.table, entry.header, { number: entry.row.number, cells }, entry.whole);
}

function silentIn(sheets: readonly ReadonlySet<RosterField>[]): readonly Silent[] {
  const lacks = (field: RosterField): boolean => sheets.some((columns) => !columns.has(field));
  return (['standing', 'category', 'group', 'role', 'to'] as const).filter(lacks);
}
