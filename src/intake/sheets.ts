import type { Row } from './table.ts';

/** What of a sheet nobody sees 隐藏的行列 and is read all the same: how many rows with the first of them, and the columns by number. */
export type Unseen = { readonly rows: number; readonly first: number; readonly columns: readonly number[] };

/** One visible sheet 工作表 with its rows. */
export type Sheet = { readonly name: string; readonly rows: readonly Row[]; readonly unseen: Unseen };

/** What the child process finds in a workbook: the visible sheets with their rows, the names of hidden ones. */
export type Sheets = {
  readonly sheets: readonly Sheet[];
  readonly hidden: readonly string[];
  readonly epoch1904: boolean;
};
