import { fileChunks } from './csv/csv-file.ts';
import { utf8Chunks } from './csv/utf8-chunks.ts';
import { Fault } from './fault.ts';
import type { Limits } from './limits.ts';
import { Report } from './report.ts';
import type { Cell, Row, Table, Tables } from './table.ts';
import { decimalText } from './text/decimal.ts';

/** Reads a JSON file: a list of objects, or an object whose lists (`members`, `facts`) are tables of that name; a row's number counts its object from 1. @throws Fault */
export async function readJson(path: string, file: string, limits: Limits): Promise<Tables> {
  const chunks: Buffer[] = [];
  for await (const chunk of utf8Chunks(fileChunks(path), file)) chunks.push(chunk);
  const value = parse(Buffer.concat(chunks).toString('utf8'), file);
  const report = new Report();
  if (Array.isArray(value)) return { tables: [table(value, { file }, limits, report)], problems: report.list() };
  if (typeof value !== 'object' || value === null) throw new Fault('intake.json-shape', { file });
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  if (lists.length === 0) throw new Fault('intake.json-shape', { file });
  const tables = lists.map(([sheet, list]) => table(list, { file, sheet }, limits, report));
  return { tables, problems: report.list() };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const before = text.slice(0, position === undefined ? text.length : Number(position));
    throw new Fault('intake.json-broken', { file, line: before.split('\n').length });
  }
}

function table(
  list: readonly unknown[],
  where: { file: string; sheet?: string },
  limits: Limits,
  report: Report,
): Table {
  if (list.length > limits.rows) throw new Fault('intake.too-many-rows', where, { most: limits.rows });
  const columns = new Map<string, number>();
  const rows: Row[] = [];
  list.forEach((element, index) => {
    const number = index + 1;
    if (typeof element !== 'object' || element === null || Array.isArray(element)) {
      report.error('intake.json-row', { ...where, row: number });
      return;
    }
    const cells: Cell[] = [];
    for (const [name, value] of Object.entries(element)) {
      const column = columns.get(name) ?? columns.size + 1;
      columns.set(name, column);
      if (columns.size > limits.columns) throw new Fault('intake.too-many-columns', where, { most: limits.columns });
      const cell = jsonCell(column, value);
      if (cell === 'nested')
        report.error('intake.json-nested', { ...where, row: number, column: name }, { heading: name });
      else if (cell) cells.push(cell);
    }
    rows.push({ number, cells: cells.toSorted((a, b) => a.column - b.column) });
  });
  const headings = [...columns].map(([text, column]): Cell => ({ column, kind: 'text', text }));
  return { ...where, keyed: true, rows: [{ number: 0, cells: headings }, ...rows] };
}

function jsonCell(column: number, value: unknown): Cell | 'nested' | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return { column, kind: 'number', text: decimalText(value) };
  if (typeof value === 'boolean') return { column, kind: 'text', text: value ? '是' : '否' };
  if (typeof value !== 'string') return 'nested';
  return value.trim() === '' ? undefined : { column, kind: 'text', text: value };
}
