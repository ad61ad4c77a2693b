import { type Kysely, sql } from 'kysely';
import { isPostgres } from './dialect.ts';

/**
 * Makes a table refuse every UPDATE and DELETE below the application, REPLACE among them since `recursive_triggers` is on (product §5.2).
 * On SQLite by triggers; on PostgreSQL the privileges of the application's role do it (`rights.ts`).
 */
export async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  if (isPostgres(db)) return;
  for (const act of ['update', 'delete']) {
    await sql`create trigger ${sql.ref(`${table}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(`${table} is only ever added to: ${act} refused`)}); end`.execute(db);
  }
}

/**
 * Makes a table refuse an INSERT whose key is there already, also one told to ignore or to replace it: nothing is passed over silently.
 * On PostgreSQL the primary key refuses it, and replacing would need the right to UPDATE; one told to ignore changes nothing there.
 */
export async function refuseRepeats(db: Kysely<unknown>, table: string, key: readonly string[]): Promise<void> {
  if (isPostgres(db)) return;
  const same = sql.join(
    key.map((column) => sql`${sql.ref(column)} = new.${sql.ref(column)}`),
    sql` and `,
  );
  await sql`create trigger ${sql.ref(`${table}_no_repeat`)} before insert on ${sql.table(table)}
    when exists (select 1 from ${sql.table(table)} where ${same})
    begin select raise(abort, ${sql.lit(`${table} is only ever added to: a key that is there already refused`)}); end`.execute(
    db,
  );
}
