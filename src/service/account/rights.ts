import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import { isDay } from '#domain/kernel/day.ts';
import { conflictsIn } from '#domain/permission/exclusive.ts';
import type { Grant, Role } from '#domain/permission/role.ts';
import { grantable } from '#domain/process/every-action.ts';
import type { Doing } from '#service/doing.ts';
import { newId } from '#service/new-id.ts';
import { accountOfPerson } from '#store/account.ts';
import { addGrant, grantsInOrg, grantsOfPerson } from '#store/grant.ts';
import { readMember } from '#store/member.ts';
import { statusesOfPerson } from '#store/status.ts';

/** The last day of a role that was given without end. */
export const FOREVER: Day = '9999-12-31';

/** A role that someone holds, with its id. */
export type Held = Grant & { readonly id: string };

/** The revision of a grant: a role is given, and later given an end. */
export function revisionOf({ to }: Pick<Grant, 'to'>): number {
  return to === FOREVER ? 1 : 2;
}

/**
 * Gives a role 授权 to a member or an account holder of the branch or superior, from today on or later. The three administrators exclude each other
 * and whoever deals with points, members among them (trust §2.2). @throws right.exclusive, thing.unknown, request.not-valid
 */
export async function grantRight(
  doing: Doing,
  { person, role, from, to }: { person: string; role: Role; from: Day; to: Day },
): Promise<Held> {
  const { rows, at, branch } = doing;
  const inBranch = role !== 'superior' && (branch.kind === 'branch' || ['system', 'security', 'audit'].includes(role));
  const fits = role === 'superior' ? branch.kind === 'superior' : inBranch;
  if (!fits || !isDay(from) || (to !== FOREVER && !isDay(to)) || from < doing.today || to < from)
    throw new Refusal('request.not-valid', { detail: fits ? 'from, to' : 'role' });
  const account = await accountOfPerson(rows, person);
  if (account?.home !== at && !(await readMember(rows, at, person))) return doing.refuse({ refused: 'thing.unknown' });
  const held: Held = { id: newId(), role, person, org: at, from, to };
  const all = [...(await grantsOfPerson(rows, person)), ...(await membershipsOf(doing, person)), held];
  doing.must(grantable, { conflicts: conflictsIn(all).length });
  await addGrant(rows, {
    org_id: at,
    grant_id: held.id,
    person_id: person,
    role,
    from_day: from,
    to_day: to,
    given_by: doing.by,
    created_at: doing.now,
  });
  return held;
}

/** A grant of the branch or superior that is acted in. @throws thing.unknown */
export async function grantHere(doing: Doing, id: string): Promise<Held> {
  const { rows, at } = doing;
  if (!(await doing.may({}))) return doing.refuse({ refused: 'right.missing' });
  const grant = (await grantsInOrg(rows, at)).find((one) => one.id === id);
  if (!grant) return doing.refuse({ refused: 'thing.unknown' });
  await doing.allow({}, { noun: 'right', id, state: 'given', revision: revisionOf(grant) });
  return grant;
}

/** What a person's standing in any branch gives by itself, with its days: a member's account too excludes an administrator's. */
async function membershipsOf({ rows }: Doing, person: string): Promise<readonly Grant[]> {
  const statuses = await statusesOfPerson(rows, person);
  return statuses
    .filter(({ standing }) => standing !== 'transferred' && standing !== 'deceased')
    .map(({ branch_id: org, from_day: from, to_day: to }) => ({ role: 'member', person, org, from, to }));
}
