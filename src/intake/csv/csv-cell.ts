import type { Cell } from '#intake/table.ts';

const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const WRITTEN_AS_TEXT = /^="([^"]*)"$/;

/** What a CSV field says: the apostrophe that guards against formulas goes, `="00123"` is text, `=A1+B1` a formula; undefined when blank. */
export function csvCell(column: number, field: string): Cell | undefined {
  if (GUARDED.test(field)) return textCell(column, field.slice(1));
  if (!field.startsWith('=')) return textCell(column, field);
  const text = WRITTEN_AS_TEXT.exec(field)?.[1];
  return text === undefined ? { column, kind: 'formula', text: '' } : textCell(column, text);
}

function textCell(column: number, text: string): Cell | undefined {
  return text.trim() === '' ? undefined : { column, kind: 'text', text };
}

/** The cells of one record of a CSV. */
export function csvCells(bytes: Buffer, starts: Int32Array, ends: Int32Array, count: number): Cell[] {
  const cells: Cell[] = [];
  for (let field = 0; field < count; field++) {
    const start = starts[field] ?? 0;
    const end = ends[field] ?? 0;
    const cell = end > start ? csvCell(field + 1, bytes.toString('utf8', start, end)) : undefined;
    if (cell) cells.push(cell);
  }
  return cells;
}
