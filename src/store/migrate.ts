import { type Kysely, type Migration, Migrator } from 'kysely';
import * as branch from './migrations/001-branch.ts';
import * as ledger from './migrations/002-ledger.ts';
import * as chain from './migrations/003-chain.ts';
import * as process from './migrations/004-process.ts';
import * as accounts from './migrations/005-accounts.ts';

/** The migrations in their order: numbered, forward only. A released one is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-branch': branch,
  '002-ledger': ledger,
  '003-chain': chain,
  '004-process': process,
  '005-accounts': accounts,
};

/** Brings a database to the newest tables under a lock, wholly or not at all; answers with what was done. Throws when one fails. */
export async function migrate<T>(db: Kysely<T>): Promise<readonly string[]> {
  const { error, results = [] } = await migratorOf(db).migrateToLatest();
  if (error !== undefined) throw error;
  return results.map((result) => result.migrationName);
}

/** Whether a database has every migration. */
export async function isMigrated<T>(db: Kysely<T>): Promise<boolean> {
  const known = await migratorOf(db).getMigrations();
  return known.every((migration) => migration.executedAt !== undefined);
}

function migratorOf<T>(db: Kysely<T>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
}
