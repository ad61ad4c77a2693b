import { MOST_ROWS } from '#contract/list.ts';

/** How many rows are asked for at once. */
const PAGE = 500;

type Page<R> = { readonly rows: readonly R[]; readonly next: string | null };

/** Every row 全部记录 of a list that is answered by pages, and one more than a file takes where there are so many. */
export async function allRows<R>(
  page: (of: { limit: number; cursor?: string }) => Promise<Page<R>>,
): Promise<readonly R[]> {
  const rows: R[] = [];
  let cursor: string | undefined;
  do {
    const { rows: found, next } = await page({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
    rows.push(...found);
    cursor = next ?? undefined;
  } while (cursor !== undefined && rows.length <= MOST_ROWS);
  return rows;
}
