import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type Transaction } from 'kysely';
import { migrate } from './migrate.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** The database 数据库, or a transaction on it: what every reader and writer of rows takes. */
export type Rows = Kysely<Tables>;

/** An open database. */
export type Store = {
  readonly rows: Rows;
  /** Does several things wholly or not at all; writers wait for each other. */
  readonly transaction: <T>(work: (rows: Transaction<Tables>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** The name of the embedded database in its data folder. */
export const DATABASE_FILE = 'sunledger.db';

/** Opens the embedded database of a data folder, making both when missing, and brings its tables up to date. @throws UnsafeConnection */
export async function openStore(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, DATABASE_FILE);
  const database = openSqlite(file);
  chmodSync(file, 0o600); // names and points: for the owner of the folder only
  const rows: Rows = new Kysely({ dialect: sqliteDialect(database) });
  try {
    await migrate(rows);
  } catch (error) {
    await rows.destroy();
    throw error;
  }
  return {
    rows,
    transaction: (work) => rows.transaction().execute(work),
    close: () => rows.destroy(),
  };
}
