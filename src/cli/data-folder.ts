import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Services } from '#service/open.ts';
import { databaseErrorOf } from '#store/database-error.ts';

/**
 * Opens the database that is meant: the server of DATABASE_URL, else the data folder 数据目录 of `--data`, else DATA_DIR, else `data` here.
 * A folder without a database (unless one is to be made), or a database that cannot be opened, is not understood: one line, exit 2, and nothing is made.
 */
export async function openData(command: Command, given: string | undefined, make = false): Promise<Services> {
  // The other commands start without the database.
  const [{ DATABASE_FILE }, { openServices }] = await Promise.all([
    import('#store/database.ts'),
    import('#service/open.ts'),
  ]);
  const server = process.env['DATABASE_URL'];
  const folder = given ?? (process.env['DATA_DIR'] || 'data');
  // The key as the server takes it: what one of them sealed, the other opens.
  const opening = { folder, secretsKey: process.env['SECRETS_KEY'] || undefined };
  if (server !== undefined && server !== '')
    return await openServices(server, undefined, opening).catch((error: unknown) =>
      command.error(`数据库打不开 / the database cannot be opened: ${saidBy(error)}`),
    );
  const file = join(folder, DATABASE_FILE);
  if (!make && !existsSync(file))
    command.error(`没有找到数据库：${file} / no database there; name its folder by --data.`);
  return await openServices(folder, undefined, opening).catch((error: unknown) => {
    if (!isDatabaseError(error)) throw error;
    return command.error(`数据库打不开：${file} / the database cannot be opened: ${saidBy(error)}`);
  });
}

/** Whether an error is what a database says of itself: damaged, locked, without a table. */
export function isDatabaseError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error.name === 'UnsafeConnection' || error.name === 'NotMigrated') return true;
  const code = 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') || 'severity' in error; // which every answer of a PostgreSQL server has
}

/** Waited for long enough (store/sqlite.ts, LOCK_TIMEOUT). */
const BUSY =
  '另一个程序正在写入，没有办理，请稍后再试 / another program is writing and nothing was done; try again later.';

/** What an error says, in one line; several addresses of one host fail with one error each. */
export function saidBy(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(saidBy).join('; ');
  if (databaseErrorOf(error) === 'busy') return BUSY;
  return error instanceof Error ? error.message : String(error);
}
