import type { Day } from '#domain/kernel/day.ts';
import type { Grant } from '#domain/permission/role.ts';
import type { Rows } from './database.ts';
import type { GrantTable } from './tables-process.ts';

/** The roles that a person was ever given, anywhere 任职. */
export async function grantsOfPerson(
  rows: Rows,
  person: string,
): Promise<readonly (Grant & { readonly id: string })[]> {
  const found = await rows.selectFrom('role_grant').selectAll().where('person_id', '=', person).execute();
  return found.map(grantOf);
}

/** The roles that were ever given in an organisation. */
export async function grantsInOrg(rows: Rows, org: string): Promise<readonly (Grant & { readonly id: string })[]> {
  const found = await rows.selectFrom('role_grant').selectAll().where('org_id', '=', org).orderBy('grant_id').execute();
  return found.map(grantOf);
}

/** Gives a role. */
export async function addGrant(rows: Rows, grant: GrantTable): Promise<void> {
  await rows.insertInto('role_grant').values(grant).execute();
}

/** Ends a role with a day. */
export async function endGrant(rows: Rows, org: string, id: string, last: Day): Promise<void> {
  await rows
    .updateTable('role_grant')
    .set({ to_day: last })
    .where('org_id', '=', org)
    .where('grant_id', '=', id)
    .execute();
}

function grantOf({ grant_id: id, org_id: org, person_id: person, role, from_day, to_day }: GrantTable) {
  return { id, org, person, role, from: from_day, to: to_day };
}
