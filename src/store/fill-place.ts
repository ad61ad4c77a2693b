import { existsSync } from 'node:fs';
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Transaction } from 'kysely';
import { BackupFault } from './backup-fault.ts';
import { FileThere, place as giveName, sync } from './backup-write.ts';
import { countRows } from './copy-rows.ts';
import { DATABASE_FILE, isServer, openStore, openStoreUpTo, PATIENT, type Store, storeWithin } from './database.ts';
import { lockSetup } from './dialect.ts';
import type { ArrivingFiles } from './fill-files.ts';
import { makePart, sweepParts } from './restore-part.ts';
import type { Tables } from './tables.ts';

/** How a place is filled: which tables must be empty, what adds the rows, what must hold of them before they count, the files that come with them, and the migration of older tables. */
export type Filling<T> = {
  readonly tables: readonly string[];
  readonly add: (rows: Transaction<Tables>) => Promise<T>;
  readonly check: (store: Store) => Promise<void>;
  readonly files?: Pick<ArrivingFiles, 'place' | 'drop'>;
  readonly upTo?: string | undefined;
};

/**
 * Fills an empty place with a whole database, wholly or not at all: a server, or a folder with an empty database, in one transaction; a folder
 * without one in a part beside it, which gets its name when everything is checked. @throws BackupFault
 */
export async function fillPlace<T>(at: string, filling: Filling<T>): Promise<T> {
  if (!isServer(at)) await sweepParts(at);
  if (isServer(at) || existsSync(join(at, DATABASE_FILE))) {
    const store = await openStore(at, PATIENT);
    try {
      await refuseTaken(store.rows, filling.tables);
      // What is there has the newest tables; older rows do not fit them.
      if (filling.upTo !== undefined) throw new BackupFault('older', undefined, filling.upTo);
      return await fillWithin(store, filling);
    } finally {
      await filling.files?.drop();
      await store.close();
    }
  }
  const isNew = !existsSync(at);
  await mkdir(at, { recursive: true, mode: 0o700 });
  try {
    return await fillFolder(at, filling);
  } catch (error) {
    if (isNew) await rmdir(at).catch(() => undefined);
    throw error;
  }
}

async function fillWithin<T>(store: Store, { tables, add, check, files }: Filling<T>): Promise<T> {
  return await store.transaction(async (rows) => {
    await lockSetup(rows);
    await refuseTaken(rows, tables);
    const added = await add(rows);
    await check(storeWithin(rows));
    await files?.place();
    return added;
  });
}

/** A place with one row of ours is somebody's, were it only a refused act. @throws BackupFault */
async function refuseTaken(rows: Store['rows'], tables: readonly string[]): Promise<void> {
  for (const table of tables)
    if ((await countRows(rows, { table })) > 0) throw new BackupFault('taken', undefined, table);
}

async function fillFolder<T>(at: string, { add, check, files, upTo }: Filling<T>): Promise<T> {
  const part = await makePart(at);
  try {
    const made = upTo === undefined ? await openStore(part) : await openStoreUpTo(part, upTo);
    let added: T;
    try {
      added = await made.transaction(add);
    } finally {
      await made.close();
    }
    // Opened again it has the newest tables, and what is checked is what was written.
    const store = await openStore(part);
    try {
      await check(store);
      await sql`pragma wal_checkpoint(truncate)`.execute(store.rows);
    } finally {
      await store.close();
    }
    const file = join(part, DATABASE_FILE);
    // Only the file itself gets the name: nothing of it may still lie beside it.
    const beside = await stat(`${file}-wal`).catch(() => undefined);
    if (beside && beside.size > 0) throw new Error('the database was not written back into its file');
    await sync(file);
    await files?.place();
    await giveName(file, join(at, DATABASE_FILE)).catch((error: unknown) => {
      throw error instanceof FileThere ? new BackupFault('taken') : error;
    });
    await sync(at);
    return added;
  } finally {
    await files?.drop();
    await rm(part, { recursive: true, force: true });
  }
}
