import { Fault } from '#intake/fault.ts';
import type { Limits } from '#intake/limits.ts';
import type { Row, Tables } from '#intake/table.ts';
import { csvCells } from './csv-cell.ts';
import { walkCsv } from './csv-file.ts';

/** Reads a CSV 逗号分隔 file whole, in UTF-8 or GB18030, separated by comma, semicolon or tab. @throws Fault */
export async function readCsv(path: string, file: string, limits: Limits): Promise<Tables> {
  const rows: Row[] = [];
  let left = limits.cells;
  await walkCsv(path, file, limits.columns, (bytes, record, number) => {
    if (record.count > limits.columns)
      throw new Fault('intake.too-many-columns', { file, row: number }, { most: limits.columns });
    const cells = csvCells(bytes, record.starts, record.ends, record.count);
    if (cells.length === 0) return;
    left -= cells.length;
    if (left < 0) throw new Fault('intake.too-many-cells', { file }, { most: limits.cells });
    if (rows.length >= limits.rows + limits.frame)
      throw new Fault('intake.too-many-rows', { file }, { most: limits.rows });
    rows.push({ number, cells });
  });
  return { problems: [], tables: [{ file, rows }] };
}
