import { type Kysely, sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import { RIGHTS } from './rights.ts';
import type { Tables } from './tables.ts';

/** A row of any table, by column. */
export type Row = Readonly<Record<string, string | number | null>>;

/** A column: whether it holds text or whole numbers, and whether null is allowed. */
export type Column = { readonly name: string; readonly kind: 'text' | 'number'; readonly nullable: boolean };

/**
 * The shape of a table 表结构 as the database says it: columns by name, the columns of its key in their order, and where a row may name another of the
 * same table, which column names which.
 */
export type Shape = {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly own?: { readonly column: string; readonly names: string };
};

/** All tables, in the order of their rights; every new one comes along by itself. */
export const ALL_TABLES: readonly string[] = Object.keys(RIGHTS);

type Told = { readonly name: string; readonly type: string; readonly nullable: number; readonly place: number | null };
type Link = { readonly column: string; readonly parent: string; readonly names: string };

/** The shapes of tables in an order in which their rows can be added: whatever a foreign key names stands before. */
export async function readShapes(db: Kysely<Tables>, tables: readonly string[]): Promise<readonly Shape[]> {
  const shapes = new Map<string, Shape & { readonly parents: readonly string[] }>();
  for (const table of tables) shapes.set(table, await readShape(db, table));
  const sorted = new Map<string, Shape>();
  const place = (table: string): void => {
    const found = shapes.get(table);
    if (!found || sorted.has(table)) return;
    const { parents, ...shape } = found;
    for (const parent of parents) place(parent);
    sorted.set(table, shape);
  };
  for (const table of tables) place(table);
  return [...sorted.values()];
}

async function readShape(db: Kysely<Tables>, table: string): Promise<Shape & { readonly parents: readonly string[] }> {
  const told = isPostgres(db) ? await serverColumns(db, table) : await fileColumns(db, table);
  const links = isPostgres(db) ? await serverLinks(db, table) : await fileLinks(db, table);
  const columns = told
    .map(({ name, type, nullable }) => ({ name, kind: kindOf(table, name, type), nullable: nullable === 1 }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const key = told
    .flatMap(({ name, place }) => (place === null || place === 0 ? [] : [{ name, place }]))
    .toSorted((a, b) => a.place - b.place)
    .map(({ name }) => name);
  if (key.length === 0) throw new Error(`table ${table} has no key`);
  const own = links.find(({ parent }) => parent === table);
  return {
    table,
    columns,
    key,
    ...(own && { own: { column: own.column, names: own.names } }),
    parents: links.map(({ parent }) => parent).filter((parent) => parent !== table),
  };
}

function kindOf(table: string, column: string, type: string): Column['kind'] {
  if (type === 'text') return 'text';
  if (type === 'bigint' || type === 'integer') return 'number';
  throw new Error(`column ${table}.${column} is of type ${type}: only text and whole numbers are copied`);
}

async function fileColumns(db: Kysely<Tables>, table: string): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select name, lower(type) as type, 1 - "notnull" as nullable, pk as place from pragma_table_info(${table})`.execute(
    db,
  );
  // A column of the key is never null, even where SQLite lets it be.
  return rows.map((row) => (row.place === 0 ? row : { ...row, nullable: 0 }));
}

async function serverColumns(db: Kysely<Tables>, table: string): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select attname::text as name, format_type(atttypid, null) as type, case when attnotnull then 0 else 1 end as nullable,
      array_position(string_to_array(indkey::text, ' ')::int[], attnum::int) as place
    from pg_attribute left join pg_index on indrelid = attrelid and indisprimary
    where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped`.execute(db);
  return rows;
}

async function fileLinks(db: Kysely<Tables>, table: string): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select "from" as "column", "table" as parent, "to" as names from pragma_foreign_key_list(${table}) where seq = 0`.execute(
    db,
  );
  return rows.toSorted(byParent);
}

async function serverLinks(db: Kysely<Tables>, table: string): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select child.attname::text as column, pg_class.relname::text as parent, named.attname::text as names
    from pg_constraint
    join pg_class on pg_class.oid = confrelid
    join pg_attribute child on child.attrelid = conrelid and child.attnum = conkey[1]
    join pg_attribute named on named.attrelid = confrelid and named.attnum = confkey[1]
    where contype = 'f' and conrelid = to_regclass(${table})`.execute(db);
  return rows.toSorted(byParent);
}

/** The same order on every engine, as the order of the tables in a backup rests on it. */
function byParent(a: Link, b: Link): number {
  return a.parent < b.parent ? -1 : a.parent > b.parent ? 1 : 0;
}
