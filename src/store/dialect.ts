// The few differences between the two engines; everything else is the same SQL.
import { type ColumnDataType, type Expression, type Kysely, PostgresAdapter, sql, type Transaction } from 'kysely';

/** Whether the database is a PostgreSQL server. */
export function isPostgres<T>(db: Kysely<T>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** The type of a text column: on PostgreSQL compared byte by byte (`COLLATE "C"`), as SQLite does, whatever the server's language. */
export function textOf<T>(db: Kysely<T>): ColumnDataType | Expression<unknown> {
  return isPostgres(db) ? sql`text collate "C"` : 'text';
}

/**
 * Lets one program at a time set up an empty database, until the transaction ends. SQLite has one writer anyway (`begin immediate`);
 * a branch that is there is locked by its head (`head.ts`) on both engines.
 */
export async function lockSetup<T>(transaction: Transaction<T>): Promise<void> {
  if (isPostgres(transaction)) await sql`select pg_advisory_xact_lock(${sql.lit(SETUP)})`.execute(transaction);
}

/** Any number that nothing else locks: "sun" in ASCII. */
const SETUP = 0x73_75_6e;

/**
 * Reads several times from one state of the database, whatever others write meanwhile: on SQLite too, where a transaction that only reads
 * keeps no other program from writing (`sqlite.ts`).
 */
export async function readWhole<T, R>(db: Kysely<T>, work: (rows: Transaction<T>) => Promise<R>): Promise<R> {
  return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}
