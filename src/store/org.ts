import type { Rows } from './database.ts';
import type { BranchTable, OrgTable } from './tables.ts';

/** Adds an organisation 党组织 below another, or at the top. */
export async function addOrg(rows: Rows, org: OrgTable): Promise<void> {
  await rows.insertInto('org').values(org).execute();
}

/** An organisation by its id. */
export async function findOrg(rows: Rows, id: string): Promise<OrgTable | undefined> {
  return await rows.selectFrom('org').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The branches in an organisation and below it 所属支部, in the order of their ids, from after one on. */
export async function branchesBelow(
  rows: Rows,
  path: string,
  { after, most }: { readonly after?: string | undefined; readonly most: number },
): Promise<readonly BranchTable[]> {
  let query = rows
    .selectFrom('branch')
    .innerJoin('org', 'org.id', 'branch.org_id')
    .selectAll('branch')
    .where('branch.kind', '=', 'branch')
    // No wildcard: a path is compared by its beginning, whatever letters are in it.
    .where((where) => where(where.fn('substr', ['org.path', where.val(1), where.val(path.length)]), '=', path));
  if (after !== undefined) query = query.where('branch.branch_id', '>', after);
  return await query.orderBy('branch.branch_id').limit(most).execute();
}
