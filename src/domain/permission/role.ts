import type { Day } from '#domain/kernel/day.ts';

/** The roles 职务 someone can hold, and two that nobody is given: `observer` is whoever reads the board, `clock` is time (product §2). */
export const ROLES = [
  'member',
  'probationary',
  'committee',
  'secretary',
  'recorder',
  'discipline',
  'verifier',
  'lent',
  'superior',
  'system',
  'security',
  'audit',
  'observer',
  'clock',
] as const;

/** One role 职务. */
export type Role = (typeof ROLES)[number];

/** A role that someone was given in an organisation, with its days, both inside: rights are dated (product §2). */
export type Grant = {
  readonly role: Role;
  readonly person: string;
  readonly org: string;
  readonly from: Day;
  readonly to: Day;
};

/** The three administrators 三员: accounts and operation, rights and keys, logs (product §2). */
export const ADMINISTRATORS = ['system', 'security', 'audit'] as const satisfies readonly Role[];

/** The roles 职务 that a person may be granted. */
export const GRANTABLE: readonly Role[] = ROLES.filter((role) => role !== 'observer' && role !== 'clock');

/** Whether a role is one of the three administrators. */
export function isAdministrator(role: Role): boolean {
  return ADMINISTRATORS.some((one) => one === role);
}

/** The grants that hold on a day. */
export function grantsOn(grants: readonly Grant[], day: Day): readonly Grant[] {
  return grants.filter(({ from, to }) => from <= day && day <= to);
}

/** The roles that a person holds anywhere on a day, each once, in the order of the table. */
export function rolesOn(grants: readonly Grant[], person: string, day: Day): readonly Role[] {
  const held = grantsOn(grants, day).filter((grant) => grant.person === person);
  return ROLES.filter((role) => held.some((grant) => grant.role === role));
}
