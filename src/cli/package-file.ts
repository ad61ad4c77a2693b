import { open, readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { type PackedFiles, packageGate } from '#verifier/package-check.ts';

/** Whether a file is a package 存档包: it begins as a .zip does. */
export async function isPackage(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    await file.close();
  }
}

/** The files of a package 存档包, those that are no text in UTF-8 as bytes; none of one that cannot be unpacked. */
export async function readPackage(path: string): Promise<PackedFiles> {
  const bytes = await readFile(path);
  try {
    const files = unzipSync(bytes, { filter: packageGate() });
    return new Map(Object.entries(files).map(([name, file]) => [name, textOf(file)]));
  } catch {
    return new Map();
  }
}

function textOf(bytes: Uint8Array): string | Uint8Array {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
