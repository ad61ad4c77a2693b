import { createHash } from 'node:crypto';
import { BackupFault } from './backup-fault.ts';
import { FILE_PART } from './backup-files.ts';
import { objectOf } from './backup-lines.ts';
import type { ArrivingFiles } from './fill-files.ts';
import { isAsNamed, isFileName, type NamedFile } from './named-files.ts';

/** The files that came out of a backup: how many with how many bytes, and which of those that matters name are not in it. */
export type FilesRestored = { readonly kept: number; readonly bytes: number; readonly absent: readonly NamedFile[] };

/** Where the reading of a backup stands: the line and its number; `pass` takes the line as read and goes to the next. */
export type Cursor = { readonly text: () => string; readonly line: () => number; readonly pass: () => Promise<void> };

/**
 * Reads the files of a backup 备份中的附件, each held to what the matters that were just read say of it, and writes them as they come. Every named file
 * must be there or be told as absent. @throws BackupFault
 */
export async function readFiles(
  at: Cursor,
  named: ReadonlyMap<string, NamedFile>,
  into: ArrivingFiles,
): Promise<FilesRestored> {
  const absent: NamedFile[] = [];
  const seen = new Set<string>();
  let [kept, bytes, last] = [0, 0, ''];
  for (;;) {
    const told = objectOf(at.text());
    const kind = told?.['line'];
    if (told === undefined || (kind !== 'file' && kind !== 'absent')) break;
    const { line, name, bytes: size, sha256 } = told;
    if (!isFileName(name)) throw new BackupFault('file-name', at.line());
    if (name <= last) throw new BackupFault('order', at.line(), name);
    last = name;
    const file = named.get(name);
    if (!file) throw new BackupFault('file-foreign', at.line(), name);
    seen.add(name);
    if (kind === 'absent') {
      await passLine(at, { line, name });
      absent.push(file);
      continue;
    }
    if (typeof size !== 'number' || typeof sha256 !== 'string') throw new BackupFault('malformed', at.line(), name);
    if (!isAsNamed(file, { sha256, bytes: size })) throw new BackupFault('file-digest', at.line(), name);
    await passLine(at, { line, name, bytes: size, sha256 });
    await into.write(name, contentOf(at, { name, bytes: size, sha256 }));
    kept++;
    bytes += size;
  }
  for (const { name } of named.values()) if (!seen.has(name)) throw new BackupFault('file-missing', at.line(), name);
  return { kept, bytes, absent };
}

/** Takes a line that must stand as we write it. @throws BackupFault */
async function passLine(at: Cursor, value: Readonly<Record<string, unknown>>): Promise<void> {
  if (at.text() !== JSON.stringify(value)) throw new BackupFault('malformed', at.line());
  await at.pass();
}

async function* contentOf(
  at: Cursor,
  { name, bytes, sha256 }: { readonly name: string; readonly bytes: number; readonly sha256: string },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for (let left = bytes; left > 0; ) {
    const { line, data } = objectOf(at.text()) ?? {};
    if (line !== 'part' || typeof data !== 'string') throw new BackupFault('file-digest', at.line(), name);
    const part = Buffer.from(data, 'base64');
    if (part.length !== Math.min(left, FILE_PART)) throw new BackupFault('file-digest', at.line(), name);
    await passLine(at, { line, data: part.toString('base64') });
    hash.update(part);
    left -= part.length;
    yield part;
  }
  if (hash.digest('hex') !== sha256) throw new BackupFault('file-digest', at.line() - 1, name);
}
