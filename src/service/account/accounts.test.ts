import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import { BranchScores } from '#service/branch-scores.ts';
import type { Context } from '#service/context.ts';
import { performAct } from '#service/perform.ts';
import { BranchSchemes } from '#service/schemes.ts';
import { secretsOf } from '#service/secrets.ts';
import { openStore, type Store } from '#store/database.ts';
import { ENGINES, type Engine, type Place, startEngine } from '#tests/postgres/engine.ts';
import { SCHEME } from '#tests/process-branch.ts';
import { type Accounts, accountsOf } from './accounts.ts';
import type { Initiated } from './init.ts';
import { DAY, instantAfter, MINUTE, SECOND } from './instant.ts';
import { ACCOUNT_LIMITS } from './limits.ts';

const PASSWORD = 'jiayou-laozhang-pao-bu';
const FIRST = {
  branch: '阳光小学党支部',
  superior: '区教育局党委',
  secretary: '张大伟',
  administrators: { system: '李一', security: '王二', audit: '赵三' },
  scheme: { source: '', document: SCHEME },
};

let engine: Engine;
let place: Place;
let store: Store;
let context: Context;
let accounts: Accounts;
let made: Initiated;
let now = '2026-03-10T04:00:00.000Z';

const pass = (milliseconds: number): void => {
  now = instantAfter(now, milliseconds);
};
const slipOf = (role: string) => {
  const slip = made.slips.find((one) => one.role === role);
  if (!slip) throw new Error(role);
  return slip;
};
const refused = async (work: Promise<unknown>): Promise<string> =>
  await work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );
const signIn = (login: string, password = PASSWORD, device?: string) => accounts.signIn({ login, password, device });
const act = <A extends ActAction>(
  role: string,
  action: A,
  input: Omit<InputOf<A>, 'branch'>,
  more: { branch?: string; revision?: number; password?: boolean; key?: string } = {},
): Promise<ActAnswer> =>
  performAct(context, { person: slipOf(role).person, kind: 'person', password: more.password ?? true }, action, {
    input: { branch: more.branch ?? made.branch, ...input } as InputOf<A>,
    revision: more.revision,
    key: more.key,
  });

