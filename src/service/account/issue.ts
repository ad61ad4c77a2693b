import { Refusal } from '#contract/problem.ts';
import type { Context } from '#service/context.ts';
import { newId } from '#service/new-id.ts';
import { addAccount, changeAccount, readAccount } from '#store/account.ts';
import type { Rows } from '#store/database.ts';
import { addSlip, addToken, endSessions, endTokens } from '#store/session.ts';
import type { AccountTable } from '#store/tables-accounts.ts';
import { digestOf, newLogin, newSlipCode, newToken, readCode, TOKEN_MARK } from './codes.ts';
import { DAY, instantAfter } from './instant.ts';

/** What is printed on a slip 登录单: for whom, the sign-in name, the one-time code and its last instant. */
export type Slip = {
  readonly person: string;
  readonly name: string;
  readonly login: string;
  readonly code: string;
  readonly until: string;
};

/** Whose account is made: a member of the roster or a person of its own, and the branch or superior that it belongs to. */
export type NewAccount = { readonly person: string; readonly name: string; readonly home: string };

/** Makes an account 账号 under a new opaque sign-in name; it opens only after its slip was spent. */
export async function makeAccount(rows: Rows, { person, name, home }: NewAccount, now: string): Promise<AccountTable> {
  for (;;) {
    const account: AccountTable = {
      login: newLogin(),
      person_id: person,
      home,
      name,
      password: null,
      state: 'new',
      revision: 1,
      created_at: now,
      changed_at: now,
    };
    if (await addAccount(rows, account)) return account;
  }
}

/** The account that is meant on a page, a slip or a command line. @throws account.unknown */
export async function theAccount(rows: Rows, login: string): Promise<AccountTable> {
  const account = await readAccount(rows, readCode(login));
  if (!account) throw new Refusal('account.unknown');
  return account;
}

/** Issues a slip 发登录单 with a one-time code; earlier slips of the account end, its password holds until the new one is spent. */
export async function issueSlip(
  { clock, accountLimits }: Pick<Context, 'clock' | 'accountLimits'>,
  rows: Rows,
  { login, person_id: person, name }: AccountTable,
  by: string,
): Promise<Slip> {
  const [code, now] = [newSlipCode(), clock.now()];
  const until = instantAfter(now, accountLimits.slip * DAY);
  await addSlip(rows, {
    digest: digestOf(readCode(code)),
    login,
    issued_by: by,
    issued_at: now,
    until,
    ended_at: null,
  });
  return { person, name, login, code, until };
}

/** Locks an account 停用账号, which ends its sessions and tokens, or opens it again. */
export async function lockAccount(
  rows: Rows,
  account: AccountTable,
  lock: boolean,
  now: string,
): Promise<AccountTable> {
  const open = account.password === null ? 'new' : 'active';
  const changed = await changeAccount(rows, account.login, { state: lock ? 'locked' : open }, now);
  if (lock) {
    await endSessions(rows, account.login, now);
    await endTokens(rows, { login: account.login }, now);
  }
  return changed;
}

/** A token 令牌 as told once: its id, and the text that scripts send. */
export type MadeToken = { readonly id: string; readonly token: string; readonly until: string };

/** Makes a token for scripts, which acts as the account's person. */
export async function makeToken(
  rows: Rows,
  { login, person_id }: Pick<AccountTable, 'login' | 'person_id'>,
  { label, days }: { readonly label: string; readonly days: number },
  now: string,
): Promise<MadeToken> {
  const [id, token, until] = [newId(), `${TOKEN_MARK}${newToken()}`, instantAfter(now, days * DAY)];
  const row = {
    digest: digestOf(token),
    token_id: id,
    login,
    person_id,
    label,
    created_at: now,
    until,
    ended_at: null,
  };
  await addToken(rows, row);
  return { id, token, until };
}
