import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionAnswer } from '#contract/session.ts';
import type { Initiated } from '#service/account/init.ts';
import { ACCOUNT_LIMITS } from '#service/account/limits.ts';
import { openServices, type Services } from '#service/open.ts';
import { SCHEME } from '#tests/process-branch.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';

const config: Config = {
  port: 0,
  host: '127.0.0.1',
  folder: '',
  database: undefined,
  limits: { pool: 1, statement: 1000, lock: 1000, idle: 1000, connect: 1000 },
  demo: false,
  publicUrl: undefined,
  plainLan: false,
  logLevel: 'silent',
  rateLimit: 100_000,
  bodyLimit: 10_000,
  secretsKey: undefined,
  requestTimeout: 5000,
  accounts: ACCOUNT_LIMITS,
  signInRate: 100_000,
  metricsToken: undefined,
  proxies: [],
  today: undefined,
};
const PASSWORD = '一句只有我会写的话 7';

let folder: string;
let services: Services;
let app: FastifyInstance;
let made: Initiated;
const apps: FastifyInstance[] = [];
const appWith = async (change: Partial<Config>, other: Partial<Services> = {}): Promise<FastifyInstance> => {
  const one = await buildApp({
    config: { ...config, ...change },
    services: { ...services, ...other },
    web: undefined,
    version: '0',
  });
  apps.push(one);
  return one;
};
const slipOf = (role: string) => {
  const slip = made.slips.find((one) => one.role === role);
  if (!slip) throw new Error(role);
  return slip;
};
const post = (url: string, payload: object | string, headers: InjectOptions['headers'] = {}, at = app) =>
  at.inject({
    method: 'POST',
    url: `/api/v1/${url}`,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
type Injected = Awaited<ReturnType<typeof post>>;
const cookieOf = ({ cookies }: Pick<Injected, 'cookies'>): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
/** Signs in as someone whose slip may still have to be spent. */
const as = async (role: string): Promise<Record<string, string>> => {
  const { login, code } = slipOf(role);
  const joined = await post('session/join', { code, password: PASSWORD });
  const session = joined.statusCode === 200 ? joined : await post('session/open', { login, password: PASSWORD });
  expect(session.statusCode).toBe(200);
  return { cookie: cookieOf(session) };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-session-'));
  services = await openServices(folder);
  made = await services.accounts.init({
    branch: '某支部',
    superior: '某党委',
    secretary: '张大伟',
    administrators: { system: '李一', security: '王二', audit: '赵三' },
    scheme: { source: '', document: SCHEME },
  });
  app = await appWith({});
});
afterAll(async () => {
  await Promise.all(apps.map((one) => one.close()));
  await services.close();
  rmSync(folder, { recursive: true });
});

describe('signing in (contracts «HTTP», «First use»)', () => {
  test('the session is a cookie that no script reads; the answer carries no token', async () => {
    const { login } = slipOf('secretary');
    await as('secretary');
    const opened = await post('session/open', {
      login: `${login.slice(0, 4)}-${login.slice(4).toUpperCase()}`,
      password: PASSWORD,
    });
    const [session, known] = opened.cookies;
    expect(session).toMatchObject({ name: 'sunledger', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(session?.secure).toBeUndefined();
    expect(known).toMatchObject({ name: 'sunledger-known', httpOnly: true });
    expect(opened.headers['cache-control']).toBe('no-store');
    expect(opened.body).not.toContain(session?.value);
    expect(opened.json<SessionAnswer>()).toMatchObject({
      login,
      name: '张大伟',
      places: [{ roles: ['secretary', 'member'] }],
    });
    const shown = await app.inject({ url: '/api/v1/session/show', headers: { cookie: cookieOf(opened) } });
    expect(shown.json()).toEqual(opened.json());
  });

  test('behind TLS it is bound to this host and sent over TLS alone', async () => {
    const published = await appWith({ publicUrl: 'https://jifen.example.cn' });
    const { login } = slipOf('secretary');
    await as('secretary');
    const headers = { host: 'jifen.example.cn', origin: 'https://jifen.example.cn' };
    const opened = await post('session/open', { login, password: PASSWORD }, headers, published);
    expect(opened.cookies[0]).toMatchObject({ name: '__Host-sunledger', secure: true, httpOnly: true, path: '/' });
    const wrong = await post(
      'session/open',
      { login, password: PASSWORD },
      { ...headers, origin: 'http://jifen.example.cn' },
      published,
    );
    expect(wrong.json()).toMatchObject({ code: 'request.origin' });
  });

  test('signing out ends it, here or everywhere else', async () => {
    const [one, two] = [await as('secretary'), await as('secretary')];
    const shown = async (headers: Record<string, string>) =>
      (await app.inject({ url: '/api/v1/session/show', headers })).statusCode;
    await post('session/end', { which: 'others' }, one);
    expect([await shown(one), await shown(two)]).toEqual([200, 401]);
    const ended = await post('session/end', {}, one);
    expect(ended.cookies[0]).toMatchObject({ name: 'sunledger', value: '', maxAge: 0 });
    expect(await shown(one)).toBe(401);
  });

  test('a password is changed by who knows it', async () => {
    const secretary = await as('secretary');
    const next = 'eine andere Zeile, auch meine';
    expect((await post('password/change', { password: 'no', next }, secretary)).json()).toMatchObject({
      code: 'sign-in.refused',
    });
    expect((await post('password/change', { password: PASSWORD, next: '1234567890' }, secretary)).json()).toMatchObject(
      { code: 'password.weak' },
    );
    const changed = await post('password/change', { password: PASSWORD, next }, secretary);
    expect(changed.statusCode).toBe(200);
    expect((await post('password/change', { password: next, next: PASSWORD }, secretary)).statusCode).toBe(401);
    expect(
      (await post('password/change', { password: next, next: PASSWORD }, { cookie: cookieOf(changed) })).statusCode,
    ).toBe(200);
  });

  test('whoever is not signed in is told so, and whoever guesses is told when to come back', async () => {
    expect((await post('account/create', {}, { 'idempotency-key': 'abcdefgh' })).json()).toMatchObject({
      code: 'session.none',
      status: 401,
    });
    for (const cookie of [
      'sunledger=x',
      `sunledger=${'x'.repeat(43)}`,
      'sunledger=',
      '=',
      ';;',
      `sunledger=a; sunledger=b`,
    ])
      expect((await app.inject({ url: '/api/v1/session/show', headers: { cookie } })).statusCode).toBe(401);
    const answers: Injected[] = [];
    for (let at = 0; at < 7; at++) answers.push(await post('session/open', { login: 'zzzzzzzz', password: 'x' }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(answers.at(-1)?.headers['retry-after']).toMatch(/^[1-5]$/);
    expect(answers.at(-1)?.json<{ message: string }>().message).toMatch(/请过 [1-5] 秒再试/);
  });

  test('sign-in has a tighter limit for each caller, over all its ways together', async () => {
    const strict = await appWith({ signInRate: 2 });
    const codes = [];
    for (const url of ['session/open', 'session/join', 'session/open'])
      codes.push((await post(url, {}, {}, strict)).statusCode);
    expect(codes).toEqual([400, 400, 429]);
    expect((await strict.inject('/healthz')).statusCode).toBe(200);
  });
});

describe('requests from elsewhere (ASVS 3.5)', () => {
  test.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:81' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost:80' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80' }, 401],
    [{}, 401],
  ])('%j on a POST is answered %i', async (headers, status) => {
    const answer = await post('session/end', {}, { host: 'localhost:80', ...headers });
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(answer.json()).toMatchObject({ code: 'request.origin' });
  });
});

describe('acts over HTTP', () => {
  test('a token of one’s own acts for a script; making it asks for the password in its header', async () => {
    const secretary = await as('secretary');
    const body = { branch: made.branch, label: '月度导入', days: 30 };
    const key = { 'idempotency-key': 'token-key-1' };
    expect((await post('token/make', body, { ...secretary, ...key })).json()).toMatchObject({
      code: 'password.missing',
    });
    const wrong = { ...secretary, ...key, 'x-password': 'wrong' };
    expect((await post('token/make', body, wrong)).json()).toMatchObject({ code: 'password.missing' });
    expect((await post('token/make', body, { ...wrong, 'x-password': '%zz' })).statusCode).toBe(400);
    const right = { ...secretary, ...key, 'x-password': encodeURIComponent(PASSWORD) };
    const { id, told } = (await post('token/make', body, right)).json<{ id: string; told: { token: string } }>();
    const script = { authorization: `Bearer ${told.token}` };
    const member = slipOf('secretary').person;
    const slip = await post(
      'account/slip',
      { branch: made.branch, member },
      { ...script, 'idempotency-key': 'slip-key-1' },
    );
    expect(slip.json()).toMatchObject({ state: 'active', told: { name: '张大伟' } });
    expect((await post('session/end', { which: 'all' }, script)).json()).toEqual({ ended: true });
    expect((await app.inject({ url: '/api/v1/session/show', headers: secretary })).statusCode).toBe(200);
    const end = { ...secretary, 'idempotency-key': 'end-key-12', 'if-match': '"1"' };
    expect((await post('token/end', { branch: made.branch, id }, end)).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/v1/session/show', headers: script })).statusCode).toBe(401);
    const broken = { ...secretary, authorization: 'Bearer nothing' };
    expect((await app.inject({ url: '/api/v1/session/show', headers: broken })).statusCode).toBe(401);
  });

  test('text that no database keeps is refused, wherever it stands', async () => {
    const system = { ...(await as('system')), 'idempotency-key': 'unsafe-key' };
    for (const name of ['a\u0000b', 'half \ud83d'])
      expect((await post('account/create', { branch: made.branch, name }, system)).json()).toMatchObject({
        code: 'request.not-valid',
      });
    expect((await app.inject('/join/%00')).statusCode).toBe(404);
    expect((await app.inject('/b/a%00b')).statusCode).toBe(404);
  });

  test.each([
    [{ code: 'SQLITE_BUSY' }, 409, 'request.running'],
    [{ code: '55P03' }, 409, 'request.running'],
    [{ code: '57014' }, 503, 'database.busy'],
    [{ code: '57P01' }, 503, 'database.busy'],
    [{ code: '08006' }, 503, 'database.busy'],
    [{ code: '53300' }, 503, 'database.busy'],
    [{ code: 'ECONNREFUSED' }, 503, 'database.busy'],
    [{ message: 'timeout exceeded when trying to connect' }, 503, 'database.busy'],
    [{ message: 'Connection terminated unexpectedly' }, 503, 'database.busy'],
    [{ code: '22021' }, 400, 'request.not-valid'],
    [{ code: '42601' }, 500, 'bug'],
  ])('the database’s %j is answered %i %s', async (said, status, code) => {
    const fails = await appWith({}, { act: () => Promise.reject(Object.assign(new Error('inside'), said as object)) });
    const headers = { ...(await as('system')), 'idempotency-key': 'failing-key' };
    const answer = await post('account/create', { branch: made.branch, name: '甲' }, headers, fails);
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.body).not.toContain('inside');
    if (status === 503) expect(answer.headers['retry-after']).toBe('5');
  });
});

describe('the page of a slip', () => {
  test('is a form without script; looking at it spends nothing, sending it sets the password', async () => {
    const { login, code, name } = slipOf('audit');
    const page = await app.inject(`/join/${code}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(login);
    expect(page.body).toContain(name);
    expect(page.body).not.toContain('<script');
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
    const send = (form: Record<string, string>, headers = {}) =>
      app.inject({
        method: 'POST',
        url: `/join/${code}`,
        payload: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
    expect((await send({ password: PASSWORD, again: 'other' })).body).toContain('两次输入的密码不一致');
    expect((await send({ password: '1234567890', again: '1234567890' })).statusCode).toBe(422);
    expect((await send({})).statusCode).toBe(422);
    const foreign = { origin: 'https://evil.example' };
    expect((await send({ password: PASSWORD, again: PASSWORD }, foreign)).statusCode).toBe(403);
    const done = await send({ password: PASSWORD, again: PASSWORD });
    expect(done.statusCode).toBe(200);
    expect(done.body).toContain('密码已设好');
    const shown = await app.inject({ url: '/api/v1/session/show', headers: { cookie: cookieOf(done) } });
    expect(shown.json()).toMatchObject({ login, places: [{ kind: 'superior', roles: ['audit'] }] });
    const again = await app.inject(`/join/${code}?lang=en`);
    expect([again.statusCode, again.body.includes('This slip is not valid')]).toEqual([404, true]);
    expect(
      (await post('session/open', 'login=a&password=b', { 'content-type': 'application/x-www-form-urlencoded' }))
        .statusCode,
    ).toBe(415);
  });
});

describe('the metrics', () => {
  test('are for this machine or whoever has the token, and name neither person nor route', async () => {
    await app.inject('/api/v1/session/show');
    const { statusCode, body } = await app.inject('/metrics');
    expect(statusCode).toBe(200);
    expect(body).toMatch(/http_requests_total\{method="GET",kind="api",status="4xx"\} \d+/);
    expect(body).not.toMatch(/session|appeal|张/);
    expect((await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.9' } })).statusCode).toBe(404);
    const published = await appWith({ publicUrl: 'https://a.cn', metricsToken: 'a-token-of-16-or-more' });
    const read = async (headers = {}) =>
      (await published.inject({ url: '/metrics', headers: { host: 'a.cn', ...headers } })).statusCode;
    expect(await read()).toBe(404);
    expect(await read({ authorization: 'Bearer a-token-of-16-or-else' })).toBe(404);
    expect(await read({ authorization: 'Bearer a-token-of-16-or-more' })).toBe(200);
  });
});

test('a real browser’s way over a listening server: cookie in, cookie out', async () => {
  const listening = await appWith({});
  const origin = await listening.listen({ port: 0, host: '127.0.0.1' });
  const { login } = slipOf('secretary');
  await as('secretary');
  const opened = await fetch(`${origin}/api/v1/session/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  expect(opened.status).toBe(200);
  const cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const shown = await fetch(`${origin}/api/v1/session/show`, { headers: { cookie } });
  expect(await shown.json()).toMatchObject({ login });
});
