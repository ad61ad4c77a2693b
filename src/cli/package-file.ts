import { access, open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
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

/** The archive and the list by which an unpacked package is known. */
const [ARCHIVE, SUMS] = ['archive.jsonl', 'SHA256SUMS'];

/** The folder of an unpacked package 已解开的存档包: the one that is named, or the one in which the archive lies beside the package’s list; undefined where there is none. */
export async function unpackedAt(path: string): Promise<string | undefined> {
  if ((await stat(path)).isDirectory()) return path;
  if (basename(path) !== ARCHIVE) return undefined;
  try {
    await access(join(dirname(path), SUMS));
    return dirname(path);
  } catch {
    return undefined;
  }
}

/** The files of an unpacked package: all of its folders, and of what lies beside them only what its list names, as others put files there. */
export async function readUnpacked(folder: string): Promise<PackedFiles> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const all = found.filter((one) => one.isFile() && !SYSTEM.test(one.name));
  const names = all.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
  const files = new Map<string, string | Uint8Array>();
  const take = async (name: string): Promise<void> => {
    files.set(name, textOf(await readFile(join(folder, name))));
  };
  if (names.includes(SUMS)) await take(SUMS);
  const list = String(files.get(SUMS) ?? '').split('\n');
  const listed = new Set(list.map((line) => line.slice(66)));
  for (const name of names)
    if (name !== SUMS && (name === ARCHIVE || OWN.test(name) || listed.has(name))) await take(name);
  return files;
}

/** What systems put into every folder that they show. */
const SYSTEM = /^(\.|Thumbs\.db$|desktop\.ini$)/i;

/** The folders of a package. */
const OWN = /^(documents|forms|proofs|scheme)\//;

function textOf(bytes: Uint8Array): string | Uint8Array {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
