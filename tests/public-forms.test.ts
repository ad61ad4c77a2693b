import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '#server/app.ts';
import { type Config, readConfig } from '#server/config.ts';
import { openServices, type Services } from '#service/open.ts';
import { sealDocument } from '#store/act.ts';
import { addBoard, addBranch } from '#store/branch.ts';
import { addOrg } from '#store/org.ts';
import { hashOfEvent } from '#store/public.ts';
import { pageWords } from '#words/pages.ts';
import { openBranch, type TestBranch } from './process-branch.ts';
import { determined, quarter } from './process-determined.ts';

const BOARD = 'b0ard'.repeat(6);
const LONELY = 'l0ne'.repeat(8);
let folder: string;
let at: TestBranch;
let services: Services;
let app: FastifyInstance;
let config: Config;
let code: string;

/** A fresh place a request, so that the few a day of one test are not those of another. */
let place = 1;
const from = () => `10.1.${Math.floor(place / 250)}.${(place % 250) + 1}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-public-'));
  at = await openBranch(folder);
  await determined(at, { id: 'L1', subject: 'f', fact: { item: 'zhiyuan', day: '2026-03-05', note: '理由不公开' } });
  await quarter(at, '2026Q1', 'posted');
  const now = '2026-01-01T00:00:00.000Z';
  await addBoard(at.store.rows, { code: BOARD, branch_id: 'B', created_at: now });
  const read = readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: '100000' }, { data: folder }, folder, pageWords('zh-CN'));
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  config = read.config;
  services = await openServices(folder, '2026-04-13');
  app = await buildApp({ config, services, web: undefined, version: '0.1.0' });
  at.day = '2026-04-10';
  const { id } = await at.act('a', 'notice.draft', { of: 'quarter', period: '2026Q1', text: '第一季度积分公示' });
  await at.act('b', 'notice.review', { id });
  code = (await at.act('a', 'notice.post', { id })).told?.['code'] ?? '';
  await at.act('h', 'notice.mask', { id });
});
afterAll(async () => {
  await app.close();
  await services.close();
  await at.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => void place++);

const get = (url: string) => app.inject({ url, remoteAddress: from() });
const fieldOf = async (board = BOARD): Promise<string> =>
  /name="once" value="([^"]+)"/.exec((await get(`/ask/${board}`)).body)?.[1] ?? '';
const post = async (fields: Record<string, string>, more: { headers?: Record<string, string>; board?: string } = {}) =>
  await app.inject({
    method: 'POST',
    url: `/ask/${more.board ?? BOARD}`,
    remoteAddress: from(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...more.headers },
    payload: new URLSearchParams({ once: await fieldOf(more.board), ...fields }).toString(),
  });
const count = async (noun: 'question' | 'concern') =>
  (await at.store.rows.selectFrom('matter').select('id').where('noun', '=', noun).execute()).length;

const documentOf = async (kind: string, number = 1) => {
  const query = at.store.rows.selectFrom('document').select('seq').where('kind', '=', kind);
  return await query.where('number', '=', number).executeTakeFirstOrThrow();
};

describe('a running notice (product §6)', () => {
  test('shows names by strokes, components and totals, the fingerprint, and no reason of anything', async () => {
    const { body, statusCode, headers } = await get(`/n/${code}`);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    expect(body).toContain('2026年第1季度党员积分公示');
    expect(body).toContain('2026年4月10日至2026年4月17日');
    for (const hidden of ['理由不公开', '志愿服务', '<script']) expect(body).not.toContain(hidden);
    const { seq } = await documentOf('notice');
    expect(body).toContain(`/v/${await hashOfEvent(at.store.rows, 'B', seq)}`);
  });

  test('a member who objects is not named, and stands last', async () => {
    const { body } = await get(`/n/${code}`);
    const rows = [...body.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, name]) => name ?? '');
    expect(rows).toHaveLength(8);
    expect(body).not.toContain('党员h');
    expect(rows.at(-1)).toContain('不显示姓名');
  });

  test('before it is posted, under another code and after its last day there is none, in the same kind words', async () => {
    const later = await openServices(folder, '2026-04-18');
    const other = await buildApp({ config, services: later, web: undefined, version: '0.1.0' });
    const ended = await other.inject(`/n/${code}`);
    const unknown = await get('/n/nothing');
    await other.close();
    await later.close();
    for (const { statusCode, body } of [ended, unknown]) {
      expect(statusCode).toBe(404);
      expect(body).toContain('公示期已满');
      expect(body).not.toContain('党员a');
    }
    expect(ended.body.replaceAll(code, 'nothing')).toBe(unknown.body);
  });

  test('one that was withdrawn is gone, and its fingerprint says so', async () => {
    const { id } = await at.act('a', 'notice.draft', { of: 'quarter', period: '2026Q1' });
    await at.act('b', 'notice.review', { id });
    const gone = (await at.act('a', 'notice.post', { id })).told?.['code'] ?? '';
    expect((await get(`/n/${gone}`)).statusCode).toBe(200);
    const asked = await at.act('a', 'notice.withdraw', { id, reason: '内容有误' });
    await at.act('b', 'second.confirm', { id: asked.id });
    expect((await get(`/n/${gone}`)).statusCode).toBe(404);
    const { seq } = await documentOf('notice', 2);
    expect((await get(`/v/${await hashOfEvent(at.store.rows, 'B', seq)}`)).body).toContain('已撤回');
  });
});

describe('a fingerprint (contracts «HTTP»)', () => {
  const sealed = async (kind: string, number = 1) =>
    (await hashOfEvent(at.store.rows, 'B', (await documentOf(kind, number)).seq)) ?? '';
  test('tells the document, its branch, number and day, and no name or points', async () => {
    const hash = await sealed('register');
    const { body, statusCode } = await get(`/v/${hash}`);
    expect(statusCode).toBe(200);
    for (const said of ['积分登记表', '某支部', '第1号', '没有被替代', '2026年1月2日']) expect(body).toContain(said);
    expect(body).not.toContain('党员a');
  });

  test('its first 20 digits do, also in capitals and with spaces; fewer and other letters do not', async () => {
    const hash = await sealed('notice');
    const typed = hash.slice(0, 24).toUpperCase().replaceAll(/.{4}/g, '$& ');
    const answer = await get(`/v?print=${encodeURIComponent(typed)}`);
    expect(answer.statusCode).toBe(303);
    expect((await get(String(answer.headers.location))).body).toContain('公示');
    expect((await get(`/v/${encodeURIComponent(typed)}`)).statusCode).toBe(200);
    for (const wrong of [hash.slice(0, 19), `${hash.slice(0, 30)}g`, "' or 1=1 --", '<b>', '%', `${hash}0`, '\u0000'])
      expect((await get(`/v?print=${encodeURIComponent(wrong)}`)).statusCode, wrong).toBe(422);
    expect((await get(`/v?print=${encodeURIComponent('<b>"')}`)).body).toContain('&lt;b&gt;&quot;');
  });

  test('of what was superseded it says by which, and the newer one stands', async () => {
    const month = { kind: 'month', matter: '2026-03', period: '2026-03', content: {} };
    const now = '2026-04-02T20:00:00.000Z'; // 3 April in China
    await at.store.transaction(async (rows) => {
      await sealDocument(rows, 'B', month, now, 'a');
      await sealDocument(rows, 'B', { ...month, supersedes: 1 }, now, 'a');
    });
    const [first, second] = [await get(`/v/${await sealed('month')}`), await get(`/v/${await sealed('month', 2)}`)];
    for (const said of ['已由第2号替代', '2026年3月', '2026年4月3日']) expect(first.body).toContain(said);
    expect(second.body).toContain('没有被替代');
  });

  test('one that no document has is plainly unknown', async () => {
    const { statusCode, body } = await get(`/v/${'0'.repeat(64)}`);
    expect(statusCode).toBe(404);
    expect(body).toContain('没有文书使用这一指纹');
    expect((await get('/v/%00')).statusCode).toBe(404);
  });

  test('the end of the ledger is told, of a branch but never of a superior', async () => {
    const head = async (branch: string) =>
      (await at.store.rows.selectFrom('head').select('hash').where('branch_id', '=', branch).executeTakeFirst())?.hash;
    expect((await get(`/v/${await head('B')}`)).body).toContain('台账到这里为止');
    expect((await get(`/v/${await head('S')}`)).statusCode).toBe(404);
  });
});

describe('the form of the two doors withstands whatever is sent', () => {
  test('what was typed stays, beside its error, escaped', async () => {
    const long = `<b>"${'字'.repeat(2000)}`;
    const { statusCode, body } = await post({ door: 'question', text: long });
    expect(statusCode).toBe(422);
    expect(body).toContain(`&lt;b&gt;&quot;${'字'.repeat(2000)}</textarea>`);
    expect(body).toContain('超过2000字');
    expect((await post({ door: 'concern', text: ' \r\n ' })).body).toContain('请写下内容');
    expect((await post({ door: 'follow', text: '' })).body).toContain('请输入查询码');
  });

  test('control characters are dropped, line breaks stay', async () => {
    const before = await count('question');
    const answer = await post({ door: 'question', text: '一\u0000\u0007\u001b[31m\r\n二\u007f' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('2026年4月27日');
    expect(await count('question')).toBe(before + 1);
    const bodies = await at.store.rows.selectFrom('matter').select('body').where('noun', '=', 'question').execute();
    expect(bodies.map(({ body }) => JSON.parse(body).words)).toContain('一[31m\n二');
  });

  test('a field is spent once, is of its board, is signed, and grows old', async () => {
    const once = await fieldOf();
    expect((await post({ door: 'question', text: '问', once })).statusCode).toBe(200);
    const before = await count('question');
    const replayed = await post({ door: 'question', text: '再问一次', once });
    expect(replayed.statusCode).toBe(409);
    expect(replayed.body).toContain('再问一次</textarea>');
    const [until = '', number = '', sign = ''] = (await fieldOf()).split('.');
    const later = (Number.parseInt(until, 36) + 9999).toString(36);
    for (const wrong of [
      '',
      'x',
      `${until}.${number}`,
      `${later}.${number}.${sign}`,
      `${until}.${number}.${'A'.repeat(43)}`,
    ])
      expect((await post({ door: 'question', text: '问', once: wrong })).statusCode, wrong).toBe(409);
    await addBoard(at.store.rows, { code: LONELY, branch_id: 'B', created_at: '2025-01-01T00:00:00.000Z' });
    expect((await post({ door: 'question', text: '问', once: await fieldOf(LONELY) })).statusCode).toBe(409);
    expect(await count('question')).toBe(before);
  });

  test('two that are sent at once with one field are done once', async () => {
    const [once, before] = [await fieldOf(), await count('concern')];
    const both = await Promise.all([1, 2].map(() => post({ door: 'concern', text: '同一件事', once })));
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await count('concern')).toBe(before + 1);
  });

  test.each([
    ['another door', { door: 'admin', text: '问' }],
    ['a foreign field', { door: 'question', text: '问', branch: 'S' }],
    ['no text', { door: 'question' }],
    ['a notice that is no code', { door: 'question', text: '问', notice: '../x' }],
    ['an inherited name', { door: 'question', text: '问', ['__proto__']: 'x' }],
  ])('%s is refused and nothing happens', async (_, fields) => {
    const before = await count('question');
    expect((await post(fields as Record<string, string>)).statusCode).toBe(400);
    expect(await count('question')).toBe(before);
  });

  test('what is too large, of another kind or from elsewhere is refused; an unknown board is not found', async () => {
    expect((await post({ door: 'question', text: '字'.repeat(60_000) })).statusCode).toBe(413);
    const json = { headers: { 'content-type': 'application/json' } };
    expect((await post({ door: 'question', text: '问' }, json)).statusCode).toBe(400);
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])
      expect((await post({ door: 'question', text: '问' }, { headers })).statusCode).toBe(403);
    for (const url of ['/ask/nothing', '/ask/%00', '/n/%00', '/b/%00', `/ask/${'a'.repeat(99)}`])
      expect((await get(url)).statusCode, url).toBe(404);
    expect((await get(`/ask/${BOARD}?notice=%00`)).statusCode).toBe(200);
    expect((await post({ door: 'question', text: '问' }, { board: 'nothing' })).statusCode).toBe(404);
  });

  test('five a day from one place, with what was typed kept; another place may go on', async () => {
    for (let sent = 0; sent < 5; sent++) expect((await post({ door: 'question', text: '问' })).statusCode).toBe(200);
    const sixth = await post({ door: 'concern', text: '第六件' });
    expect(sixth.statusCode).toBe(409);
    expect(sixth.body).toContain('第六件</textarea>');
    expect(sixth.body).toContain('请明天再来');
    place++;
    expect((await post({ door: 'concern', text: '别处' })).statusCode).toBe(200);
  });

  test('unknown and old case numbers look the same', async () => {
    const made = await post({ door: 'concern', text: '一件事' });
    const number = /class="code big">([^<]+)</.exec(made.body)?.[1] ?? '';
    expect(number.replaceAll(' ', '')).toMatch(/^[0-9a-z]{32}$/);
    const known = await post({ door: 'follow', text: number.toUpperCase() });
    expect(known.body).toContain('已收到，等待办理');
    const { id } = await at.store.rows
      .selectFrom('matter')
      .select('id')
      .where('noun', '=', 'concern')
      .where('parent', '=', at.context.secrets.digest('concern', number))
      .executeTakeFirst()
      .then((found) => found ?? { id: '' });
    expect(id).toBe(''); // found by the installation's own key alone
    const rows = at.store.rows.selectFrom('matter').selectAll().where('noun', '=', 'concern').orderBy('created_at');
    for (const row of await rows.execute()) {
      const body = JSON.stringify({ ...JSON.parse(row.body), ended: '2025-01-01', answer: '早已答复' });
      await at.store.rows.updateTable('matter').set({ body }).where('id', '=', row.id).execute();
    }
    const withoutFields = (body: string) =>
      body.replaceAll(/(name="once" value|id="follow-text"[^>]*value)="[^"]*"/g, '');
    const [old, never] = [
      await post({ door: 'follow', text: number }),
      await post({ door: 'follow', text: 'x'.repeat(32) }),
    ];
    expect([old.statusCode, never.statusCode]).toEqual([404, 404]);
    expect(withoutFields(old.body)).toBe(withoutFields(never.body));
    expect(old.body).not.toContain('早已答复');
  });
});

