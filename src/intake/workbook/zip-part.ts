import { crc32, inflateRawSync } from 'node:zlib';
import { Fault } from '#intake/fault.ts';
import type { ZipEntry } from './zip-directory.ts';

function inflate(packed: Buffer, entry: ZipEntry): Buffer | undefined {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return undefined;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
  } catch {
    return undefined;
  }
}

/**
 * Unpacks one part of a zip file 解压, never beyond the size that its directory declared.
 * @throws Fault intake.workbook-broken when the size or the checksum is not as declared
 */
export function readZipPart(bytes: Buffer, entry: ZipEntry, file: string): Buffer {
  const part = inflate(bytes.subarray(entry.start, entry.start + entry.packed), entry);
  if (part?.length !== entry.unpacked || crc32(part) !== entry.checksum) {
    throw new Fault('intake.workbook-broken', { file });
  }
  return part;
}
