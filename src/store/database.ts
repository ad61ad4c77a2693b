import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type Transaction } from 'kysely';
import { isPostgres, readWhole } from './dialect.ts';
import { migrate } from './migrate.ts';
import type { Limits } from './postgres.ts';
import { IN_MEMORY, openSqlite, sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** The database 数据库, or a transaction on it: what every reader and writer of rows takes. */
export type Rows = Kysely<Tables>;

/** An open database. */
export type Store = {
  readonly rows: Rows;
  /** Does several things wholly or not at all; writers to one branch wait for each other. */
  readonly transaction: <T>(work: (rows: Transaction<Tables>) => Promise<T>) => Promise<T>;
  /**
   * Reads for somebody, and leaves a trace of it. SQLite does this in a transaction, as its connection is one; a server's statements see what stands when
   * each of them begins in any case, and what it has written is kept before the next one reads.
   */
  readonly reading: <T>(work: (rows: Rows) => Promise<T>) => Promise<T>;
  /** Reads several things from one state; writes nothing. */
  readonly snapshot: <T>(work: (rows: Transaction<Tables>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** The limits of operation 运维: a backup on a slow disk takes as long as it takes; only locks and connections are given up. */
export const PATIENT: Limits = { pool: 2, statement: 0, lock: 5_000, idle: 0, connect: 10_000 };

/** The name of the embedded database in its data folder. */
export const DATABASE_FILE = 'sunledger.db';

/** Whether a place of a database is the address of a PostgreSQL server, as DATABASE_URL names it; else it is a data folder. */
export function isServer(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/**
 * Opens the database of a place. A data folder has the embedded one: both are made when missing, and its tables brought up to date.
 * The address of a server is opened as the application's role, within limits; `:memory:` is a database that is gone when closed. @throws UnsafeConnection, NotMigrated
 */
export async function openStore(place: string, limits?: Limits): Promise<Store> {
  return storeOn(isServer(place) ? await openServer(place, limits) : await openFolder(place));
}

/** Makes the embedded database of an empty folder with the tables that an older backup was made of; opened again, it is brought up to date. */
export async function openStoreUpTo(folder: string, migration: string): Promise<Store> {
  return storeOn(await openFolder(folder, migration));
}

function storeOn(rows: Rows): Store {
  return {
    rows,
    transaction: (work) => rows.transaction().execute(work),
    reading: async (work) => (isPostgres(rows) ? await work(rows) : await rows.transaction().execute(work)),
    snapshot: (work) => readWhole(rows, work),
    close: () => rows.destroy(),
  };
}

/** A transaction as a database, for whoever reads several things from one state: it is one state by itself. */
export function storeWithin(rows: Transaction<Tables>): Store {
  return {
    rows,
    transaction: (work) => work(rows),
    reading: (work) => work(rows),
    snapshot: (work) => work(rows),
    close: async () => undefined,
  };
}

/** Its driver is loaded only where it is needed. */
async function openServer(url: string, limits: Limits | undefined): Promise<Rows> {
  const { openPostgres } = await import('./postgres.ts');
  return await openPostgres(url, limits);
}

function openFile(folder: string): ReturnType<typeof openSqlite> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, DATABASE_FILE);
  const database = openSqlite(file);
  chmodSync(file, 0o600); // names and points: for the owner of the folder only
  return database;
}

async function openFolder(folder: string, upTo?: string): Promise<Rows> {
  const database = folder === IN_MEMORY ? openSqlite(IN_MEMORY) : openFile(folder);
  const rows: Rows = new Kysely({ dialect: sqliteDialect(database) });
  try {
    await migrate(rows, upTo);
  } catch (error) {
    await rows.destroy();
    throw error;
  }
  return rows;
}