describe('where no superior is connected', () => {
  test('the door says so and gives the printed way; what is sent all the same is refused in plain words', async () => {
    const now = '2026-01-01T00:00:00.000Z';
    await addOrg(at.store.rows, { id: 'O', parent_id: null, path: '/O/', name: '某单位', created_at: now });
    const branch = { branch_id: 'C', org_id: 'O', name: '独立支部', demo: 0 as const, created_at: now };
    await at.store.transaction(async (rows) => addBranch(rows, branch));
    const alone = 'a10ne'.repeat(6);
    await addBoard(at.store.rows, { code: alone, branch_id: 'C', created_at: now });
    const { body } = await get(`/ask/${alone}`);
    expect(body).toContain('没有接入上级党组织');
    expect(body).toContain('监督意见单');
    expect(body).not.toContain('id="concern-text"');
    const sent = await post({ door: 'concern', text: '一件事' }, { board: alone });
    expect(sent.statusCode).toBe(409);
    expect(sent.body).toContain('一件事');
    expect(sent.body).toContain('请打印意见单');
    expect(
      await at.store.rows
        .selectFrom('matter')
        .select('id')
        .where('noun', '=', 'concern')
        .where('branch_id', '=', 'C')
        .execute(),
    ).toEqual([]);
  });
});

