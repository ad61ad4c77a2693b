import { type Grant, isAdministrator, type Role } from './role.ts';

/**
 * Whether two roles exclude each other 互不兼任: an administrator excludes the other two and every role that deals with points, a member's account among them.
 * An administrator who is a party member keeps every right on paper and at the desk, for the roll goes by standing and not by account (trust §2.2).
 */
export function exclude(one: Role, other: Role): boolean {
  if (one === other || one === 'observer' || other === 'observer') return false;
  return isAdministrator(one) || isAdministrator(other);
}

/** Two grants of one person whose roles exclude each other on at least one common day, in whatever organisation. */
export type Conflict = readonly [Grant, Grant];

/** Every pair of grants that must not stand together 兼任冲突; empty when all is well. */
export function conflictsIn(grants: readonly Grant[]): readonly Conflict[] {
  return grants.flatMap((one, at) =>
    grants.slice(at + 1).flatMap((other): readonly Conflict[] => (clash(one, other) ? [[one, other]] : [])),
  );
}

function clash(one: Grant, other: Grant): boolean {
  const together = one.from <= other.to && other.from <= one.to;
  return one.person === other.person && together && exclude(one.role, other.role);
}
