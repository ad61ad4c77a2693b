import { randomBytes } from 'node:crypto';
import { statusOn } from '#domain/ledger/member.ts';
import type { Role } from '#domain/permission/role.ts';
import type { Context } from '#service/context.ts';
import { newId } from '#service/new-id.ts';
import { holdersOf, orgsAbove } from '#service/rights.ts';
import { appoint } from '#service/set-up.ts';
import { listBranches } from '#store/branch.ts';
import { listMembers } from '#store/member.ts';
import type { BranchTable } from '#store/tables.ts';
import { issueSlip, makeAccount } from './issue.ts';
import { join } from './sign-in.ts';

/** A demonstration account 演示账号 with its password in plain words: for a demonstration folder alone. */
export type DemoAccount = {
  readonly role: Role;
  readonly branch: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
};

type Person = { readonly role: Role; readonly person: string; readonly name: string; readonly home: string };

/** The offices of a branch that a demonstration opens an account for. */
const OFFICES = ['secretary', 'committee', 'discipline', 'recorder'] as const;

/** Opens an account for each role of the first demonstration branch and of its superior, with random passwords; answers with them. */
export async function openDemoAccounts(context: Context): Promise<readonly DemoAccount[]> {
  const branches = (await listBranches(context.store.rows)).filter(({ demo }) => demo === 1);
  const [branch] = branches;
  if (!branch) return [];
  const accounts: DemoAccount[] = [];
  for (const { role, person, name, home } of await peopleOf(context, branch)) {
    const slip = await context.store.transaction(async (rows) => {
      const account = await makeAccount(rows, { person, name, home }, context.clock.now());
      return await issueSlip(context, rows, account, 'machine');
    });
    const password = randomBytes(9).toString('base64url');
    await join(context, { code: slip.code, password, request: undefined });
    accounts.push({ role, branch: branch.name, name, login: slip.login, password });
  }
  return accounts;
}

/** One person for each role: the holders of offices, a member without any, a reviewer of the superior, and three administrators made for it. */
async function peopleOf(context: Context, branch: BranchTable): Promise<readonly Person[]> {
  const { rows } = context.store;
  const today = context.clock.today();
  const home = branch.branch_id;
  const members = await listMembers(rows, home);
  const nameOf = (person: string): string => members.find(({ member }) => member.id === person)?.member.name ?? '';
  const found: Person[] = [];
  const taken = new Set<string>();
  for (const role of OFFICES) {
    const holders = await holdersOf(rows, home, role, today);
    const person = holders.find((one) => !taken.has(one));
    for (const one of holders) taken.add(one);
    if (person !== undefined) found.push({ role, person, name: nameOf(person), home });
  }
  const plain = members.find(({ member }) => !taken.has(member.id) && statusOn(member, today)?.standing === 'full');
  if (plain) found.push({ role: 'member', person: plain.member.id, name: plain.member.name, home });
  const superior = (await orgsAbove(rows, branch)).at(-1);
  if (superior === undefined) return found;
  const [reviewer] = await holdersOf(rows, superior, 'superior', today);
  if (reviewer !== undefined) found.push({ role: 'superior', person: reviewer, name: '上级经办人', home: superior });
  for (const [role, name] of [
    ['system', '系统管理员'],
    ['security', '安全管理员'],
    ['audit', '审计管理员'],
  ] as const) {
    const person = newId();
    await appoint(rows, superior, { person, role, from: today }, context.clock.now());
    found.push({ role, person, name, home: superior });
  }
  return found;
}
