import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCsv } from './csv/read-csv.ts';
import { Fault } from './fault.ts';
import { fileKind } from './file-kind.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { readJson } from './read-json.ts';
import type { Tables } from './table.ts';
import { tidy } from './text/clean.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

const MEGABYTE = 1024 * 1024;

/** The size of an ordinary file in bytes. @throws Fault intake.file-missing, intake.not-a-file, intake.file-unreadable */
export async function fileSize(path: string, file: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Fault('intake.file-missing', { file });
  // A folder, a device, a pipe that never ends.
  if (!found.isFile()) throw new Fault('intake.not-a-file', { file });
  await access(path, constants.R_OK).catch(() => {
    throw new Fault('intake.file-unreadable', { file });
  });
  return found.size;
}

function refuseLarge(size: number, file: string, { packedBytes }: Limits): void {
  if (size > packedBytes)
    throw new Fault('intake.packed-too-large', { file }, { most: Math.round(packedBytes / MEGABYTE) });
}

async function dispatch(path: string, file: string, limits: Limits): Promise<Tables> {
  const size = await fileSize(path, file);
  if (size === 0) throw new Fault('intake.file-empty', { file });
  const ending = (/\.([^.]*)$/.exec(file)?.[1] ?? '').toLowerCase();
  if (ending === 'xlsm' || ending === 'xltm') throw new Fault('intake.workbook-macros', { file });
  const book = ending === 'xlsx' || ending === 'xls' || ending === 'et';
  if (book) refuseLarge(size, file, limits);
  const kind = await fileKind(path);
  const text = ending === 'csv' || ending === 'tsv' || ending === 'txt' || ending === 'json';
  if (kind !== 'workbook' && kind !== 'text' && (kind !== 'intake.not-a-workbook' || book))
    throw new Fault(kind, { file });
  if (kind === 'workbook' && (book || ending === 'csv' || ending === 'tsv' || ending === 'txt')) {
    refuseLarge(size, file, limits);
    return await readWorkbook(path, file, limits);
  }
  if (book) throw new Fault('intake.is-text', { file });
  if (!text) throw new Fault('intake.unknown-format', { file });
  if (size > limits.textBytes)
    throw new Fault('intake.text-too-large', { file }, { most: Math.round(limits.textBytes / MEGABYTE) });
  return ending === 'json' ? await readJson(path, file, limits) : await readCsv(path, file, limits);
}

/** Reads the tables 表格 of an .xlsx, .xls, .et, .csv or .json file; whatever is wrong with it is a problem of the list, never thrown. */
export async function readTables(path: string, limits: Partial<Limits> = {}): Promise<Tables> {
  try {
    return await dispatch(path, tidy(basename(path)), { ...DEFAULT_LIMITS, ...limits });
  } catch (error) {
    if (error instanceof Fault) return { problems: [error.problem], tables: [] };
    throw error;
  }
}
