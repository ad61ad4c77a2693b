import { Fault } from '#intake/fault.ts';
import type { Limits } from '#intake/limits.ts';

/** One part of a zip file as its directory 目录 declares it: sizes in bytes, `start` is where its packed bytes begin. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly checksum: number;
  readonly start: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 0x2041;

function broken(file: string): Fault {
  return new Fault('intake.workbook-broken', { file });
}

function findEnd(bytes: Buffer, file: string): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) === END && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw broken(file);
}

/** Where an entry's bytes lie, from its own header to their end. */
type Extent = { readonly from: number; readonly to: number };

function locate(bytes: Buffer, at: number, name: Buffer, packed: number, central: number): Extent & { start: number } {
  if (at + 30 > central || bytes.readUInt32LE(at) !== LOCAL) throw new RangeError('no local header');
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26);
  const start = nameEnd + bytes.readUInt16LE(at + 28);
  if (start + packed > central || !bytes.subarray(at + 30, nameEnd).equals(name))
    throw new RangeError('local header differs');
  return { from: at, start, to: start + packed };
}

function refuseOverlaps(extents: Extent[], file: string): void {
  extents.sort((a, b) => a.from - b.from);
  let end = 0;
  for (const extent of extents) {
    if (extent.from < end) throw broken(file);
    end = extent.to;
  }
}

/**
 * Reads the directory of a zip file before anything of it is unpacked (trust §6.11): no zip64, no encryption, no overlapping or
 * doubled parts, sums within the limits.
 * @throws Fault intake.workbook-broken, intake.workbook-encrypted, intake.too-many-parts, intake.unpacked-too-large
 */
export function readZipDirectory(bytes: Buffer, file: string, limits: Limits): ReadonlyMap<string, ZipEntry> {
  try {
    return readEntries(bytes, file, limits);
  } catch (error) {
    if (error instanceof RangeError) throw broken(file);
    throw error;
  }
}

function readEntries(bytes: Buffer, file: string, limits: Limits): ReadonlyMap<string, ZipEntry> {
  const end = findEnd(bytes, file);
  const count = bytes.readUInt16LE(end + 10);
  const central = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || central === 0xffffffff || bytes.readUInt32LE(end + 4) !== 0 || central > end)
    throw broken(file);
  if (count > limits.entries) throw new Fault('intake.too-many-parts', { file }, { most: limits.entries });
  const entries = new Map<string, ZipEntry>();
  const extents: Extent[] = [];
  let at = central;
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw broken(file);
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw new Fault('intake.workbook-encrypted', { file });
    const packed = bytes.readUInt32LE(at + 20);
    const unpacked = bytes.readUInt32LE(at + 24);
    const rawName = bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const name = rawName.toString('utf8').replaceAll('\\', '/');
    const extent = locate(bytes, bytes.readUInt32LE(at + 42), rawName, packed, central);
    total += unpacked;
    if (total > limits.unpackedBytes) throw tooLarge(file, limits);
    if (entries.has(name)) throw broken(file);
    extents.push(extent);
    const method = bytes.readUInt16LE(at + 10);
    entries.set(name, { name, method, packed, unpacked, checksum: bytes.readUInt32LE(at + 16), start: extent.start });
    at += 46 + rawName.length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at > end) throw broken(file);
  refuseOverlaps(extents, file);
  return entries;
}

/** The fault of a workbook that unpacks to more than the limit. */
export function tooLarge(file: string, limits: Limits): Fault {
  return new Fault('intake.unpacked-too-large', { file }, { most: Math.round(limits.unpackedBytes / 1048576) });
}
