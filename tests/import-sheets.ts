import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll } from 'vitest';
import { readTables } from '#intake/read-tables.ts';
import { MOST_ROSTER_ROWS, type ReadRoster, readRoster } from '#intake/roster/read-roster.ts';
import { sayProblem } from '#words/say-problem.ts';
import { HEADS } from './roster-heads.ts';

/** Where the files of a run lie; it goes with the run. */
export const folder = mkdtempSync(join(tmpdir(), 'sunledger-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a cell is given. */
export type Value = string | number | { readonly formula: string; readonly result: string } | null;

/** Writes a workbook as an office would, and answers its path. */
export async function sheet(
  name: string,
  rows: readonly (readonly Value[])[],
  days: readonly number[] = [],
): Promise<string> {
  const book = new Workbook();
  const page = book.addWorksheet('名册');
  for (const row of rows) page.addRow([...row]);
  for (const column of days) page.getColumn(column).numFmt = 'yyyy-mm-dd';
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

/** The day of the imports. */
export const TODAY = '2026-04-01';
/** Reads a roster as an import does. */
export const roster = async (path: string, more: Partial<Parameters<typeof readRoster>[1]> = {}): Promise<ReadRoster> =>
  readRoster(await readTables(path, { rows: MOST_ROSTER_ROWS, frame: 100 }), { today: TODAY, ...more });
/** The codes of what was found in a file. */
export const codes = ({ problems }: ReadRoster): readonly string[] => problems.map(({ code }) => code);
/** What was found in a file, in words. */
export const said = ({ problems }: ReadRoster): string => problems.map((one) => sayProblem(one)).join('\n');

type Head = (typeof HEADS)[number];
/** An identity number whose check digit is right. */
export const GOOD = '11010519491231002X';
const USUAL: Partial<Record<Head, Value>> = { 姓名: '王秀英', 人员类别: '正式党员', 所在党支部: '甲支部' };
/** A row under these columns. */
export const person = (over: Partial<Record<Head, Value>> = {}): Value[] => {
  const given = { ...USUAL, ...over };
  return HEADS.map((head) => given[head] ?? null);
};
