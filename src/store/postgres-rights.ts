import { type Kysely, sql } from 'kysely';
import { HARMFUL, PRIVILEGES, RIGHTS } from './rights.ts';
import type { Tables } from './tables.ts';
import { UnsafeConnection } from './unsafe-connection.ts';

/** The tables in which kysely keeps what was migrated; the application only reads the first, to know whether the tables are there. */
const MIGRATION = { done: 'kysely_migration', lock: 'kysely_migration_lock' };

/** Grants the application's role what each table allows, and takes everything else from it and from everybody. As the owner, after every migration. */
export async function grantRights<T>(db: Kysely<T>, role: string): Promise<void> {
  const to = sql.ref(role);
  await db.transaction().execute(async (owner) => {
    for (const [table, right] of Object.entries(RIGHTS)) {
      await sql`revoke all on ${sql.table(table)} from public, ${to}`.execute(owner);
      await sql`grant ${sql.raw(PRIVILEGES[right].join(', '))} on ${sql.table(table)} to ${to}`.execute(owner);
    }
    for (const table of Object.values(MIGRATION))
      await sql`revoke all on ${sql.table(table)} from public, ${to}`.execute(owner);
    await sql`grant select on ${sql.table(MIGRATION.done)} to ${to}`.execute(owner);
    await sql`grant usage on schema ${sql.ref(await schemaOf(owner))} to ${to}`.execute(owner);
  });
}

/** The role that a connection acts as. */
export async function roleOf<T>(db: Kysely<T>): Promise<string> {
  const { rows } = await sql<{ role: string }>`select session_user::text as role`.execute(db);
  return rows[0]?.role ?? '';
}

async function schemaOf<T>(db: Kysely<T>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema()::text as name`.execute(db);
  return rows[0]?.name ?? '';
}

/**
 * Refuses a role that could change what is only ever added to: a superuser, one that makes roles, the owner of database, schema or a table,
 * or one that was granted more than its tables allow; also when it could only become such a role. @throws UnsafeConnection
 */
export async function refuseTooManyRights(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ role: string; why: string }>`
    with own as (
      select oid, rolname, rolsuper, rolcreaterole, rolreplication from pg_roles where pg_has_role(session_user, oid, 'MEMBER')
    )
    select rolname::text as role, 'superuser' as why from own where rolsuper
    union all select rolname::text, 'makes roles' from own where rolcreaterole
    union all select rolname::text, 'replicates' from own where rolreplication
    union all select rolname::text, 'reaches the files of the server' from own
      where rolname in ('pg_write_server_files', 'pg_execute_server_program')
    union all select rolname::text, 'owner of the database' from own
      join pg_database on datdba = own.oid where datname = current_database()
    union all select rolname::text, 'owner of the schema' from own
      join pg_namespace on nspowner = own.oid where nspname = current_schema()
    union all select rolname::text, 'owner of ' || relname from own
      join pg_class on relowner = own.oid where relnamespace = current_schema()::regnamespace
    union all ${sql.join(Object.keys(RIGHTS).map(excessOn), sql` union all `)}
    limit 1`.execute(db);
  const [found] = rows;
  if (found) throw new UnsafeConnection(`the role of DATABASE_URL may too much: ${found.role} is ${found.why}`);
}

/** Roles that may do to a table what its right does not say. */
function excessOn(table: string) {
  const allowed = PRIVILEGES[RIGHTS[table as keyof Tables]];
  const harmful = HARMFUL.filter((privilege) => !allowed.includes(privilege));
  const inColumns = harmful.filter((privilege) => privilege === 'UPDATE');
  const may = sql`has_table_privilege(own.oid, ${sql.lit(table)}, ${sql.lit(harmful.join(', '))})`;
  const mayInColumns =
    inColumns.length === 0 ? sql`false` : sql`has_any_column_privilege(own.oid, ${sql.lit(table)}, 'UPDATE')`;
  return sql`select rolname::text, ${sql.lit(`allowed too much on ${table}`)} from own where ${may} or ${mayInColumns}`;
}
