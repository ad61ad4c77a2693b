import { showPoints } from '#domain/kernel/points.ts';
import { guarded } from './guard.ts';
import type { Cell, CellKind, List } from './list.ts';

/** Writes a list as .csv 清单: UTF-8 with the mark by which spreadsheets know it, lines ended by CRLF, texts that stay texts. */
export function writeListCsv({ columns, rows }: List): string {
  const heads = columns.map(({ head }) => quoted(guarded(head)));
  const lines = rows.map((row) => row.map((cell, at) => written(cell, columns[at]?.kind ?? 'text')));
  return `\uFEFF${[heads, ...lines].map((line) => `${line.join(',')}\r\n`).join('')}`;
}

function written(cell: Cell, kind: CellKind): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return kind === 'points' ? showPoints(cell, 4) : String(cell);
  return quoted(guarded(cell));
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
