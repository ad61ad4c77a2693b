import { superiorOf } from '#service/nameless.ts';
import { listBranches } from '#store/branch.ts';
import { openStore } from '#store/database.ts';
import { grantsInOrg } from '#store/grant.ts';

/** The branch of that name in a played database, who its secretary is, and who reviews it from above. */
export async function listGrants(
  place: string,
  name: string,
): Promise<{ branch: string; secretary: string; superior: string }> {
  const store = await openStore(place);
  try {
    const found = (await listBranches(store.rows)).find((one) => one.name === name);
    const branch = found?.branch_id ?? '';
    const above = (found && (await superiorOf(store.rows, found)))?.branch_id ?? '';
    const holder = async (org: string, role: string) =>
      (await grantsInOrg(store.rows, org)).find((one) => one.role === role)?.person ?? '';
    return { branch, secretary: await holder(branch, 'secretary'), superior: await holder(above, 'superior') };
  } finally {
    await store.close();
  }
}
