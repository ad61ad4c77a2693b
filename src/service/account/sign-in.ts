import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '#contract/problem.ts';
import type { Context } from '#service/context.ts';
import { newId } from '#service/new-id.ts';
import { changeAccount, forgetAttempts, readAccount } from '#store/account.ts';
import { readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { findOrg } from '#store/org.ts';
import { addRecord } from '#store/record.ts';
import { addSession, endSessions, endSlip, endTokens, readSlip } from '#store/session.ts';
import type { AccountTable } from '#store/tables-accounts.ts';
import { bucketOf, tryPassword } from './attempts.ts';
import { digestOf, newToken, readCode } from './codes.ts';
import { instantAfter, MINUTE } from './instant.ts';
import { hashPassword, isPassword } from './password.ts';
import { isWeak } from './password-rules.ts';

/** A session just opened 已登录: the token that the browser keeps, the mark by which it is known again, and for whom. */
export type Opened = {
  readonly token: string;
  readonly device: string;
  readonly until: string;
  readonly login: string;
  readonly person: string;
  readonly name: string;
};

/** How someone signs in: with the mark of a browser that has signed in before, if there is one, and the id of the request for the record. */
export type SigningIn = {
  readonly login: string;
  readonly password: string;
  readonly device?: string | undefined;
  readonly request?: string | undefined;
};

/**
 * Signs in 登录. Whether the name is unknown, the account locked or the password wrong, the answer and the time are the same. Failures slow down the name,
 * but not a browser that has signed in with it before: nobody can lock another out for ever. @throws sign-in.refused, sign-in.waits
 */
export async function signIn(context: Context, given: SigningIn): Promise<Opened> {
  const { store, clock } = context;
  const login = readCode(given.login);
  const account = await readAccount(store.rows, login);
  const known = knownDevice(context, login, given.device);
  const bucket = bucketOf(context, known === undefined ? `login ${login}` : `device ${known}`);
  const kept = account?.state === 'active' ? account.password : null;
  const fits = await tryPassword(context, bucket, context.accountLimits, () => isPassword(kept, given.password));
  const asked = { account, request: given.request, at: clock.now() };
  if (!fits || !account) {
    await note(store.rows, 'session.open', asked, 'sign-in.refused');
    throw new Refusal('sign-in.refused');
  }
  return await store.transaction(async (rows) => {
    await note(rows, 'session.open', asked);
    return await openSession(context, rows, account, known);
  });
}

/** The account that a one-time code still opens. @throws slip.spent */
export async function accountOfSlip({ store, clock }: Context, code: string): Promise<AccountTable> {
  const slip = await readSlip(store.rows, digestOf(readCode(code)), clock.now());
  const account = slip && (await readAccount(store.rows, slip.login));
  if (!account || account.state === 'locked') throw new Refusal('slip.spent');
  return account;
}

/**
 * Spends a slip 凭单设密码: sets the password, ends what was open under an earlier one, and signs in. The code works once.
 * @throws slip.spent, password.weak
 */
export async function join(
  context: Context,
  {
    code,
    password,
    request,
  }: { readonly code: string; readonly password: string; readonly request?: string | undefined },
): Promise<Opened> {
  const { store, clock } = context;
  const account = await accountOfSlip(context, code);
  await refuseWeak(context, account, password);
  const hash = await hashPassword(password);
  return await store.transaction(async (rows) => {
    const now = clock.now();
    if (!(await endSlip(rows, digestOf(readCode(code)), now))) throw new Refusal('slip.spent');
    await setPassword(rows, account.login, hash, now);
    await endTokens(rows, { login: account.login }, now);
    await forgetAttempts(rows, bucketOf(context, `login ${account.login}`), now);
    await note(rows, 'session.join', { account, request, at: now });
    return await openSession(context, rows, account);
  });
}

/** Changes the own password 修改密码: every session ends and a new one opens. @throws sign-in.refused, sign-in.waits, password.weak */
export async function changePassword(
  context: Context,
  { login, old, next, request }: { login: string; old: string; next: string; request?: string | undefined },
): Promise<Opened> {
  const { store, clock } = context;
  const account = await readAccount(store.rows, login);
  if (!account || !(await confirmPassword(context, login, old))) throw new Refusal('sign-in.refused');
  await refuseWeak(context, account, next);
  const hash = await hashPassword(next);
  return await store.transaction(async (rows) => {
    const now = clock.now();
    await setPassword(rows, login, hash, now);
    await note(rows, 'password.change', { account, request, at: now });
    return await openSession(context, rows, account);
  });
}

/** Whether someone who is signed in knows the own password 再次确认 (product §7); failures slow this down by itself. @throws sign-in.waits */
export async function confirmPassword(context: Context, login: string, password: string): Promise<boolean> {
  const account = await readAccount(context.store.rows, login);
  const bucket = bucketOf(context, `confirm ${login}`);
  return await tryPassword(context, bucket, context.accountLimits, () => isPassword(account?.password, password));
}

async function setPassword(rows: Rows, login: string, password: string, now: string): Promise<void> {
  await changeAccount(rows, login, { password, state: 'active' }, now);
  await endSessions(rows, login, now);
}

/** @throws password.weak */
async function refuseWeak({ store }: Context, { home, name, login }: AccountTable, password: string): Promise<void> {
  const branch = await readBranch(store.rows, home);
  const org = await findOrg(store.rows, branch?.org_id ?? home);
  if (isWeak(password, [name, login, branch?.name ?? '', org?.name ?? ''])) throw new Refusal('password.weak');
}

async function openSession(
  { clock, accountLimits, secrets }: Context,
  rows: Rows,
  { login, person_id: person, name }: AccountTable,
  known: string = randomBytes(16).toString('base64url'),
): Promise<Opened> {
  const [token, now] = [newToken(), clock.now()];
  const until = instantAfter(now, accountLimits.absolute * MINUTE);
  await addSession(rows, {
    digest: digestOf(token),
    login,
    person_id: person,
    created_at: now,
    seen_at: now,
    until,
    ended_at: null,
  });
  return { token, device: `${known}.${secrets.digest('device', `${login} ${known}`)}`, until, login, person, name };
}

/** The number of a browser that has signed in with this name before; undefined when it has not, or says so falsely. */
function knownDevice({ secrets }: Context, login: string, device = ''): string | undefined {
  const [number = '', proof = ''] = device.split('.');
  const wanted = Buffer.from(secrets.digest('device', `${login} ${number}`));
  const given = Buffer.from(proof);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? number : undefined;
}

/** Puts a sign-in, or one that was refused, on record (trust §2.1, 16.3.1); a name that nobody has is not kept, it may be a password. */
async function note(
  rows: Rows,
  action: string,
  { account, request, at }: { account: AccountTable | undefined; request: string | undefined; at: string },
  code?: string,
): Promise<void> {
  await addRecord(rows, {
    branch_id: account?.home ?? '',
    record_id: newId(),
    at,
    actor: account?.person_id ?? '',
    action,
    outcome: code === undefined ? 'done' : 'refused',
    code: code ?? null,
    target: null,
    request: request ?? null,
  });
}
