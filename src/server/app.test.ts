import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALWAYS } from '#domain/ledger/member.ts';
import { ACCOUNT_LIMITS } from '#service/account/limits.ts';
import { openServices, type Services } from '#service/open.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';

const config: Config = {
  port: 0,
  host: '127.0.0.1',
  folder: '',
  database: undefined,
  limits: { pool: 1, statement: 1000, lock: 1000, idle: 1000, connect: 1000 },
  demo: true,
  publicUrl: undefined,
  plainLan: false,
  logLevel: 'silent',
  rateLimit: 10_000,
  bodyLimit: 1000,
  secretsKey: undefined,
  accounts: ACCOUNT_LIMITS,
  signInRate: 10_000,
  metricsToken: undefined,
  proxies: [],
  today: undefined,
  requestTimeout: 1000,
};
const web = {
  shell: '<!doctype html><html lang="zh-CN"><title>shell</title><div id="root"></div>',
  files: new Map([['/assets/a-1.js', import.meta.filename]]),
};
const document = {
  scheme: 'x',
  title: '方案 <b>"&',
  organisation: '某支部',
  clause: '§二',
  components: [{ id: 'JC', label: '基础分', full: 60, items: [{ id: 'a', label: '<i>甲</i>', opens: 60 }] }],
};
const members = ['王大力', '丁一', '欧阳小红'].map((name, at) => ({
  id: `D${at}`,
  name,
  history: [{ ...ALWAYS, standing: 'full' as const }],
}));

let folder: string;
let services: Services;
let app: FastifyInstance;
let board: string;
let signedIn: string;
const apps: FastifyInstance[] = [];
const appWith = async (change: Partial<Config>): Promise<FastifyInstance> => {
  const made = await buildApp({ config: { ...config, ...change }, services, web, version: '0.1.0' });
  apps.push(made);
  return made;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-app-'));
  services = await openServices(folder, '2026-12-31');
  const scheme = { version: 1, effective: '2026-01-01', source: '', document };
  await services.seedDemo({ organisation: '某支部', scheme, members, facts: new Map() });
  const { code } = await services.accounts.machine.add('甲</script><b>');
  const { token } = await services.accounts.join({ code, password: '春天来了小草全都绿了呀' });
  signedIn = `sunledger=${token}`;
  app = await appWith({});
  board = `/b/${await services.boardCode()}`;
});
afterAll(async () => {
  await Promise.all(apps.map((one) => one.close()));
  await services.close();
  rmSync(folder, { recursive: true });
});

describe('the board as the masses see it (product §6)', () => {
  test('names nobody, runs no script, and escapes what people wrote', async () => {
    const { body, headers, statusCode } = await app.inject(board);
    expect(statusCode).toBe(200);
    for (const { name } of members) expect(body).not.toContain(name);
    expect(body).not.toContain('<script');
    expect(body).toContain('方案 &lt;b&gt;&quot;&amp;');
    expect(body).toContain('&lt;i&gt;甲&lt;/i&gt;');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-robots-tag']).toBe('noindex');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  test('has a code of at least 128 random bits, and is not found under another', async () => {
    expect(board).toMatch(/^\/b\/[0-9a-z]{32}$/);
    const { statusCode, body } = await app.inject('/b/%3Cscript%3E');
    expect(statusCode).toBe(404);
    expect(body).toContain('没有找到');
    expect(body).not.toContain('<script');
  });

  test('speaks English when asked', async () => {
    const { body } = await app.inject(`${board}?lang=en`);
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('Public board of the points scheme');
  });
});

