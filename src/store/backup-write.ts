import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, lstat, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Transaction } from 'kysely';
import { type FileFolder, type FilesBackedUp, fileLines } from './backup-files.ts';
import { BACKUP_FORMAT, type BackupHeader, KEPT_TABLES } from './backup-lines.ts';
import { countRows, readRows, rowLine } from './copy-rows.ts';
import { listMigrations } from './migrate.ts';
import { namedFiles } from './named-files.ts';
import { readShapes } from './table-shape.ts';
import type { Tables } from './tables.ts';

/** What went into a backup 备份: how many tables and rows, the attached files, and the SHA-256 that its last line says. */
export type BackedUp = {
  readonly tables: number;
  readonly rows: number;
  readonly files: FilesBackedUp;
  readonly sha256: string;
};

/** What a backup is written with: the version of the program, the folder of attached files, the key where it was asked for, and whether a file is replaced. */
export type BackupOptions = {
  readonly version: string;
  readonly files: FileFolder;
  readonly key?: string | undefined;
  readonly force: boolean;
};

/** A file is there already, and nobody asked to replace it. */
export class FileThere extends Error {
  override readonly name = 'FileThere';
}

/**
 * Writes everything that a transaction sees, and the files that it names, into one file: gzip'd lines of JSON (`backup-lines.ts`). A file that is there stays as it was until
 * the last line lies on the disk; only the owner reads the new one. @throws FileThere
 */
export async function writeBackup(rows: Transaction<Tables>, file: string, options: BackupOptions): Promise<BackedUp> {
  const { force } = options;
  const there = await stat(file).catch(() => undefined);
  if (there && !force) throw new FileThere(file);
  const done: { at?: BackedUp } = {};
  const lines = backupLines(rows, options, (counted) => {
    done.at = counted;
  });
  // A device is written as it stands; a link is followed, so that the file it names is replaced.
  if (there && !there.isFile()) await writeLines(lines, file, 'w', false);
  else {
    const target = there ? await realpath(file) : file;
    const part = `${target}.${process.pid}.part`;
    await rm(part, { force: true }); // of a program that was killed and had this number before
    try {
      await writeLines(lines, part, 'wx', true);
      await (force ? rename(part, target) : place(part, target));
      await sync(dirname(target));
    } finally {
      await rm(part, { force: true });
    }
  }
  if (!done.at) throw new Error('the backup ended without its last line');
  return done.at;
}

async function writeLines(lines: AsyncIterable<string>, file: string, flags: string, flush: boolean): Promise<void> {
  await pipeline(Readable.from(lines), createGzip(), createWriteStream(file, { flags, mode: 0o600 }));
  if (flush) await sync(file);
}

/** Gives a finished file its name, which nobody may have taken meanwhile. @throws FileThere */
export async function place(part: string, target: string): Promise<void> {
  try {
    await link(part, target);
    await rm(part);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new FileThere(target);
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? '')) throw error;
    // A file system without links, as sticks have.
    if (await lstat(target).catch(() => undefined)) throw new FileThere(target);
    await rename(part, target);
  }
}

/** Waits until a file, or the names in a folder, lie on the disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* backupLines(
  rows: Transaction<Tables>,
  { version, key, files: folder }: BackupOptions,
  done: (counted: BackedUp) => void,
): AsyncGenerator<string> {
  const shapes = await readShapes(rows, KEPT_TABLES);
  const tables: Record<string, number> = {};
  for (const shape of shapes) tables[shape.table] = await countRows(rows, shape);
  const migrations = await listMigrations<Tables>(rows);
  const header: BackupHeader = { line: 'header', backup: BACKUP_FORMAT, version, migrations, tables };
  const hash = createHash('sha256');
  let [lines, count] = [0, 0];
  const told = (text: readonly string[]): string => {
    const chunk = text.map((line) => `${line}\n`).join('');
    hash.update(chunk);
    lines += text.length;
    return chunk;
  };
  yield told([JSON.stringify(header)]);
  for (const shape of shapes)
    for await (const batch of readRows(rows, shape)) {
      yield told(batch.map((row) => rowLine(shape, row)));
      count += batch.length;
    }
  if (key !== undefined) yield told([JSON.stringify({ line: 'key', key })]);
  let files: FilesBackedUp | undefined;
  const found = fileLines(folder, await namedFiles(rows), (counted) => {
    files = counted;
  });
  for await (const line of found) yield told([line]);
  if (!files) throw new Error('the files of the backup were not counted');
  const sha256 = hash.digest('hex');
  yield `${JSON.stringify({ line: 'end', lines, rows: count, sha256 })}\n`;
  done({ tables: shapes.length, rows: count, files, sha256 });
}
