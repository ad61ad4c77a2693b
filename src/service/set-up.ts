import type { Day } from '#domain/kernel/day.ts';
import type { Algorithm } from '#domain/ledger/digest.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { Role } from '#domain/permission/role.ts';
import { addBoard, addBranch, readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { addGrant } from '#store/grant.ts';
import { addMembers } from '#store/member.ts';
import { addOrg, findOrg } from '#store/org.ts';
import { addScheme } from '#store/scheme.ts';
import { newBoardCode, newId } from './new-id.ts';

/** Someone with an office in a branch or a superior organisation 任职, from a day on. */
export type Office = { readonly person: string; readonly role: Role; readonly from: Day };

/** A branch to be set up: its superior, its scheme, its roster by the application's ids, and who holds which office. */
export type NewBranch = {
  readonly id?: string;
  readonly name: string;
  readonly superior?: { readonly id: string; readonly name: string };
  readonly demo: boolean;
  /** The algorithm of the chain's hashes; SHA-256 unless told. */
  readonly algorithm?: Algorithm | undefined;
  readonly scheme: {
    readonly version: number;
    readonly effective: Day;
    readonly source: string;
    readonly document: unknown;
  };
  readonly members: readonly { readonly member: Member; readonly code: string }[];
  readonly offices: readonly Office[];
};

/** Sets up a superior organisation 上级党组织 with a chain of its own; does nothing where it is there. */
export async function setUpSuperior(
  rows: Rows,
  { id, name }: { readonly id: string; readonly name: string },
  demo: boolean,
  now: string,
): Promise<void> {
  if (!(await findOrg(rows, id))) await addOrg(rows, { id, parent_id: null, path: `/${id}/`, name, created_at: now });
  if (await readBranch(rows, id)) return;
  await addBranch(rows, { branch_id: id, org_id: id, name, kind: 'superior', demo: demo ? 1 : 0, created_at: now });
}

/** Sets up a branch 建立支部 with chain, board, scheme, roster and offices; answers with its id. Call it inside a transaction. */
export async function setUpBranch(rows: Rows, branch: NewBranch, now: string): Promise<string> {
  const { id = newId(), name, superior, demo, scheme, members, offices } = branch;
  if (superior) await setUpSuperior(rows, superior, demo, now);
  const org = superior?.id ?? id;
  if (!superior) await addOrg(rows, { id, parent_id: null, path: `/${id}/`, name, created_at: now });
  await addBranch(rows, { branch_id: id, org_id: org, name, demo: demo ? 1 : 0, created_at: now }, branch.algorithm);
  await addBoard(rows, { code: newBoardCode(), branch_id: id, created_at: now });
  await addScheme(rows, id, scheme, now);
  if (members.length > 0) await addMembers(rows, id, members, now);
  for (const office of offices) await appoint(rows, id, office, now);
  return id;
}

/** Gives an office 任职. */
export async function appoint(rows: Rows, org: string, { person, role, from }: Office, now: string): Promise<void> {
  await addGrant(rows, {
    org_id: org,
    grant_id: newId(),
    person_id: person,
    role,
    from_day: from,
    to_day: '9999-12-31',
    given_by: 'system',
    created_at: now,
  });
}
