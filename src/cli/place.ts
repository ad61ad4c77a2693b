import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { DATABASE_FILE, isServer, openStore, PATIENT, type Store } from '#store/database.ts';
import { isDatabaseError, saidBy } from './data-folder.ts';

/** Where a database is meant to be: the server of DATABASE_URL, or a data folder 数据目录. */
export function placeOf(command: Command, given: string | undefined): string {
  const server = process.env['DATABASE_URL'] || undefined;
  if (server !== undefined && given !== undefined)
    command.error('DATABASE_URL 与 --data 只能用一个 / use either DATABASE_URL or --data.');
  if (server !== undefined && !isServer(server))
    command.error('DATABASE_URL 应为 postgres:// 地址 / DATABASE_URL must be an address postgres://….');
  return server ?? folderOf(given);
}

/** The data folder of `--data`, else DATA_DIR, else `data` here. */
export function folderOf(given: string | undefined): string {
  return given ?? (process.env['DATA_DIR'] || 'data');
}

/** Opens a database that must be there; else nothing is made, and the exit status is 2. */
export async function openPlace(command: Command, at: string): Promise<Store> {
  const file = join(at, DATABASE_FILE);
  if (!isServer(at) && !existsSync(file))
    command.error(`没有找到数据库：${file} / no database there; name its folder by --data.`);
  return await openStore(at, PATIENT).catch((error: unknown) => {
    if (!isServer(at) && !isDatabaseError(error)) throw error;
    return command.error(`数据库打不开 / the database cannot be opened: ${saidBy(error)}`);
  });
}
