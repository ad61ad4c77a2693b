import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Services } from '#service/open.ts';

/**
 * Opens the data folder 数据目录 that is meant: `--data`, else DATA_DIR, else `data` here. One without a database, or with one that cannot be opened,
 * is not understood: one line, exit 2, and nothing is made.
 */
export async function openData(command: Command, given: string | undefined): Promise<Services> {
  // The other commands start without the database.
  const [{ DATABASE_FILE }, { openServices }] = await Promise.all([
    import('#store/database.ts'),
    import('#service/open.ts'),
  ]);
  const folder = given ?? (process.env['DATA_DIR'] || 'data');
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) command.error(`没有找到数据库：${file} / no database there; name its folder by --data.`);
  return await openServices(folder).catch((error: unknown) => {
    if (!isDatabaseError(error)) throw error;
    return command.error(`数据库打不开：${file} / the database cannot be opened: ${error.message}`);
  });
}

/** Whether an error is what a database says of itself: damaged, locked, without a table. */
export function isDatabaseError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return error.name === 'UnsafeConnection' || ('code' in error && String(error.code).startsWith('SQLITE_'));
}
