import { sql } from 'kysely';
import type { Rows } from '#store/database.ts';

/** What stands, cheaply: how many rows each table has, and sums that move when one is changed. */
export type Tally = Readonly<Record<string, number>>;

const queries = new WeakMap<object, string>();
const tables = new WeakMap<object, readonly { readonly name: string; readonly own: boolean }[]>();

/** Counts every table in one query; tables are asked of the database itself, so that a new one is counted too. */
export async function tallyOf(rows: Rows, place: object): Promise<Tally> {
  let query = queries.get(place);
  if (query === undefined) {
    const names = (await tablesOf(rows, place)).map(({ name }) => name);
    query = [
      ...names.map((name) => `select '${name}' as name, count(*) as n from "${name}"`),
      `select '+revisions', sum(revision) + sum(length(body)) + sum(length(state)) from matter`,
      `select '+heads', sum(seq) + sum(revision) + sum(event_seq) from head`,
      `select '+grants', sum(length(to_day)) + count(distinct to_day) from role_grant`,
    ].join(' union all ');
    queries.set(place, query);
  }
  const { rows: found } = await sql.raw<{ name: string; n: number | string }>(query).execute(rows);
  return Object.fromEntries(found.map(({ name, n }) => [name, Number(n)]));
}

/** The tables and sums that are other than before. */
export function changed(before: Tally, after: Tally): readonly string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name]);
}

/** The tables, asked of the database once, and which of them stand under a branch. */
async function tablesOf(
  rows: Rows,
  place: object,
): Promise<readonly { readonly name: string; readonly own: boolean }[]> {
  const known = tables.get(place);
  if (known) return known;
  const found = (await rows.introspection.getTables()).filter(({ name }) => !name.startsWith('kysely'));
  const own = found.map(({ name, columns }) => ({ name, own: columns.some((one) => one.name === 'branch_id') }));
  tables.set(place, own);
  return own;
}

/** The rows of every table as text under their branch, for what must not show there. */
export async function dump(rows: Rows, place: object, branch: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, own } of await tablesOf(rows, place)) {
    const query = rows.selectFrom(name as 'matter').selectAll();
    const all = await (own ? query.where('branch_id', '=', branch) : query).execute();
    for (const row of all) found.push(`${name} ${JSON.stringify(row)}`);
  }
  return found;
}
