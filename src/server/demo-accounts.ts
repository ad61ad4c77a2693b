import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#domain/permission/role.ts';
import type { DemoAccount } from '#service/account/demo-accounts.ts';

/** Where the passwords of a demonstration folder stand, for its owner alone: they are of no use elsewhere. */
const FILE = 'demo-accounts.json';

/** Keeps the demonstration accounts 演示账号 of a folder. */
export function keepDemoAccounts(folder: string, accounts: readonly DemoAccount[]): void {
  writeFileSync(join(folder, FILE), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
}

/** The demonstration accounts of a folder; none where the folder has none. */
export function demoAccounts(folder: string): readonly DemoAccount[] {
  const file = join(folder, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly DemoAccount[]) : [];
}

/** The demonstration accounts of a folder, a line each, under a heading; none where the folder has none. */
export function demoAccountLines(
  folder: string,
  roles: Readonly<Record<Role, string>>,
  heading: string,
): readonly string[] {
  return accountLines(demoAccounts(folder), roles, heading);
}

/** Demonstration accounts, a line each, under a heading; nothing of none. */
export function accountLines(
  accounts: readonly DemoAccount[],
  roles: Readonly<Record<Role, string>>,
  heading: string,
): readonly string[] {
  if (accounts.length === 0) return [];
  return [
    heading,
    ...accounts.map(({ role, name, login, password }) => `  ${roles[role]}  ${name}  ${login}  ${password}`),
  ];
}
