import type { Digest, Hashes } from '#domain/ledger/digest.ts';
import { ArchiveCheck } from './archive-check.ts';
import { ArchiveText } from './archive-text.ts';
import type { Fault, Report } from './report.ts';

/** The files of a package 存档包 by their path, each as text; as bytes where it is no text in UTF-8, as printed forms are not. */
export type PackedFiles = ReadonlyMap<string, string | Uint8Array>;

/** The archive in a package, and the list of its files with the SHA-256 of each. */
const [ARCHIVE, SUMS] = ['archive.jsonl', 'SHA256SUMS'];

/** More than this, unpacked, no branch-year comes to; a package made to exhaust the memory is left closed. */
const LARGEST = 512 * 1024 * 1024;

/**
 * Lets the files of a package in 存档包文件 while it is unpacked, by what its directory says of each. Of two files of one name other programs may show the one
 * that was not verified, and a name that leads out of the folder is none of ours: then there is no package. Throws where one is refused.
 */
export function packageGate(): (file: { readonly name: string; readonly originalSize: number }) => boolean {
  const names = new Set<string>();
  let size = 0;
  return ({ name, originalSize }) => {
    size += originalSize;
    const key = name.toLowerCase().normalize('NFC');
    const leads = /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(key);
    if (size > LARGEST || names.has(key) || leads) throw new Error('no package');
    names.add(key);
    return true;
  };
}

/**
 * Verifies a package 验证存档包: the archive in it, then that every sealed document and every scheme beside it is the one of the chain, and that
 * no file differs from the package's own list.
 */
export function checkPackage(hashes: Hashes, files: PackedFiles, outside?: Digest): Report {
  const check = new ArchiveCheck(hashes, outside);
  const text = new ArchiveText(check);
  const archive = files.get(ARCHIVE);
  const readable = typeof archive === 'string';
  if (readable) text.take(archive);
  const report = text.finish(!readable);
  if (!report.sound) return report;
  const differing = new Set([...unsealed(check, files), ...unlisted(hashes, files)]);
  const faults = [...differing].toSorted().map((file): Fault => ({ why: 'package-file', file }));
  return { ...report, sound: faults.length === 0, faults };
}

/** The copies that are not what the chain has: documents by kind and number, schemes by their text. */
function unsealed({ sealed, schemes }: ArchiveCheck, files: PackedFiles): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const [, document] = /^documents\/(.+)\.json$/.exec(path) ?? [];
    if (document !== undefined) return typeof text === 'string' && sealed.get(document) === text ? [] : [path];
    if (!path.startsWith('scheme/')) return [];
    return typeof text === 'string' && schemes.includes(text) ? [] : [path];
  });
}

/** The files that the list does not have, or has otherwise, and those of the list that are gone. */
function unlisted(hashes: Hashes, files: PackedFiles): readonly string[] {
  const sha256 = hashes('sha256');
  const sums = files.get(SUMS);
  const lines = (typeof sums === 'string' ? sums : '').split('\n').filter((line) => line !== '');
  const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const paths = new Set([...files.keys(), ...listed.keys()]);
  paths.delete(SUMS);
  return [...paths].filter((path) => {
    const file = files.get(path);
    return file === undefined || sha256?.(file) !== listed.get(path);
  });
}