describe('the log (trust §6.10)', () => {
  test('of the anonymous routes it holds one count a day, and no line of its own', async () => {
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
    const other = await buildApp({ config, services, web: undefined, version: '0.1.0', log });
    for (const url of [`/ask/${BOARD}`, `/n/${code}`, '/n/nothing', '/v', '/v/abc']) await other.inject(url);
    await other.inject({ method: 'POST', url: '/api/v1/concern/follow', payload: { branch: 'S', case: 'x' } });
    expect(lines).toEqual([]);
    await other.inject('/healthz');
    await other.close();
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told).toMatchObject([{ route: '/healthz' }, { msg: 'anonymous', requests: 6 }]);
  });
});

describe('the public acts of the API need no session and read none', () => {
  const ask = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/question/raise',
      remoteAddress: from(),
      headers: { 'idempotency-key': `key-${place}-long`, ...headers },
      payload: { branch: 'B', words: '网上的问题' },
    });
  test('with a wrong cookie and a wrong token they are done as for anybody, once for a key', async () => {
    const before = await count('question');
    const first = await ask({ cookie: `sunledger=${'A'.repeat(43)}`, authorization: 'Bearer nonsense' });
    expect(first.statusCode).toBe(200);
    expect((await ask({})).json()).toEqual(first.json());
    expect(await count('question')).toBe(before + 1);
  });

  test('five a day from one place', async () => {
    const raise = (key: string) => ask({ 'idempotency-key': key });
    for (let sent = 0; sent < 5; sent++) expect((await raise(`another-${place}-${sent}`)).statusCode).toBe(200);
    expect((await raise(`another-${place}-x`)).json()).toMatchObject({ code: 'concern.too-many' });
  });
});
