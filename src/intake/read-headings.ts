import { type Header, likelyHeader } from './find-header.ts';
import type { Headings } from './headings.ts';
import type { ColumnUse, ReadHeading } from './mapping.ts';
import { columnLetter, type Table } from './table.ts';
import { tidy } from './text/clean.ts';
import { masked } from './text/masked.ts';

/** The headings of the sheets that were read 表头, and what becomes of each column. */
export function readHeadings<F extends string>(
  sheets: readonly { readonly table: Table; readonly header: Pick<Header<F>, 'columns' | 'titles'> }[],
  headings: Headings<F>,
  use: (field: F | undefined) => ColumnUse,
): readonly ReadHeading[] {
  return sheets.flatMap(({ table, header }) =>
    [...header.titles].map(([column, heading]) => {
      const field = header.columns.get(column);
      return {
        heading,
        column: table.keyed ? heading : columnLetter(column),
        ...(table.sheet !== undefined && { sheet: table.sheet }),
        ...(field !== undefined && { field: headings[field][0] ?? field }),
        use: use(field),
      };
    }),
  );
}

/** What are probably the headings of tables in which none were known, so that a person can say which column is what; a row of data among them is covered. */
export function likelyHeadings(tables: readonly Table[]): readonly ReadHeading[] {
  return tables.flatMap((table) => {
    const cells = table.keyed ? [] : (likelyHeader(table)?.cells ?? []);
    const titles = cells.filter(({ text, kind }) => kind === 'text' && masked(text) === text);
    return titles.map(({ column, text }) => ({
      heading: tidy(text),
      column: columnLetter(column),
      ...(table.sheet !== undefined && { sheet: table.sheet }),
      use: 'unknown' as const,
    }));
  });
}
