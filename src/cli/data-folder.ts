import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';

/** The data folder 数据目录 that is meant: `--data`, else DATA_DIR, else `data` here. One without a database is not understood: exit 2, nothing is made. */
export async function dataFolder(command: Command, given: string | undefined): Promise<string> {
  const { DATABASE_FILE } = await import('#store/database.ts'); // the other commands start without the database
  const folder = given ?? (process.env['DATA_DIR'] || 'data');
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) command.error(`没有找到数据库：${file} / no database there; name its folder by --data.`);
  return folder;
}
