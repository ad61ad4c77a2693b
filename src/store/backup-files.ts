import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAsNamed, type NamedFile } from './named-files.ts';

/** So many bytes of a file stand in one line of a backup at most. */
export const FILE_PART = 48 * 1024;

/** The folder of kept files, and what lay in it before the database was read; undefined where there is no folder. */
export type FileFolder = { readonly path: string; readonly listed: readonly string[] | undefined };

/**
 * The files of a backup 备份中的附件: how many are in it with how many bytes; what matters name and the folder has not, or has otherwise; what lies in the
 * folder and no matter names. Only the first are in the backup; a lost original stops none.
 */
export type FilesBackedUp = {
  readonly folder: boolean;
  readonly kept: number;
  readonly bytes: number;
  readonly missing: readonly NamedFile[];
  readonly changed: readonly NamedFile[];
  readonly foreign: readonly string[];
};

/** Lists the folder of kept files. Called before the database is read: whatever is named there was written before. Throws what the file system says. */
export async function listFolder(path: string): Promise<FileFolder> {
  try {
    return { path, listed: (await readdir(path)).toSorted() };
  } catch (error) {
    if (isGone(error)) return { path, listed: undefined };
    throw error;
  }
}

/**
 * The lines of the named files in the order of their names: of each its head and its content in parts, or that it is absent. One file at a time is in
 * memory, as when it was taken, and none that is larger than was told of it.
 */
export async function* fileLines(
  folder: FileFolder,
  named: ReadonlyMap<string, NamedFile>,
  done: (files: FilesBackedUp) => void,
): AsyncGenerator<string> {
  for await (const { name, found } of eachNamed(folder, named, done)) {
    if (!found) {
      yield JSON.stringify({ line: 'absent', name });
      continue;
    }
    const { content, sha256 } = found;
    yield JSON.stringify({ line: 'file', name, bytes: content.length, sha256 });
    for (let from = 0; from < content.length; from += FILE_PART)
      yield JSON.stringify({ line: 'part', data: content.toString('base64', from, from + FILE_PART) });
  }
}

/** Reads every named file and holds it to its digest 核对附件, keeping none. */
export async function examineFiles(
  folder: FileFolder,
  named: ReadonlyMap<string, NamedFile>,
): Promise<FilesBackedUp | undefined> {
  let files: FilesBackedUp | undefined;
  const done = (counted: FilesBackedUp): void => {
    files = counted;
  };
  for await (const _ of eachNamed(folder, named, done));
  return files;
}

/** Each named file with its content where it is as it was taken. */
async function* eachNamed(
  { path, listed }: FileFolder,
  named: ReadonlyMap<string, NamedFile>,
  done: (files: FilesBackedUp) => void,
): AsyncGenerator<{ readonly name: string; readonly found?: Found }> {
  const [missing, changed]: [NamedFile[], NamedFile[]] = [[], []];
  let [kept, bytes] = [0, 0];
  for (const file of named.values()) {
    const { name } = file;
    const found = await readNamed(join(path, name), file);
    if (typeof found === 'string') {
      (found === 'missing' ? missing : changed).push(file);
      yield { name };
      continue;
    }
    kept++;
    bytes += found.content.length;
    yield { name, found };
  }
  const foreign = (listed ?? []).filter((name) => !named.has(name) && !isUnderWay(name));
  done({ folder: listed !== undefined, kept, bytes, missing, changed, foreign });
}

type Found = { readonly content: Buffer; readonly sha256: string };

async function readNamed(path: string, file: NamedFile): Promise<Found | 'missing' | 'changed'> {
  try {
    const there = await stat(path);
    // What cannot be it is not even read: it may be of any size, or a device.
    if (!there.isFile() || file.kept.every(({ bytes }) => bytes !== there.size)) return 'changed';
    const content = await readFile(path);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return isAsNamed(file, { sha256, bytes: content.length }) ? { content, sha256 } : 'changed';
  } catch (error) {
    if (isGone(error)) return 'missing';
    if (error instanceof Error && 'syscall' in error) return 'changed'; // it cannot be read
    throw error;
  }
}

/** Half of an upload, which has no name yet. */
function isUnderWay(name: string): boolean {
  return /^[0-9a-f]{64}(?:\.\d+)+\.part$/.test(name);
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
