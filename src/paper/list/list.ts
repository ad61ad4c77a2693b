/** What stands in a place of a list: a text, a number, points in 1/10000, a day; null where there is none. */
export type Cell = string | number | null;

/** How the places of a column are to be read. */
export type CellKind = 'text' | 'number' | 'points' | 'day';

/** A list 清单 that becomes a spreadsheet: its title, its columns, and its rows with one cell for each column. */
export type List = {
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly kind: CellKind }[];
  readonly rows: readonly (readonly Cell[])[];
};

/** A column as it is made: its kind, and what of a row stands in it. */
export type ColumnOf<R> = readonly [kind: CellKind, of: (row: R) => Cell | undefined];

/** Makes a list of rows: each column under its head, in the order in which they are given. */
export function listOf<R, H extends string>(
  title: string,
  heads: Readonly<Record<H, string>>,
  columns: Readonly<Record<H, ColumnOf<R>>>,
  rows: readonly R[],
): List {
  const all = Object.entries<ColumnOf<R>>(columns);
  return {
    title,
    columns: all.map(([key, [kind]]) => ({ head: heads[key as H], kind })),
    rows: rows.map((row) => all.map(([, [, of]]) => of(row) ?? null)),
  };
}
