import type { Block, Cell, PaperDocument, Row, Table } from './document.ts';
import { guarded } from './list/guard.ts';

/** Writes the tables of a form as .csv 表格: UTF-8 with the mark by which spreadsheets know it, a place over several rows in each of them, texts that stay texts. */
export function tablesCsv({ blocks }: PaperDocument): string {
  const tables = blocks.flatMap(tablesOf);
  const parts = tables.map(({ head, rows }) => [...head, ...rows].map((row) => `${lineOf(row)}\r\n`).join(''));
  return `\uFEFF${parts.join('\r\n')}`;
}

function tablesOf(block: Block): readonly Table[] {
  if (block.kind === 'group') return block.blocks.flatMap(tablesOf);
  return block.kind === 'table' ? [block] : [];
}

function lineOf({ cells }: Row): string {
  return cells.flatMap((cell) => [placeOf(cell), ...Array<string>((cell.span ?? 1) - 1).fill('')]).join(',');
}

function placeOf({ text, value }: Cell): string {
  // A number is written as it is kept; what it is shown as may be a text with signs of its own.
  const plain = value === undefined ? guarded(text) : String(value);
  return /[",\r\n]|^\s|\s$/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
