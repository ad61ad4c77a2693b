import type { Role } from './role.ts';

/**
 * How far a right reaches 范围: what is one's own (a member's lines, the verifier's reports, whoever is named for the matter), the branch in which the role is held,
 * or the organisation in which it is held with all below it.
 */
export const SCOPES = ['own', 'branch', 'subtree'] as const;

/** One reach. */
export type Scope = (typeof SCOPES)[number];

/** What an action does with points 积分: nothing, read what bears on a score, or write it. `name` opens a reporter's name. */
export type Touches = 'nothing' | 'reads' | 'writes' | 'name';

/** A row of the permission table 权限表: what the action touches, and how far each role may do it; a role not named may not. */
export type Permission = { readonly touches: Touches; readonly roles: { readonly [R in Role]?: Scope } };

/** An action that bears on no score. */
export const plain = (roles: Permission['roles']): Permission => ({ touches: 'nothing', roles });
/** An action that reads what bears on a score. */
export const reads = (roles: Permission['roles']): Permission => ({ touches: 'reads', roles });
/** An action that writes what bears on a score. */
export const writes = (roles: Permission['roles']): Permission => ({ touches: 'writes', roles });
