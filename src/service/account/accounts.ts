import { Refusal } from '#contract/problem.ts';
import type { SessionAnswer } from '#contract/session.ts';
import type { Context } from '#service/context.ts';
import { newId } from '#service/new-id.ts';
import { listBranches } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { addRecord } from '#store/record.ts';
import type { AccountTable } from '#store/tables-accounts.ts';
import { type DemoAccount, openDemoAccounts } from './demo-accounts.ts';
import { type FirstUse, type Initiated, initBranch } from './init.ts';
import { issueSlip, lockAccount, type MadeToken, makeAccount, makeToken, type Slip, theAccount } from './issue.ts';
import {
  accountOfSlip,
  changePassword,
  confirmPassword,
  join,
  type Opened,
  type SigningIn,
  signIn,
} from './sign-in.ts';
import { type SignedIn, showSession, signedIn, signOut } from './signed-in.ts';

/** Accounts 账号 as server and command line call them; the acts on accounts go through the door of acts instead. */
export type Accounts = {
  readonly signIn: (given: SigningIn) => Promise<Opened>;
  readonly join: (given: { code: string; password: string; request?: string | undefined }) => Promise<Opened>;
  /** For whom a one-time code is, before it is spent. */
  readonly slip: (code: string) => Promise<{ readonly name: string; readonly login: string }>;
  readonly signedIn: (token: string) => Promise<SignedIn | undefined>;
  readonly signOut: (who: SignedIn, which: 'this' | 'others' | 'all') => Promise<void>;
  readonly show: (who: SignedIn) => Promise<SessionAnswer>;
  readonly confirm: (who: SignedIn, password: string) => Promise<boolean>;
  readonly changePassword: (given: { login: string; old: string; next: string; request?: string }) => Promise<Opened>;
  readonly init: (given: FirstUse) => Promise<Initiated>;
  /** Opens the accounts of a demonstration. */
  readonly demo: () => Promise<readonly DemoAccount[]>;
  /** What whoever owns the machine does from the command line, recorded as `machine`. */
  readonly machine: Machine;
};

/** What is done on the machine itself 本机操作, without an account (docs/security.md). */
export type Machine = {
  /** The person of an account that is not locked, in whose name a command acts. @throws account.unknown */
  readonly person: (login: string) => Promise<string>;
  readonly add: (name: string, branch?: string) => Promise<Slip>;
  readonly reset: (login: string) => Promise<Slip>;
  readonly lock: (login: string, lock: boolean) => Promise<Pick<AccountTable, 'login' | 'state'>>;
  readonly token: (login: string, asked: { label: string; days: number }) => Promise<MadeToken>;
};

/** The accounts of a context. */
export function accountsOf(context: Context): Accounts {
  return {
    signIn: (given) => signIn(context, given),
    join: (given) => join(context, given),
    slip: async (code) => {
      const { name, login } = await accountOfSlip(context, code);
      return { name, login };
    },
    signedIn: (token) => signedIn(context, token),
    signOut: (who, which) => signOut(context, who, which),
    show: (who) => showSession(context, who),
    confirm: ({ login }, password) => confirmPassword(context, login, password),
    changePassword: (given) => changePassword(context, given),
    init: (given) => initBranch(context, given),
    demo: () => openDemoAccounts(context),
    machine: machineOf(context),
  };
}

function machineOf(context: Context): Machine {
  const { store, clock } = context;
  const done = async <T>(action: string, work: (rows: Rows) => Promise<readonly [AccountTable, T]>): Promise<T> =>
    await store.transaction(async (rows) => {
      const [account, made] = await work(rows);
      await record(rows, { action, account, at: clock.now() });
      return made;
    });
  return {
    person: async (login) => {
      const { person_id, state } = await theAccount(store.rows, login);
      if (state === 'locked') throw new Refusal('account.unknown');
      return person_id;
    },
    add: (name, branch) =>
      done('account.create', async (rows) => {
        const home = branch ?? (await theOnly(rows));
        const account = await makeAccount(rows, { person: newId(), name, home }, clock.now());
        return [account, await issueSlip(context, rows, account, MACHINE)];
      }),
    reset: (login) =>
      done('account.reset', async (rows) => {
        const account = await theAccount(rows, login);
        return [account, await issueSlip(context, rows, account, MACHINE)];
      }),
    lock: (login, lock) =>
      done('account.lock', async (rows) => {
        const account = await theAccount(rows, login);
        return [account, await lockAccount(rows, account, lock, clock.now())];
      }),
    token: (login, asked) =>
      done('token.make', async (rows) => {
        const account = await theAccount(rows, login);
        return [account, await makeToken(rows, account, asked, clock.now())];
      }),
  };
}

/** Who acts on the command line without an account: whoever owns the machine. */
const MACHINE = 'machine';

/** @throws branch.none */
async function theOnly(rows: Rows): Promise<string> {
  const [branch] = await listBranches(rows);
  if (!branch) throw new Refusal('branch.none');
  return branch.branch_id;
}

async function record(
  rows: Rows,
  { action, account, at }: { action: string; account: AccountTable; at: string },
): Promise<void> {
  await addRecord(rows, {
    branch_id: account.home,
    record_id: newId(),
    at,
    actor: MACHINE,
    action,
    outcome: 'done',
    code: null,
    target: account.login,
    request: null,
  });
}
