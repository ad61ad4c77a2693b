import { createReadStream } from 'node:fs';
import { hashOf } from '#store/hash.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { ArchiveText } from '#verifier/archive-text.ts';
import { checkPackage } from '#verifier/package-check.ts';
import type { Report } from '#verifier/report.ts';
import { isPackage, readPackage, readUnpacked, unpackedAt } from './package-file.ts';

/**
 * Verifies an archive file 存档文件, reading it once from beginning to end; or the package that holds one, as .zip or unpacked around it, with every file in it.
 * Throws what the file system says when it cannot be read.
 */
export async function verifyFile(path: string, outside: string | undefined): Promise<Report> {
  const folder = await unpackedAt(path);
  if (folder !== undefined) return checkPackage(hashOf, await readUnpacked(folder), outside);
  if (await isPackage(path)) return checkPackage(hashOf, await readPackage(path), outside);
  const text = new ArchiveText(new ArchiveCheck(hashOf, outside));
  // Nothing is put right while reading: no byte order mark, no carriage return, no broken character.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of createReadStream(path))
      if (!text.take(decoder.decode(chunk as Buffer, { stream: true }))) return text.finish();
    text.take(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return text.finish(true);
  }
  return text.finish();
}