describe('pages and reads of a branch are for who is signed in (product §6)', () => {
  test.each(['/my', '/my/score', '/desk/B', '/meeting/B/1', '/above', '/admin/records'])(
    'whoever asks for %s unsigned is led to the sign-in and from there back',
    async (path) => {
      const { statusCode, headers } = await app.inject(`${path}?lang=en`);
      expect(statusCode).toBe(303);
      expect(headers.location).toBe(`/sign-in?next=${encodeURIComponent(path)}&lang=en`);
      const form = await app.inject(String(headers.location));
      expect(form.body).toContain(`<input type="hidden" name="next" value="${path}">`);
    },
  );

  test('the sign-in leads nowhere but to our own pages (ASVS 3.7.2)', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil', '/my//evil.example', '/api/v1/x', 'my'])
      expect((await app.inject(`/sign-in?next=${encodeURIComponent(next)}`)).body).not.toContain('name="next"');
  });

  test('a wrong password is said beside the form, and the name that was typed is kept', async () => {
    const payload = new URLSearchParams({ login: 'ABCD1234', password: 'wrong wrong' }).toString();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost',
      host: 'localhost',
    };
    const { statusCode, body } = await app.inject({ method: 'POST', url: '/sign-in', payload, headers });
    expect(statusCode).toBe(401);
    expect(body).toContain('role="alert"');
    expect(body).toContain('value="ABCD1234"');
    expect(body).not.toContain('wrong wrong');
  });

  test('the API answers nobody who is not signed in', async () => {
    for (const path of [
      'member/list?branch=B',
      'score/show?branch=B&member=x',
      'branch/show?branch=B',
      'item/list?branch=B',
    ]) {
      const answer = await app.inject(`/api/v1/${path}`);
      expect(answer.statusCode, path).toBe(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ code: 'session.none', status: 401 });
    }
  });

  test('the shell comes in the language and size of text that were chosen, with the session in it, and cannot be broken out of', async () => {
    const { body, headers } = await app.inject({
      url: '/my/more?lang=en',
      headers: { cookie: `${signedIn}; sunledger-mode=bigger` },
    });
    expect(body).toContain('<html lang="en" data-mode="bigger">');
    const [, data = ''] = /<script type="application\/json" id="first">(.*?)<\/script>/.exec(body) ?? [];
    expect(JSON.parse(data)[0][2].name).toBe('甲</script><b>');
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('what the server withstands', () => {
  test('another host name is refused on loopback, so that no foreign page reaches it', async () => {
    expect((await app.inject({ url: '/', headers: { host: 'evil.example' } })).statusCode).toBe(421);
    expect((await app.inject({ url: '/', headers: { host: '127.0.0.1:8080' } })).statusCode).toBe(200);
  });

  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets//etc/passwd',
    '/assets/a-1.js%00.css',
    '/.vite/manifest.json',
  ])('%s is not served', async (path) => {
    const { statusCode, body } = await app.inject(path);
    expect(statusCode).toBe(404);
    expect(body).not.toContain('"version"');
  });

  test('hashed files are kept for ever and sent compressed', async () => {
    const { headers } = await app.inject({ url: '/assets/a-1.js', headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-encoding']).toBe('br');
  });

  test('bad input is a problem with its code and request id, never a 5xx', async () => {
    const asked = (url: string) => app.inject({ url, headers: { cookie: signedIn } });
    for (const query of ['', '&member=', '&member=a&member=b', '&member=a&other=1', `&member=${'x'.repeat(65)}`]) {
      const { statusCode, headers, json } = await asked(`/api/v1/score/show?branch=B${query}`);
      expect(statusCode, query).toBe(400);
      expect(json()).toMatchObject({ code: 'request.not-valid', requestId: headers['x-request-id'] });
    }
    expect((await asked('/api/v1/score/show?branch=B&member=nobody')).json()).toMatchObject({ code: 'right.missing' });
    expect((await app.inject('/api/v1/nothing')).json()).toMatchObject({ code: 'page.unknown', status: 404 });
    expect((await app.inject({ method: 'POST', url: '/api/v1/score/show' })).statusCode).toBe(404);
  });

  test('a bug answers with a number and nothing of its inside', async () => {
    const broken = await buildApp({
      config,
      services: { ...services, read: () => Promise.reject(new Error('secret inside')) },
      web,
      version: '0',
    });
    const { statusCode, body, headers } = await broken.inject({
      url: '/api/v1/member/list?branch=B&lang=en',
      headers: { cookie: signedIn },
    });
    await broken.close();
    expect(statusCode).toBe(500);
    expect(body).not.toContain('secret');
    expect(body).toContain(String(headers['x-request-id']));
  });

  test('too many requests are told to wait', async () => {
    const strict = await appWith({ rateLimit: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => strict.inject('/api/openapi.json')));
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(refused?.headers['retry-after']).toBeDefined();
    expect(refused?.json()).toMatchObject({ code: 'request.too-many' });
  });

  test('every route stands in the OpenAPI document, and every path of it is served', async () => {
    type Paths = Record<string, Record<string, unknown>>;
    const { paths } = (await app.inject('/api/openapi.json')).json<{ paths: Paths }>();
    const served = routesOf(app.printRoutes({ commonPrefix: false }));
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const written = (route: string): string =>
      route
        .replace(/\/assets\/.+$/, '/assets/{file}')
        .replace('/b/:code', '/b/{board}')
        .replace(/\/?\*$/, '/{page}')
        .replace(/:(\w+)/g, '{$1}');
    expect(served.length).toBeGreaterThan(50);
    expect(told.filter((route) => !served.map(written).includes(route))).toEqual([]);
    expect(served.filter((route) => !told.includes(written(route)))).toEqual([]);
  });

  test('it says whether it lives and whether it is ready', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' });
  });
});

/** The routes in fastify's drawing of its tree, as method and path: four columns a level. HEAD comes by itself with GET. */
function routesOf(drawing: string): string[] {
  const above: string[] = [];
  return drawing.split('\n').flatMap((line) => {
    const [, lead = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? [];
    above[lead.length / 4] = part;
    const path = above.slice(0, lead.length / 4 + 1).join('');
    return methods.split(', ').flatMap((method) => (method === '' || method === 'HEAD' ? [] : [`${method} ${path}`]));
  });
}
