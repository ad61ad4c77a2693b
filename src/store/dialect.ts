// The few differences between the two engines; everything else is the same SQL.
import {
  type ColumnDataType,
  CompiledQuery,
  type Expression,
  type Kysely,
  type OperationNodeSource,
  PostgresAdapter,
  sql,
  type Transaction,
} from 'kysely';

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

/** A statement that writes and of which nothing is asked back. */
export type Write = OperationNodeSource & { readonly execute: () => Promise<unknown> };

/** What is known of a server: Citus takes no statement that writes to several tables. */
export class ServerAdapter extends PostgresAdapter {
  /** Whether several writes may be sent as one statement. */
  together = true;
}

/** Writes to several tables: on a PostgreSQL server in one statement, which is one journey instead of many; on SQLite, where there is none, one by one. */
export async function writeTogether<T>(db: Kysely<T>, writes: readonly Write[]): Promise<void> {
  const { adapter } = db.getExecutor();
  if (writes.length < 2 || !(adapter instanceof ServerAdapter) || !adapter.together) {
    for (const write of writes) await write.execute();
    return;
  }
  const parts = writes.map((write, at) => sql`${sql.ref(`write_${at}`)} as (${write})`);
  await sql`with ${sql.join(parts)} select 1`.execute(db);
}

/** A statement put together from written parts, whose values become parameters: quicker than a builder where the text is always the same. */
export class Statement {
  readonly #server: boolean;
  readonly #values: unknown[] = [];
  #text = '';

  constructor(server: boolean) {
    this.#server = server;
  }

  /** Adds a part, as a template. */
  add(strings: TemplateStringsArray, ...values: readonly (string | number | null)[]): this {
    for (const [at, text] of strings.entries()) {
      this.#text += text;
      if (at === values.length) continue;
      this.#values.push(values[at]);
      this.#text += this.#server ? `$${this.#values.length}` : '?';
    }
    return this;
  }

  /** Runs it and answers with the rows. */
  async rows<R, T>(db: Kysely<T>): Promise<readonly R[]> {
    return (await db.executeQuery<R>(CompiledQuery.raw(this.#text, this.#values))).rows;
  }
}
