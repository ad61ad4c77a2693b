import { Refusal } from '#contract/problem.ts';
import { dayBefore } from '#domain/kernel/day.ts';
import { statusOn } from '#domain/ledger/member.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { newId } from '#service/new-id.ts';
import { accountOfPerson } from '#store/account.ts';
import { endGrant } from '#store/grant.ts';
import { readMember } from '#store/member.ts';
import { addAccess } from '#store/record.ts';
import { endTokens, readToken } from '#store/session.ts';
import type { AccountTable } from '#store/tables-accounts.ts';
import { issueSlip, lockAccount, makeAccount, makeToken, type Slip, theAccount } from './issue.ts';
import { FOREVER, grantHere, grantRight, type Held, revisionOf } from './rights.ts';

/** The acts on accounts, rights and tokens 账号与授权 (product §2, contracts «First use»). */
export const accountActs: Handlers<ActsOf<'account'> | ActsOf<'right'> | ActsOf<'token'>> = {
  'account.create': async (doing, { person, name }) => {
    await doing.allow({});
    const member = person === undefined ? undefined : await memberHere(doing, person);
    const called = member?.name ?? name;
    if (called === undefined) throw new Refusal('request.not-valid', { detail: 'person, name' });
    if (member && (await accountOfPerson(doing.rows, member.id))) throw new Refusal('account.there');
    const whose = { person: member?.id ?? newId(), name: called, home: doing.at };
    return await slipFor(doing, await makeAccount(doing.rows, whose, doing.now));
  },
  'account.slip': async (doing, { member: id }) => {
    await doing.allow({});
    const { name } = await memberHere(doing, id);
    const there = await accountOfPerson(doing.rows, id);
    const account = there ?? (await makeAccount(doing.rows, { person: id, name, home: doing.at }, doing.now));
    return await slipFor(doing, account);
  },
  'account.reset': async (doing, { id }) => {
    const account = await accountHere(doing, id);
    return await slipFor(doing, account);
  },
  'account.lock': async (doing, { id, lock }) => {
    const { login, state, revision } = await lockAccount(doing.rows, await accountHere(doing, id), lock, doing.now);
    return { id: login, state, revision };
  },
  'right.grant': async (doing, { person, role, from, to = FOREVER }) => {
    await doing.allow({});
    return told(await grantRight(doing, { person, role, from, to }));
  },
  'right.end': async (doing, { id, last }) => {
    const grant = await grantHere(doing, id);
    if (last < dayBefore(doing.today) || last >= grant.to) throw new Refusal('request.not-valid', { detail: 'last' });
    await endGrant(doing.rows, grant.org, id, last);
    return told({ ...grant, to: last });
  },
  'token.make': async (doing, asked) => {
    await doing.allow({ own: [doing.by] });
    if (doing.caller.password !== true) doing.refuse({ refused: 'password.missing' });
    const account = await accountOfPerson(doing.rows, doing.by);
    if (!account) throw new Refusal('account.unknown');
    const { id, token, until } = await makeToken(doing.rows, account, asked, doing.now);
    return { id, state: 'active', revision: 1, told: { token, until } };
  },
  'token.end': async (doing, { id }) => {
    const token = await readToken(doing.rows, doing.by, id);
    const revision = token?.ended_at === null ? 1 : 2;
    await doing.allow({ own: [doing.by] }, { noun: 'token', id, state: 'active', revision });
    if (!token || token.ended_at !== null) return doing.refuse({ refused: 'thing.unknown' });
    await endTokens(doing.rows, { digest: token.digest }, doing.now);
    return { id, state: 'ended', revision: 2 };
  },
};

/** A member who belongs to the branch today. @throws thing.unknown */
async function memberHere(doing: Doing, id: string): Promise<{ readonly id: string; readonly name: string }> {
  const kept = await readMember(doing.rows, doing.at, id);
  const standing = kept && statusOn(kept.member, doing.today)?.standing;
  if (!kept || standing === undefined || standing === 'transferred' || standing === 'deceased')
    return doing.refuse({ refused: 'thing.unknown' });
  return kept.member;
}

/** An account of the branch or superior that is acted in, with the right asked for. @throws account.unknown */
async function accountHere(doing: Doing, login: string): Promise<AccountTable> {
  if (!(await doing.may({}))) return doing.refuse({ refused: 'right.missing' });
  const account = await theAccount(doing.rows, login);
  if (account.home !== doing.at) throw new Refusal('account.unknown');
  await doing.allow({}, { noun: 'account', id: account.login, state: account.state, revision: account.revision });
  return account;
}

/** Issues a slip; its member sees that one was issued, and by whom, under 谁看过我. */
async function slipFor(doing: Doing, account: AccountTable) {
  const slip = await issueSlip(doing.context, doing.rows, account, doing.by);
  await addAccess(doing.rows, {
    branch_id: doing.at,
    access_id: newId(),
    at: doing.now,
    viewer: doing.by,
    subject: account.person_id,
    action: doing.action,
    reason: null,
  });
  const { login: id, state, revision } = account;
  return { id, state, revision, told: toldOf(slip) };
}

function toldOf({ person, name, login, code, until }: Slip): Record<string, string> {
  return { person, name, login, code, until };
}

function told({ id, to, ...grant }: Held) {
  return { id, state: to === FOREVER ? 'given' : 'ends', revision: revisionOf({ to }), told: { role: grant.role, to } };
}
