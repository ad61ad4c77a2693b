import { sql } from 'kysely';
import type { Rows } from '#store/database.ts';

/** What stands, cheaply: how many rows each table has, and sums that move when one is changed. */
export type Tally = Readonly<Record<string, number>>;

const queries = new WeakMap<object, string>();

/** Counts every table in one query; tables are asked of the database itself, so that a new one is counted too. */
export async function tallyOf(rows: Rows, place: object): Promise<Tally> {
  let query = queries.get(place);
  if (query === undefined) {
    const names = (await rows.introspection.getTables())
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('kysely'));
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

/** The rows of every table as text under their branch, for what must not show there. */
export async function dump(rows: Rows, branch: string): Promise<readonly string[]> {
  const tables = await rows.introspection.getTables();
  const found: string[] = [];
  for (const { name, columns } of tables) {
    if (name.startsWith('kysely')) continue;
    const own = columns.some((column) => column.name === 'branch_id');
    const query = rows.selectFrom(name as 'matter').selectAll();
    const all = await (own ? query.where('branch_id', '=', branch) : query).execute();
    found.push(...all.map((row) => `${name} ${JSON.stringify(row)}`).toSorted());
  }
  return found;
}
