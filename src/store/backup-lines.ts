import { ALL_TABLES } from './table-shape.ts';
import type { Tables } from './tables.ts';

/** The format of a backup 备份 as it is written, raised when its lines change. */
export const BACKUP_FORMAT = 'sunledger-backup/2';

/** The formats that are read: the first had no attached files. */
const FORMATS = ['sunledger-backup/1', BACKUP_FORMAT] as const;

/**
 * The first line: the format, the version of the program, the migrations of the tables, and how many rows of each table follow, in this order.
 * Neither engine nor instant stand in it: the same content gives the same bytes, wherever it lies.
 */
export type BackupHeader = {
  readonly line: 'header';
  readonly backup: (typeof FORMATS)[number];
  readonly version: string;
  readonly migrations: readonly string[];
  readonly tables: Readonly<Record<string, number>>;
};

/** The last line: how many lines stand before it, how many of them are rows, and SHA-256 over their bytes. */
export type BackupEnd = {
  readonly line: 'end';
  readonly lines: number;
  readonly rows: number;
  readonly sha256: string;
};

/** Tables that no backup holds: whoever was signed in signs in again after a restore, and failed sign-ins are of the moment alone. */
export const LEFT_OUT: ReadonlySet<keyof Tables> = new Set(['session', 'attempt']);

/** The tables that a backup holds, in the order of their rights. */
export const KEPT_TABLES: readonly string[] = ALL_TABLES.filter((table) => !LEFT_OUT.has(table as keyof Tables));

/** Reads the first line; undefined when it is none, the format alone when it is a later one. */
export function readHeader(text: string): BackupHeader | { readonly backup: string } | undefined {
  const value = objectOf(text);
  if (value?.['line'] !== 'header' || typeof value['backup'] !== 'string') return undefined;
  const { backup } = value;
  if (!FORMATS.some((format) => format === backup))
    return value['backup'].startsWith('sunledger-backup/') ? { backup: value['backup'] } : undefined;
  const { version, migrations, tables } = value;
  const isHeader =
    typeof version === 'string' &&
    Array.isArray(migrations) &&
    migrations.every((name) => typeof name === 'string') &&
    typeof tables === 'object' &&
    tables !== null &&
    !Array.isArray(tables) &&
    Object.values(tables).every((count) => Number.isSafeInteger(count) && Number(count) >= 0);
  return isHeader ? (value as BackupHeader) : undefined;
}

/** Whether a header is of a format that is read. */
export function isKnown(header: BackupHeader | { readonly backup: string }): header is BackupHeader {
  return FORMATS.some((format) => format === header.backup);
}

/** Reads a line as an object; undefined when it is none. */
export function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
