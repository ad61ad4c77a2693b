import { listBranches } from '#store/branch.ts';
import { openStore } from '#store/database.ts';
import { grantsInOrg } from '#store/grant.ts';

/** The branch of that name in a played database, and who its secretary is. */
export async function listGrants(place: string, name: string): Promise<{ branch: string; secretary: string }> {
  const store = await openStore(place);
  try {
    const branch = (await listBranches(store.rows)).find((one) => one.name === name)?.branch_id ?? '';
    const grants = await grantsInOrg(store.rows, branch);
    return { branch, secretary: grants.find(({ role }) => role === 'secretary')?.person ?? '' };
  } finally {
    await store.close();
  }
}
