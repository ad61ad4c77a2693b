import { csvCell } from './csv/csv-cell.ts';
import type { Tables } from './table.ts';

/** Makes a table of rows of text, each cell as a CSV field would be read: for lists that come from elsewhere than a file. */
export function rowsTable(rows: readonly (readonly string[])[], file = 'facts.csv'): Tables {
  const made = rows.map((fields, index) => ({
    number: index + 1,
    cells: fields.flatMap((field, at) => csvCell(at + 1, field) ?? []),
  }));
  return { problems: [], tables: [{ file, rows: made.filter((row) => row.cells.length > 0) }] };
}
