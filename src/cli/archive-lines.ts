import { createReadStream } from 'node:fs';
import { hashOf } from '#store/hash.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import type { Report } from '#verifier/report.ts';

/** A line longer than this, in characters, is none of an archive. */
const LONGEST = 32 * 1024 * 1024;

/** Verifies an archive file 存档文件, reading it once from beginning to end. Throws what the file system says when it cannot be read. */
export async function verifyFile(path: string, outside: string | undefined): Promise<Report> {
  const check = new ArchiveCheck(hashOf, outside);
  // Nothing is put right while reading: no byte order mark, no carriage return, no broken character.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  try {
    for await (const chunk of createReadStream(path)) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (!lines.every((line) => check.take(line))) return check.finish();
      if (rest.length > LONGEST) break;
    }
    rest += decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    check.notText();
    return check.finish();
  }
  if (rest !== '') check.notText();
  return check.finish();
}