describe.each(ENGINES)('accounts on %s', (name) => {
  beforeAll(async () => {
    engine = await startEngine(name);
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    now = '2026-03-10T04:00:00.000Z';
    place = await engine.place();
    store = await openStore(place.at);
    const clock = { now: () => now, today: () => now.slice(0, 10) };
    const [scores, schemes] = [new BranchScores(), new BranchSchemes()];
    const secrets = secretsOf('test'.repeat(16));
    context = { store, clock, scores, schemes, secrets, accountLimits: ACCOUNT_LIMITS };
    accounts = accountsOf(context);
    made = await accounts.init(FIRST);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  test('the first use makes branch, superior, secretary and three administrators, once (contracts «First use»)', async () => {
    expect(made.slips.map(({ role, name }) => [role, name])).toEqual([
      ['secretary', '张大伟'],
      ['system', '李一'],
      ['security', '王二'],
      ['audit', '赵三'],
    ]);
    expect(await refused(accounts.init(FIRST))).toBe('branch.there');
    for (const { login, code } of made.slips) {
      expect(login).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
      expect(code.replaceAll('-', '')).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/); // 80 bits
    }
    const { token } = await accounts.join({ code: slipOf('secretary').code, password: PASSWORD });
    const who = await accounts.signedIn(token);
    expect(who && (await accounts.show(who))).toMatchObject({
      name: '张大伟',
      places: [{ id: made.branch, name: '阳光小学党支部', kind: 'branch', roles: ['secretary', 'member'] }],
    });
  });

  test('the four persons of the first use are four, and its scheme has no errors', async () => {
    await store.close();
    await place.remove();
    place = await engine.place();
    store = await openStore(place.at);
    accounts = accountsOf({ ...context, store });
    const twice = { ...FIRST, administrators: { ...FIRST.administrators, audit: '李一' } };
    expect(await refused(accounts.init(twice))).toBe('right.exclusive');
    expect(await refused(accounts.init({ ...FIRST, scheme: { source: '', document: {} } }))).toBe('scheme.has-errors');
    const { superior, branch } = await accounts.init({ ...FIRST, superior: undefined });
    expect([
      superior,
      (await store.rows.selectFrom('branch').selectAll().execute()).map((one) => one.branch_id),
    ]).toEqual([null, [branch]]);
  });

  test('a slip is spent once, within 14 days, and copied as people copy it', async () => {
    const [one, two] = [slipOf('secretary'), slipOf('system')];
    expect(await refused(accounts.join({ code: one.code, password: '1234567890' }))).toBe('password.weak');
    const asCopied = ` ${one.code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('-', ' ')}`;
    const both = await Promise.all([1, 2].map(() => refused(accounts.join({ code: asCopied, password: PASSWORD }))));
    expect(both.toSorted()).toEqual(['done', 'slip.spent']);
    pass(14 * DAY);
    expect(await refused(accounts.join({ code: two.code, password: PASSWORD }))).toBe('slip.spent');
    expect(await refused(accounts.slip('0000-0000-0000-0000'))).toBe('slip.spent');
  });

  test('an unknown name, a locked account and a wrong password are answered alike, also when it gets slow', async () => {
    const { login, code } = slipOf('secretary');
    await accounts.join({ code, password: PASSWORD });
    const answers = async (login: string, password: string) => {
      const codes: string[] = [];
      for (let at = 0; at < 7; at++) codes.push(await refused(signIn(login, password)));
      return codes;
    };
    const wrong = await answers(login, 'not the password');
    expect(wrong).toEqual([...Array.from({ length: 5 }, () => 'sign-in.refused'), 'sign-in.waits', 'sign-in.waits']);
    expect(await answers('zzzzzzzz', 'not the password')).toEqual(wrong);
    expect(await answers('not a name at all', 'x')).toEqual(wrong);
    expect(await answers(slipOf('audit').login, 'never opened')).toEqual(wrong);
    // What comes while it waits makes it no longer.
    pass(5 * SECOND);
    expect(await refused(signIn(login))).toBe('done');
  });

  test('nobody locks another out for ever: waits have an end, and a browser that has signed in before passes', async () => {
    const { login, code } = slipOf('secretary');
    const { device } = await accounts.join({ code, password: PASSWORD });
    for (let at = 0; at < 40; at++) {
      await refused(signIn(login, 'an attack'));
      pass(1000 * SECOND);
      expect(await refused(signIn(login, 'an attack'))).toBe('sign-in.refused');
    }
    expect(await refused(signIn(login))).toBe('sign-in.waits');
    expect(await refused(signIn(login, PASSWORD, device))).toBe('done');
    expect(await refused(signIn(login, PASSWORD, `${device}x`))).toBe('sign-in.waits');
    expect(await refused(signIn(slipOf('audit').login, PASSWORD, device))).toBe('sign-in.refused');
    pass(ACCOUNT_LIMITS.wait * SECOND);
    expect(await refused(signIn(login))).toBe('done');
  });

  test('many attempts at once are no way round the wait', async () => {
    const { login } = slipOf('secretary');
    const codes = await Promise.all(Array.from({ length: 20 }, () => refused(signIn(login, 'wrong'))));
    expect(codes.filter((one) => one === 'sign-in.refused').length).toBeLessThanOrEqual(5);
  });

  test('a session ends when it was not used, when it is over, at sign-out, and with the account', async () => {
    const { login, code } = slipOf('secretary');
    const first = await accounts.join({ code, password: PASSWORD });
    const lives = async (token: string) => (await accounts.signedIn(token)) !== undefined;
    expect(await lives(first.token)).toBe(true);
    pass((ACCOUNT_LIMITS.idle - 1) * MINUTE);
    expect(await lives(first.token)).toBe(true);
    pass((ACCOUNT_LIMITS.idle - 1) * MINUTE);
    expect(await lives(first.token)).toBe(true);
    pass((ACCOUNT_LIMITS.idle + 1) * MINUTE);
    expect(await lives(first.token)).toBe(false);

    const [a, b, c] = [await signIn(login), await signIn(login), await signIn(login)];
    expect(new Set([first.token, a.token, b.token, c.token]).size).toBe(4);
    const who = await accounts.signedIn(a.token);
    if (!who) throw new Error('not signed in');
    await accounts.signOut(who, 'others');
    expect([await lives(a.token), await lives(b.token), await lives(c.token)]).toEqual([true, false, false]);
    await accounts.signOut(who, 'this');
    expect(await lives(a.token)).toBe(false);

    const d = await signIn(login);
    for (let used = 0; used < ACCOUNT_LIMITS.absolute; used += 20) {
      pass(20 * MINUTE);
      await accounts.signedIn(d.token);
    }
    expect(await lives(d.token)).toBe(false);

    const e = await signIn(login);
    await accounts.machine.lock(login, true);
    expect(await lives(e.token)).toBe(false);
    expect(await refused(signIn(login))).toBe('sign-in.refused');
    await accounts.machine.lock(login, false);
    expect(await refused(signIn(login))).toBe('done');
  });

  test('the own password is changed by who knows it; every other session ends', async () => {
    const { login, code } = slipOf('secretary');
    const first = await accounts.join({ code, password: PASSWORD });
    const next = 'Wo de mao jiao Xiao Hei';
    expect(await refused(accounts.changePassword({ login, old: 'wrong', next }))).toBe('sign-in.refused');
    expect(await refused(accounts.changePassword({ login, old: PASSWORD, next: '张大伟2026zhibu' }))).toBe(
      'password.weak',
    );
    const { token } = await accounts.changePassword({ login, old: PASSWORD, next });
    expect(await accounts.signedIn(first.token)).toBeUndefined();
    expect(await accounts.signedIn(token)).toMatchObject({ login });
    expect([await refused(signIn(login)), await refused(signIn(login, next))]).toEqual(['sign-in.refused', 'done']);
  });

  test('slips come from the secretary to members and from the system administrator to accounts, both on record', async () => {
    const person = slipOf('secretary').person;
    const { login } = slipOf('secretary');
    expect(await refused(act('system', 'account.slip', { member: person }))).toBe('right.missing');
    expect(await refused(act('secretary', 'account.reset', { id: login }, { revision: 1 }))).toBe('right.missing');
    expect(await refused(act('secretary', 'account.slip', { member: 'nobody' }))).toBe('thing.unknown');
    const key = 'key-of-the-slip';
    const again = await act('secretary', 'account.slip', { member: person }, { key });
    expect(again.told).toMatchObject({ login });
    expect(await act('secretary', 'account.slip', { member: person }, { key })).toEqual(again);
    expect(await refused(accounts.join({ code: slipOf('secretary').code, password: PASSWORD }))).toBe('slip.spent');
    const code = again.told?.['code'] ?? '';
    const everything = await Promise.all(
      (['answer', 'slip', 'record', 'access'] as const).map((table) =>
        store.rows.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(everything)).not.toContain(code.slice(0, 9)); // told once, kept nowhere
    expect(JSON.stringify(everything)).toContain('account.slip');
    await accounts.join({ code, password: PASSWORD });
    const stale = act('system', 'account.reset', { id: login }, { revision: 1 });
    expect(await refused(stale)).toBe('revision.stale');
    expect(await act('system', 'account.reset', { id: login }, { revision: 2 })).toMatchObject({ id: login });
    expect(await refused(signIn(login))).toBe('done'); // the old password holds until the slip is spent
    const others = slipOf('audit').login;
    expect(await refused(act('system', 'account.lock', { id: others, lock: true }, { revision: 1 }))).toBe(
      'account.unknown',
    ); // it belongs to the superior
    expect(
      await act('system', 'account.lock', { id: others, lock: true }, { revision: 1, branch: made.superior ?? '' }),
    ).toMatchObject({ state: 'locked' });
  });

  test('the three administrators exclude each other and whoever deals with points (product §2)', async () => {
    const secretary = slipOf('secretary').person;
    const from = '2026-03-10';
    const grant = (by: string, person: string, role: 'system' | 'recorder' | 'audit' | 'committee', more = {}) =>
      refused(act(by, 'right.grant', { person, role, from, ...more }));
    expect(await grant('system', secretary, 'recorder')).toBe('right.missing');
    expect(await grant('security', secretary, 'recorder')).toBe('done');
    expect(await grant('security', secretary, 'system')).toBe('right.exclusive');
    expect(await grant('security', 'nobody', 'recorder')).toBe('thing.unknown');
    expect(await grant('security', secretary, 'committee', { from: '2026-03-09' })).toBe('request.not-valid');
    expect(await refused(act('security', 'account.create', { name: '钱四' }))).toBe('right.missing');
    const { told } = await act('system', 'account.create', { name: '钱四' });
    const person = told?.['person'] ?? '';
    expect(await grant('security', person, 'system')).toBe('done');
    expect(await grant('security', person, 'audit')).toBe('right.exclusive');
    const { id } = await act('security', 'right.grant', { person: secretary, role: 'committee', from });
    expect(await refused(act('system', 'right.end', { id, last: from }, { revision: 1 }))).toBe('right.missing');
    await act('security', 'right.end', { id, last: '2026-03-09' }, { revision: 1 });
    const held = await store.rows.selectFrom('role_grant').selectAll().where('grant_id', '=', id).execute();
    expect(held).toMatchObject([{ to_day: '2026-03-09' }]);
  });

  test('a token speaks for its person until it ends; making one asks for the password', async () => {
    await accounts.join({ code: slipOf('secretary').code, password: PASSWORD });
    const asked = { label: '月度导入', days: 30 };
    expect(await refused(act('secretary', 'token.make', asked, { password: false }))).toBe('password.missing');
    const { id, told } = await act('secretary', 'token.make', asked);
    const token = told?.['token'] ?? '';
    expect(await accounts.signedIn(token)).toMatchObject({ person: slipOf('secretary').person, by: 'token' });
    expect(await refused(act('system', 'token.end', { id }, { revision: 1, branch: made.superior ?? '' }))).not.toBe(
      'done',
    );
    await act('secretary', 'token.end', { id }, { revision: 1 });
    expect(await accounts.signedIn(token)).toBeUndefined();
    const other = await act('secretary', 'token.make', asked);
    pass(30 * DAY);
    expect(await accounts.signedIn(other.told?.['token'] ?? '')).toBeUndefined();
  });
});
