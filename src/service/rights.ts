import type { Day } from '#domain/kernel/day.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { mayOn, type Target } from '#domain/permission/may.ts';
import type { Grant, Role } from '#domain/permission/role.ts';
import type { Action as Permitted } from '#domain/permission/table.ts';
import type { Rows } from '#store/database.ts';
import { grantsInOrg, grantsOfPerson } from '#store/grant.ts';
import { readMember } from '#store/member.ts';
import { findOrg } from '#store/org.ts';
import type { BranchTable } from '#store/tables.ts';
import type { Caller } from './caller.ts';

/** The organisations above a branch 上级党组织, nearest last. */
export async function orgsAbove(rows: Rows, branch: BranchTable): Promise<readonly string[]> {
  const org = await findOrg(rows, branch.org_id);
  return (org?.path ?? '').split('/').filter((one) => one !== '' && one !== branch.branch_id);
}

/** The grants 任职 of a caller that bear on a branch: those given, and those that the standing of a member gives by itself. */
export async function grantsOf(rows: Rows, branch: string, caller: Caller, day: Day): Promise<readonly Grant[]> {
  const always = { person: caller.person, org: branch, from: day, to: day };
  if (caller.kind !== 'person') return [{ role: caller.kind, ...always }];
  const member = await readMember(rows, branch, caller.person);
  const standing = member && statusOn(member.member, day)?.standing;
  const own: readonly Grant[] =
    standing === undefined || standing === 'transferred' || standing === 'deceased'
      ? []
      : [{ role: standing === 'probationary' ? 'probationary' : 'member', ...always }];
  return [...(await grantsOfPerson(rows, caller.person)), ...own];
}

/** Whether the caller may do an action to a target on a day. `parts` are roles that someone has in this one matter, such as the verifier. */
export function allowed(
  grants: readonly Grant[],
  caller: Caller,
  action: Permitted,
  target: Target,
  day: Day,
  parts: readonly Role[] = [],
): boolean {
  const always = { person: caller.person, org: target.branch, from: day, to: day };
  return mayOn([...grants, ...parts.map((role) => ({ role, ...always }))], caller.person, action, target, day);
}

/** The persons who hold a role in an organisation on a day, in the order in which it was given. */
export async function holdersOf(rows: Rows, org: string, role: Role, day: Day): Promise<readonly string[]> {
  const grants = await grantsInOrg(rows, org);
  return [
    ...new Set(
      grants.filter((one) => one.role === role && one.from <= day && day <= one.to).map(({ person }) => person),
    ),
  ];
}
