/** How many rows a page has when nobody says. */
export const USUAL = 100;

/** Cuts a page 分页 out of rows that stand in an order, each under its own key. */
export function pageOf<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  { limit = USUAL, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
): { rows: T[]; next: string | null } {
  const from = cursor === undefined ? 0 : rows.findIndex((row) => keyOf(row) === cursor) + 1;
  const found = rows.slice(from, from + limit);
  const last = found.at(-1);
  return { rows: found, next: last !== undefined && from + limit < rows.length ? keyOf(last) : null };
}
