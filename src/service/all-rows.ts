/** How many rows are asked for at once. */
const PAGE = 500;

type Page<R> = { readonly rows: readonly R[]; readonly next: string | null };

/** Every row 全部记录 of a list that is answered by pages; of more than are wanted at most, what one page more has. */
export async function allRows<R>(
  page: (of: { limit: number; cursor?: string }) => Promise<Page<R>>,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly R[]> {
  const rows: R[] = [];
  let cursor: string | undefined;
  do {
    const { rows: found, next } = await page({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
    rows.push(...found);
    cursor = next ?? undefined;
  } while (cursor !== undefined && rows.length <= most);
  return rows;
}
