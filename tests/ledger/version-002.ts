import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator } from 'kysely';
import { DATABASE_FILE } from '#store/database.ts';
import * as branch from '#store/migrations/001-branch.ts';
import * as ledger from '#store/migrations/002-ledger.ts';
import { openSqlite, sqliteDialect } from '#store/sqlite.ts';

/** A database as version 002 left it, before there was a chain: rows of the tables that it had. */
export type Version002 = Readonly<
  Record<'org' | 'branch' | 'scheme' | 'member' | 'status' | 'entry' | 'head', readonly object[]>
>;

/** Writes a data folder of version 002 with these rows. */
export async function writeVersion002(folder: string, tables: Version002): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const db = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: sqliteDialect(openSqlite(join(folder, DATABASE_FILE))),
  });
  const migrations = { '001-branch': branch, '002-ledger': ledger };
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw error;
  for (const [table, rows] of Object.entries(tables))
    for (let at = 0; at < rows.length; at += 500)
      await db
        .insertInto(table)
        .values(rows.slice(at, at + 500))
        .execute();
  await db.destroy();
}
