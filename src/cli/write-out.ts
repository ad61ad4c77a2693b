import { createWriteStream } from 'node:fs';
import { lstat, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '#domain/kernel/problem.ts';
import { problem } from '#intake/report.ts';

/**
 * Writes line by line, or piece by piece, to standard output, waiting where the reader is slow, or to a file that stays as it was until the last line is written.
 * The problem is that of a file which cannot be written.
 */
export async function writeOut(
  lines: Iterable<string | Uint8Array>,
  file: string | undefined,
): Promise<Problem | undefined> {
  if (file === undefined) {
    await pipeline(Readable.from(lines), process.stdout, { end: false });
    return undefined;
  }
  const there = await lstat(file).catch(() => undefined);
  // A link or a device such as /dev/stdout is written as it stands, and a folder refuses by itself.
  const part = !there || there.isFile() ? `${file}.${process.pid}.part` : file;
  try {
    await pipeline(Readable.from(lines), createWriteStream(part, { mode: there?.mode ?? 0o666 }));
    if (part !== file) await rename(part, file);
    return undefined;
  } catch (error) {
    if (part !== file) await rm(part, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    return problem('intake.out-unwritable', { file: basename(file) }, { file, detail: String(error.code) });
  }
}
