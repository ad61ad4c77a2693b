import type { Day } from '#domain/kernel/day.ts';
import { type Member, statusOn } from '#domain/ledger/member.ts';
import { mayOn, type Target } from '#domain/permission/may.ts';
import type { Grant, Role } from '#domain/permission/role.ts';
import type { Action as Permitted } from '#domain/permission/table.ts';
import type { Rows } from '#store/database.ts';
import { grantsInOrg } from '#store/grant.ts';
import type { Matter } from '#store/matter.ts';
import { findOrg } from '#store/org.ts';
import { type Beside, type KeptAnswer, readStandings } from '#store/standing.ts';
import type { BranchTable } from '#store/tables.ts';
import type { Caller } from './caller.ts';

/** The organisations above a branch 上级党组织, nearest last. */
export async function orgsAbove(rows: Rows, branch: BranchTable): Promise<readonly string[]> {
  return aboveOf(branch.branch_id, (await findOrg(rows, branch.org_id))?.path ?? '');
}

function aboveOf(branch: string, path: string): readonly string[] {
  return path.split('/').filter((one) => one !== '' && one !== branch);
}

/** What a caller may be in a branch 权限依据: its grants, the organisations above, and what was read with them. */
export type Rights = {
  readonly grants: readonly Grant[];
  readonly above: readonly string[];
  /** The caller as member of the roster; undefined for one who is none. */
  readonly member?: Member;
  /** The number of the branch's latest scheme, where it was read. */
  readonly version?: number;
  readonly answer?: KeptAnswer;
  /** The matter that was asked for, and the month that it belongs to with its state. */
  readonly matter?: Matter;
  readonly month?: readonly [month: string, state: string];
  /** The branch itself, where there is one of this id. */
  readonly branch?: BranchTable;
};

/** The rights of a caller in a branch: the grants given, and those that the standing of a member gives by itself. */
export async function rightsOf(
  rows: Rows,
  id: string,
  { person, kind }: Caller,
  day: Day,
  beside?: Beside,
): Promise<Rights> {
  const always = { person, org: id, from: day, to: day };
  const { grants, path, member, ...rest } = await readStandings(rows, id, person, beside);
  const about = { above: aboveOf(id, path), ...rest };
  if (kind !== 'person') return { grants: [{ role: kind, ...always }], ...about };
  const standing = member && statusOn(member, day)?.standing;
  const own: readonly Grant[] =
    standing === undefined || standing === 'transferred' || standing === 'deceased'
      ? []
      : [{ role: standing === 'probationary' ? 'probationary' : 'member', ...always }];
  return { grants: [...grants, ...own], ...about, ...(member && { member }) };
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
