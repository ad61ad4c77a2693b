import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import Database from 'libsql';
import { UnsafeConnection } from './unsafe-connection.ts';

/** How long a statement waits for another writer, in milliseconds: first inside SQLite, then without holding up this program. */
const BUSY = { blocking: 20, inAll: 5000, pause: 10 };

/** What every connection is told, and must answer when asked back (docs/decisions/003). */
const SETTINGS = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  busy_timeout: BUSY.blocking,
};

/** The name of a database in memory 内存数据库: nothing of it is ever written, and it is gone when closed; for tests that play thousands of branches. */
export const IN_MEMORY = ':memory:';

/** There is no file beside which a write-ahead log could stand, so SQLite answers `memory` whatever it is told; every other setting holds as well. */
const SETTINGS_IN_MEMORY = { ...SETTINGS, journal_mode: 'memory' };

/** Opens a SQLite file with WAL, synchronous=FULL, foreign keys and recursive triggers, and asks each back. @throws UnsafeConnection */
export function openSqlite(file: string): Database.Database {
  const database = new Database(file, { timeout: BUSY.inAll });
  for (const [name, wanted] of Object.entries(file === IN_MEMORY ? SETTINGS_IN_MEMORY : SETTINGS)) {
    database.prepare(`PRAGMA ${name} = ${wanted}`).all();
    const [row] = database.prepare(`PRAGMA ${name}`).all();
    const found = Object.values(row as object)[0] as unknown;
    if (found === wanted) continue;
    database.close();
    throw new UnsafeConnection(`SQLite answers ${name} = ${String(found)}, wanted ${wanted}: ${file}`);
  }
  return database;
}

/** The SQLite dialect 方言 for kysely over libsql: one connection, handed out to one user at a time. */
export function sqliteDialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new LibsqlDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite changes tables inside transactions, so that a migration is done wholly or not at all. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LibsqlDriver implements Driver {
  readonly #database: Database.Database;
  readonly #connection: LibsqlConnection;
  #free: Promise<void> = Promise.resolve();
  #release: () => void = nothing;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#connection = new LibsqlConnection(database);
  }

  async init(): Promise<void> {}

  /** Hands out the one connection to whoever waits longest. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free;
    const { promise, resolve } = withResolver();
    this.#free = promise;
    await before;
    this.#release = resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  /**
   * Takes the write lock at once, so that two processes wait for each other instead of failing half way. One that only reads takes none:
   * WAL shows it one state of the file, and other processes write on meanwhile.
   */
  async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A failed statement may have ended the transaction by itself.
    if (this.#database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    this.#database.close();
  }
}

type Statement = ReturnType<Database.Database['prepare']>;

/** What begins and ends a transaction. */
const CONTROL = /^\s*(begin|commit|rollback|savepoint|release)\b/i;

/** What writes rows. */
const WRITES = /^\s*(with\b[\s\S]*\)\s*)?(insert|update|delete|replace)\b/i;

/** Statements that are worth keeping: what changes tables or settings is run once, and after it none that was kept is used again. */
const KEPT = /^\s*(select|insert|update|delete|with)\b/i;

/** So many statements are kept; there are fewer texts but for lists of every length. */
const MOST_KEPT = 300;

class LibsqlConnection implements DatabaseConnection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /**
   * A statement that found the file busy has done nothing and is tried again. Given up, a prepared one that writes would stay half run until
   * it is swept up, and meanwhile keep every later transaction from being committed: so what takes the write lock is never a prepared one,
   * and what writes rows by itself takes it first.
   */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (CONTROL.test(query.sql)) return await this.#control(query.sql);
    if (!WRITES.test(query.sql) || this.#database.inTransaction) return await this.#one(query);
    await this.#control('begin immediate');
    try {
      const result = await this.#one<R>(query);
      await this.#control('commit');
      return result;
    } catch (error) {
      if (this.#database.inTransaction) await this.#control('rollback');
      throw error;
    }
  }

  async #control(sql: string): Promise<{ readonly rows: [] }> {
    await patiently(() => this.#database.exec(sql));
    return { rows: [] };
  }

  async #one<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      return await patiently(() => this.#run<R>(this.#prepared(query.sql), query));
    } catch (error) {
      this.#statements.delete(query.sql); // one that failed is not used for anything else
      throw error;
    }
  }

  #prepared(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.#database.prepare(sql);
    if (!KEPT.test(sql)) this.#statements.clear();
    else if (this.#statements.size < MOST_KEPT) this.#statements.set(sql, statement);
    return statement;
  }

  #run<R>(statement: Statement, { parameters }: CompiledQuery): QueryResult<R> {
    if (statement.reader) return { rows: statement.all([...parameters]) as R[] };
    const { changes } = statement.run([...parameters]);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  streamQuery(): never {
    throw new Error('nothing is streamed from the embedded database');
  }
}

/** Tries until no other program writes, without holding up this one. */
async function patiently<T>(work: () => T): Promise<T> {
  const deadline = Date.now() + BUSY.inAll;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, BUSY.pause));
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = nothing;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function nothing(): void {}
