import { access, constants, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCsv } from './csv/read-csv.ts';
import { Fault } from './fault.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { readJson } from './read-json.ts';
import type { Tables } from './table.ts';
import { tidy } from './text/clean.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

const MEGABYTE = 1024 * 1024;

/** The first four bytes of .xlsx, and of .xls and .et. */
const WORKBOOKS = new Set(['504b0304', 'd0cf11e0']);

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

/** Whether a file is a workbook by how it begins, whatever it is called. */
async function isWorkbook(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return WORKBOOKS.has(buffer.toString('hex'));
  } finally {
    await file.close();
  }
}

async function dispatch(path: string, file: string, limits: Limits): Promise<Tables> {
  const size = await fileSize(path, file);
  if (size === 0) throw new Fault('intake.file-empty', { file });
  const ending = (/\.([^.]*)$/.exec(file)?.[1] ?? '').toLowerCase();
  const book = ending === 'xlsx' || ending === 'xls' || ending === 'et';
  if (book || ((ending === 'csv' || ending === 'txt') && (await isWorkbook(path)))) {
    if (size > limits.packedBytes)
      throw new Fault('intake.packed-too-large', { file }, { most: Math.round(limits.packedBytes / MEGABYTE) });
    return await readWorkbook(path, file, limits);
  }
  if (ending === 'xlsm' || ending === 'xltm') throw new Fault('intake.workbook-macros', { file });
  if (ending !== 'csv' && ending !== 'tsv' && ending !== 'txt' && ending !== 'json')
    throw new Fault('intake.unknown-format', { file });
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
