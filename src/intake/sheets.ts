import type { Row } from './table.ts';

/** What the child process finds in a workbook: the visible sheets with their rows, the names of hidden ones. */
export type Sheets = {
  readonly sheets: readonly { readonly name: string; readonly rows: readonly Row[] }[];
  readonly hidden: readonly string[];
  readonly epoch1904: boolean;
};
