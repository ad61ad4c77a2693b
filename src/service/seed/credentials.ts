import { randomBytes } from 'node:crypto';
import type { Role } from '#domain/permission/role.ts';
import { accountsOf } from '#service/account/accounts.ts';
import { issueSlip, makeAccount } from '#service/account/issue.ts';
import type { Context } from '#service/context.ts';
import { newId } from '#service/new-id.ts';
import { performAct } from '#service/perform.ts';
import { appoint } from '#service/set-up.ts';
import type { SeedBranch } from './cast.ts';

/** How somebody with a role signs in 演练账号: by name and password, or a script by its token. */
export type Credentials = {
  readonly role: Role;
  /** The branch or superior organisation in which the role is held. */
  readonly at: string;
  readonly person: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly token: string;
};

type Whose = Pick<Credentials, 'role' | 'at' | 'person' | 'name'>;

/** Days for which a token of the seed holds: the longest there is. */
const TOKEN_DAYS = 366;

/** Makes an account for somebody of every role in the first branch and above it, today and not on a day that is played. */
export async function openAccounts(context: Context, branch: SeedBranch): Promise<readonly Credentials[]> {
  const { id: at, superior, secretary, committee, discipline, recorder, members } = branch;
  const inBranch: readonly (readonly [Role, string | undefined])[] = [
    ['secretary', secretary],
    ['committee', committee[0]],
    ['discipline', discipline],
    ['recorder', recorder],
    ['member', members[8]?.member.id],
    ['probationary', members[5]?.member.id],
  ];
  const found: Credentials[] = [];
  for (const [role, person = ''] of inBranch) {
    const name = members.find(({ member }) => member.id === person)?.member.name ?? '';
    const caller = { person: secretary, kind: 'person', password: true } as const;
    const { told } = await performAct(context, caller, 'account.slip', { input: { branch: at, member: person } });
    found.push(await opened(context, { role, at, person, name }, told?.['code'] ?? '', told?.['login'] ?? ''));
  }
  const [reviewer] = superior.reviewers;
  const above: readonly Whose[] = [
    { role: 'superior', at: superior.id, person: reviewer?.id ?? '', name: reviewer?.name ?? '' },
    { role: 'lent', at, person: newId(), name: '邻支部借调' },
    ...(['system', 'security', 'audit'] as const).map((role, index) => ({
      role,
      at: superior.id,
      person: newId(),
      name: ['系统管理员', '安全管理员', '审计管理员'][index] ?? '',
    })),
  ];
  for (const whose of above) {
    const { code, login } = await slipAbove(context, whose, superior.id, reviewer?.id ?? '');
    found.push(await opened(context, whose, code, login));
  }
  return found;
}

/** The first administrators and reviewers are set up, as at the first use; a lent member is lent by the superior. */
async function slipAbove(context: Context, { role, at, person, name }: Whose, home: string, reviewer: string) {
  const { clock, store } = context;
  if (role === 'lent') {
    const caller = { person: reviewer, kind: 'person', password: true } as const;
    const lent = { branch: at, person, from: clock.today(), to: '9999-12-31' };
    await performAct(context, caller, 'member.lend', { input: lent });
  }
  return await store.transaction(async (rows) => {
    if (role !== 'lent' && role !== 'superior')
      await appoint(rows, at, { person, role, from: clock.today() }, clock.now());
    const account = await makeAccount(rows, { person, name, home }, clock.now());
    return await issueSlip(context, rows, account, 'system');
  });
}

/** Spends a slip for a random password, and makes a token. */
async function opened(context: Context, whose: Whose, code: string, login: string): Promise<Credentials> {
  const accounts = accountsOf(context);
  const password = randomBytes(12).toString('base64url');
  await accounts.join({ code, password });
  const { token } = await accounts.machine.token(login, { label: 'seed', days: TOKEN_DAYS });
  return { ...whose, login, password, token };
}
