import { storeWithin } from '#store/database.ts';
import { findStrays, type RowKey } from '#store/strays.ts';
import { type ArchiveOptions, writeArchive } from './archive.ts';
import type { Context } from './context.ts';

/**
 * Hands a live branch to a verifier 验证: the lines of its archive with everything opened, read from the very rows that pages and scores
 * are made of; answers with the rows that no event of the chain speaks of. At this stage it needs no account; it shows nothing by itself.
 * @throws branch.none
 */
export async function verifyBranch(
  { store }: Pick<Context, 'store'>,
  { branch, year }: ArchiveOptions,
  take: (line: string) => void,
): Promise<readonly RowKey[]> {
  // Of one state: what is done meanwhile must not look like what the chain does not know.
  return await store.snapshot(async (rows) => {
    await writeArchive({ store: storeWithin(rows) }, { branch, year, actors: true, tolerant: true }, take);
    return await findStrays(rows, branch);
  });
}
