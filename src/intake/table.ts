import type { Problem } from '#domain/kernel/problem.ts';

/** What a cell 单元格 holds; a formula's cached result is never taken as its value. */
export type CellKind = 'text' | 'number' | 'date' | 'formula' | 'error';

/** One cell that is not empty: `column` counts from 1; a date's text is an ISO day, a number's its plain decimal. */
export type Cell = {
  readonly column: number;
  readonly kind: CellKind;
  readonly text: string;
  /** The number that a formula last came to: sums are compared with it, nothing is ever taken from it. */
  readonly result?: string;
};

/** One row 行 with the number that the person sees beside it and its non-empty cells in order of column. */
export type Row = { readonly number: number; readonly cells: readonly Cell[] };

/** One table 表: a sheet of a workbook, a CSV file or a list in a JSON file. */
export type Table = {
  readonly file: string;
  readonly sheet?: string;
  readonly rows: readonly Row[];
  /** Whether day numbers without a date format count from 1904. */
  readonly epoch1904?: boolean;
  /** Whether the columns have names only (JSON), no letters. */
  readonly keyed?: boolean;
};

/** What a file held, and everything that was wrong with it. */
export type Tables = { readonly problems: readonly Problem[]; readonly tables: readonly Table[] };

/** The letters of a column counted from 1, as a spreadsheet shows them: 28 is "AB". */
export function columnLetter(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}
