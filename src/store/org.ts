import type { Rows } from './database.ts';
import type { OrgTable } from './tables.ts';

/** Adds an organisation 党组织 below another, or at the top. */
export async function addOrg(rows: Rows, org: OrgTable): Promise<void> {
  await rows.insertInto('org').values(org).execute();
}

/** An organisation by its id. */
export async function findOrg(rows: Rows, id: string): Promise<OrgTable | undefined> {
  return await rows.selectFrom('org').selectAll().where('id', '=', id).executeTakeFirst();
}
