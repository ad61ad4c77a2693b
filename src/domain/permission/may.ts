import type { Day } from '#domain/kernel/day.ts';
import { SCOPES, type Scope } from './permission.ts';
import { type Grant, grantsOn, type Role } from './role.ts';
import { type Action, permissionOf } from './table.ts';

/** What an action is about: its branch, the organisations above it, and whose own it is: a line's member, a report's verifier, an objection's investigator. */
export type Target = { readonly branch: string; readonly above: readonly string[]; readonly own: readonly string[] };

/** Whether roles held on the day may do the action as far as the scope asked for 权限: one of them must reach that far or farther. */
export function may(roles: readonly Role[], action: Action, scope: Scope): boolean {
  const { roles: table } = permissionOf(action);
  return roles.some((role) => {
    const reach = table[role];
    return reach !== undefined && SCOPES.indexOf(reach) >= SCOPES.indexOf(scope);
  });
}

/**
 * How far a grant must reach to touch the target: its own when the role is held in the target's branch or above and the matter is the person's own,
 * else the branch, else the subtree; undefined when the role is held elsewhere.
 */
export function reachNeeded({ org, person }: Grant, target: Target): Scope | undefined {
  if (org !== target.branch && !target.above.includes(org)) return undefined;
  if (target.own.includes(person)) return 'own';
  return org === target.branch ? 'branch' : 'subtree';
}

/** Whether a person may do the action to the target on a day, by the grants of that day 按日判定; administrators and business never mix, each grant counts alone. */
export function mayOn(grants: readonly Grant[], person: string, action: Action, target: Target, day: Day): boolean {
  return grantsOn(grants, day).some((grant) => {
    if (grant.person !== person) return false;
    const scope = reachNeeded(grant, target);
    return scope !== undefined && may([grant.role], action, scope);
  });
}
