import { headingKey } from './headings.ts';
import type { Cell, Row, Table } from './table.ts';

/** A row of headings, and where the last row of them stands. */
export type HeadingRow = { readonly at: number; readonly row: Row };

const LONGEST = 20;

/**
 * Joins two rows of headings 两行表头 into one: groups above (职务) and the columns below them (党内职务、行政职务). A row of entries is never taken for one,
 * as something that is no heading then stands under a known one.
 */
export function joinHeadingRows(
  table: Table,
  found: HeadingRow,
  fields: ReadonlyMap<string, string>,
): HeadingRow | undefined {
  if (table.keyed) return undefined;
  const field = ({ text }: Cell): string | undefined => fields.get(headingKey(text));
  const known = new Set(found.row.cells.flatMap((cell) => field(cell) ?? []));
  const adds = (cell: Cell): boolean => !known.has(field(cell) ?? '') && field(cell) !== undefined;
  const own = new Map(found.row.cells.map((cell) => [cell.column, cell]));
  const below = table.rows[found.at + 1];
  const headings = below?.cells.every((cell) => {
    const above = own.get(cell.column);
    const under = above !== undefined && field(above) !== undefined;
    return cell.kind === 'text' && cell.text.length <= LONGEST && (!under || field(cell) !== undefined);
  });
  if (below && headings && below.cells.some(adds))
    return { at: found.at + 1, row: { number: below.number, cells: over(found.row.cells, below.cells) } };
  const above = table.rows[found.at - 1]?.cells.filter((cell) => !own.has(cell.column) && adds(cell)) ?? [];
  return above.length === 0
    ? undefined
    : { at: found.at, row: { number: found.row.number, cells: over(above, found.row.cells) } };
}

/** The cells of two rows in order of column; what stands below holds. */
function over(above: readonly Cell[], below: readonly Cell[]): readonly Cell[] {
  const cells = new Map([...above, ...below].map((cell) => [cell.column, cell]));
  return [...cells.values()].toSorted((a, b) => a.column - b.column);
}
