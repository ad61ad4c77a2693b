import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { DATABASE_FILE } from '#store/database.ts';

/** The data folder 数据目录 that is meant: `--data`, else DATA_DIR, else `data` here. One without a database is not understood: exit 2, nothing is made. */
export function dataFolder(command: Command, given: string | undefined): string {
  const folder = given ?? (process.env['DATA_DIR'] || 'data');
  if (!existsSync(join(folder, DATABASE_FILE)))
    command.error(`没有找到数据库：${join(folder, DATABASE_FILE)} / no database there; name the folder by --data.`);
  return folder;
}
