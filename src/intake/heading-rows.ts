import { headingKey } from './headings.ts';
import type { Cell, Row, Table } from './table.ts';

/** A row of headings, and where the last row of them stands. */
export type HeadingRow = { readonly at: number; readonly row: Row };

const LONGEST = 20;

/** So many rows of headings stand below the first of them at most. */
const DEEPER = 2;

/**
 * Joins two or three rows of headings 多行表头 into one: groups above (职务) and the columns below them (党内职务、行政职务). A row of entries is never taken
 * for one, as something that is no heading then stands under a known one.
 */
export function joinHeadingRows(
  table: Table,
  found: HeadingRow,
  fields: ReadonlyMap<string, string>,
): HeadingRow | undefined {
  if (table.keyed) return undefined;
  let joined = found;
  for (let deep = DEEPER; deep > 0; deep--) joined = withRowBelow(table, joined, fields, deep) ?? joined;
  if (joined !== found) return joined;
  for (let step = 1; step <= DEEPER; step++) joined = withRowAbove(table.rows[found.at - step], joined, fields);
  return joined === found ? undefined : joined;
}

function withRowBelow(
  table: Table,
  found: HeadingRow,
  fields: ReadonlyMap<string, string>,
  deep: number,
): HeadingRow | undefined {
  const { field, adds } = knownIn(found, fields);
  const own = new Map(found.row.cells.map((cell) => [cell.column, cell]));
  const below = table.rows[found.at + 1];
  const headings = below?.cells.every((cell) => {
    const above = own.get(cell.column);
    const under = above !== undefined && field(above) !== undefined;
    return cell.kind === 'text' && cell.text.length <= LONGEST && (!under || field(cell) !== undefined);
  });
  if (!below || !headings) return undefined;
  // What only groups the columns of the next row adds nothing by itself.
  const deeper = { at: found.at + 1, row: { number: below.number, cells: over(found.row.cells, below.cells) } };
  const isGroup = deep > 1 && withRowBelow(table, deeper, fields, deep - 1) !== undefined;
  return below.cells.some(adds) || isGroup ? deeper : undefined;
}

function withRowAbove(above: Row | undefined, found: HeadingRow, fields: ReadonlyMap<string, string>): HeadingRow {
  const { adds } = knownIn(found, fields);
  const own = new Set(found.row.cells.map(({ column }) => column));
  const cells = above?.cells.filter((cell) => !own.has(cell.column) && adds(cell)) ?? [];
  return cells.length === 0
    ? found
    : { at: found.at, row: { number: found.row.number, cells: over(cells, found.row.cells) } };
}

/** Which column a heading is, and whether it is one that these headings do not have yet. */
function knownIn({ row }: HeadingRow, fields: ReadonlyMap<string, string>) {
  const field = ({ text }: Cell): string | undefined => fields.get(headingKey(text));
  const known = new Set(row.cells.flatMap((cell) => field(cell) ?? []));
  const adds = (cell: Cell): boolean => !known.has(field(cell) ?? '') && field(cell) !== undefined;
  return { field, adds };
}

/** The cells of two rows in order of column; what stands below holds. */
function over(above: readonly Cell[], below: readonly Cell[]): readonly Cell[] {
  const cells = new Map([...above, ...below].map((cell) => [cell.column, cell]));
  return [...cells.values()].toSorted((a, b) => a.column - b.column);
}
