import { type Kysely, type Migration, Migrator } from 'kysely';
import * as branch from './migrations/001-branch.ts';
import * as ledger from './migrations/002-ledger.ts';
import * as chain from './migrations/003-chain.ts';
import * as process from './migrations/004-process.ts';
import * as accounts from './migrations/005-accounts.ts';
import * as open from './migrations/006-public.ts';
import * as paper from './migrations/007-paper.ts';

/** The migrations in their order: numbered, forward only. A released one is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-branch': branch,
  '002-ledger': ledger,
  '003-chain': chain,
  '004-process': process,
  '005-accounts': accounts,
  '006-public': open,
  '007-paper': paper,
};

/**
 * Brings a database to the newest tables, or to those that an older backup was made of, under a lock, wholly or not at all; answers with what was
 * done. Throws when one fails.
 */
export async function migrate<T>(db: Kysely<T>, upTo?: string): Promise<readonly string[]> {
  const migrator = migratorOf(db);
  const { error, results = [] } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined) throw error;
  return results.map((result) => result.migrationName);
}

/** The names of all migrations that this program knows, in their order. */
export const KNOWN_MIGRATIONS: readonly string[] = Object.keys(MIGRATIONS);

/** The migrations that a database has, in their order. */
export async function listMigrations<T>(db: Kysely<T>): Promise<readonly string[]> {
  const known = await migratorOf(db).getMigrations();
  return known.filter(({ executedAt }) => executedAt !== undefined).map(({ name }) => name);
}

/** Whether a database has every migration. */
export async function isMigrated<T>(db: Kysely<T>): Promise<boolean> {
  const known = await migratorOf(db).getMigrations();
  return known.every((migration) => migration.executedAt !== undefined);
}

function migratorOf<T>(db: Kysely<T>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
}
