import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { listBranches } from './branch.ts';
import { DATABASE_FILE, isServer, type Rows } from './database.ts';
import { KNOWN_MIGRATIONS, listMigrations } from './migrate.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** What a database says of itself 数据库体检: engine and version, settings asked back, migrations it lacks, its role and what that may too much, its clock. */
export type Health = {
  readonly engine: 'SQLite' | 'PostgreSQL';
  readonly version: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly migrations: readonly string[];
  readonly missing: readonly string[];
  readonly role?: string;
  /** Why the role is refused; undefined where it may no more than it should, or where tables are missing and nothing can be asked. */
  readonly tooMuch?: string;
  /** The instant that a server takes it to be, as ISO text in UTC. */
  readonly now?: string;
  readonly branches?: number;
};

const ASKED = {
  file: ['journal_mode', 'synchronous', 'foreign_keys'],
  server: ['fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding', 'data_checksums'],
};

/**
 * Asks the database of a place how it is, changing nothing: no table is made. Undefined where a folder has none; throws what the engine says where it
 * cannot be opened. @throws UnsafeConnection
 */
export async function examine(at: string): Promise<Health | undefined> {
  if (isServer(at)) {
    const { connect } = await import('./postgres.ts');
    return await closing(connect<Tables>(at), examineServer);
  }
  const file = join(at, DATABASE_FILE);
  if (!existsSync(file)) return undefined;
  return await closing(new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(file)) }), examineFile);
}

async function closing(rows: Rows, work: (rows: Rows) => Promise<Health>): Promise<Health> {
  try {
    return await work(rows);
  } finally {
    await rows.destroy();
  }
}

async function examineFile(rows: Rows): Promise<Health> {
  const settings: Record<string, string> = {};
  for (const name of ASKED.file) {
    const found = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(rows);
    settings[name] = String(Object.values(found.rows[0] ?? {})[0]);
  }
  const [told] = (await sql<{ version: string }>`select sqlite_version() as version`.execute(rows)).rows;
  return { engine: 'SQLite', version: told?.version ?? '', settings, ...(await contents(rows)) };
}

async function examineServer(rows: Rows): Promise<Health> {
  const { refuseTooManyRights, roleOf } = await import('./postgres-rights.ts');
  const settings: Record<string, string> = {};
  for (const name of ASKED.server) {
    const found = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(rows);
    settings[name] = found.rows[0]?.value ?? '';
  }
  const [told] = (
    await sql<{
      version: string;
      now: Date;
    }>`select current_setting('server_version') as version, clock_timestamp() as now`.execute(rows)
  ).rows;
  const found = await contents(rows);
  const refused =
    found.missing.length > 0
      ? undefined
      : await refuseTooManyRights(rows).then(
          () => undefined,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
  return {
    engine: 'PostgreSQL',
    version: told?.version ?? '',
    settings,
    ...found,
    role: await roleOf(rows),
    ...(refused !== undefined && { tooMuch: refused }),
    ...(told && { now: told.now.toISOString() }),
  };
}

async function contents(rows: Rows): Promise<Pick<Health, 'migrations' | 'missing' | 'branches'>> {
  const migrations = await listMigrations(rows);
  const missing = KNOWN_MIGRATIONS.filter((name) => !migrations.includes(name));
  if (missing.length > 0) return { migrations, missing };
  return { migrations, missing, branches: (await listBranches(rows)).length };
}
