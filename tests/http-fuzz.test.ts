import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { listApi } from '#contract/list.ts';
import { openapi } from '#contract/openapi.ts';
import { pathOf } from '#contract/path.ts';
import { sessionApi } from '#contract/session.ts';
import { buildApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openServices, type Services } from '#service/open.ts';
import { pagesZhCN } from '#words/pages.zh-CN.ts';
import { ENGINES, type Engine, type Place, startEngine } from './postgres/engine.ts';
import { SCHEME } from './process-branch.ts';
import { bodiesOf } from './random-body.ts';

const PASSWORD = 'jiayou-laozhang-pao-bu';
/** So many bodies an endpoint gets; the same ones each time unless FUZZ=1. */
const RUNS = { SQLite: 300, PostgreSQL: 30 };
const seed = process.env['FUZZ'] === '1' ? Date.now() : 20_260_701;

const everything: Readonly<Record<string, Endpoint>> = { ...api, ...sessionApi, ...listApi };
const { paths } = JSON.parse(JSON.stringify(openapi('0'))) as {
  paths: Record<
    string,
    Record<
      string,
      { requestBody?: { content: Record<string, { schema: object }> }; parameters?: { name: string; schema: object }[] }
    >
  >;
};
const limits = { RATE_LIMIT: '1000000', SIGN_IN_RATE: '1000000', SIGN_IN_TRIES: '100', LOG_LEVEL: 'silent' };

let engine: Engine;
let place: Place;
let services: Services;
let app: FastifyInstance;
let ids: Record<string, string[]>;
const sessions: string[] = [];
const counts = new Map<number, number>();

/** Signs in by a slip and answers with the cookie. */
async function join(code: string): Promise<string> {
  const { token } = await services.accounts.join({ code, password: PASSWORD });
  return `sunledger=${token}`;
}

describe.each(ENGINES)('bad input is never a 5xx, on %s', (name) => {
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.place();
    services = await openServices(place.at, '2026-03-10', { secretsKey: 'test'.repeat(16) });
    const read = readConfig(limits, { data: place.at }, '/', pagesZhCN);
    if ('faults' in read) throw new Error(read.faults.join());
    app = await buildApp({ config: read.config, services, web: undefined, version: '0' });
    const { branch, superior, slips } = await services.accounts.init({
      branch: '某支部',
      superior: '某党委',
      secretary: '张大伟',
      administrators: { system: '李一', security: '王二', audit: '赵三' },
      scheme: { source: '', document: SCHEME },
    });
    sessions.length = 0;
    counts.clear();
    for (const { code } of slips) sessions.push(await join(code));
    const [secretary, , security] = slips.map(({ person }) => person);
    const by = { person: security ?? '', kind: 'person' as const, password: true };
    const grant = async (branch: string, person: string, role: 'recorder' | 'committee' | 'superior') =>
      await services.act(by, 'right.grant', { input: { branch, person, role, from: '2026-03-10' } });
    for (const role of ['recorder', 'committee'] as const) await grant(branch, secretary ?? '', role);
    const above = await services.accounts.machine.add('钱四', superior ?? '');
    await grant(superior ?? '', above.person, 'superior');
    sessions.push(await join(above.code));
    const spare = await services.accounts.machine.add('孙五', branch);
    const people = [secretary ?? '', spare.person];
    const fields = {
      branch: [branch, branch, branch, superior ?? ''],
      subject: people,
      member: people,
      person: people,
    };
    ids = { ...fields, item: ['zhiyuan', 'quexi'], '*': [branch, ...people, spare.login, 'settings', '2026-03'] };
  });
  afterAll(async () => {
    await app.close();
    await services.close();
    await place.remove();
    await engine.stop();
  });

  const runs = RUNS[name];
  test.each(Object.keys(everything))(`%s answers ${runs} random requests`, async (action) => {
    const endpoint = everything[action];
    const method = endpoint?.method ?? 'POST';
    const drawn = paths[pathOf(action)]?.[method.toLowerCase()];
    const query = Object.fromEntries((drawn?.parameters ?? []).map((one) => [one.name, one.schema]));
    const schema = drawn?.requestBody?.content['application/json']?.schema ?? { type: 'object', properties: query };
    const bodies = fc.sample(bodiesOf(schema as Record<string, unknown>, ids), { numRuns: runs, seed });
    const faults: string[] = [];
    for (const [at, body] of bodies.entries()) {
      const headers = {
        cookie: action in sessionApi ? '' : (sessions[at % 2 === 0 ? 0 : at % sessions.length] ?? ''),
        'content-type': 'application/json',
        'idempotency-key': `${name}-${action}-${at}`,
        ...(endpoint?.revised && { 'if-match': `"${at % 3}"` }),
      };
      const url = method === 'GET' ? `${pathOf(action)}?${queryOf(body)}` : pathOf(action);
      const answer = await app.inject({ method, url, headers, ...(method === 'POST' && { payload: body }) });
      counts.set(answer.statusCode, (counts.get(answer.statusCode) ?? 0) + 1);
      const problem = String(answer.headers['content-type']).startsWith('application/problem+json');
      if (answer.statusCode === 200 && !(action in listApi)) found(answer.json<{ id?: string }>().id);
      if (answer.statusCode >= 500 || (answer.statusCode >= 400 && !problem))
        faults.push(`${answer.statusCode} ${url} ${body} → ${answer.body}`);
    }
    expect(faults).toEqual([]);
  });

  test('the random requests reach behind the forms: most are well formed, some are done', () => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const share = (status: number) => (counts.get(status) ?? 0) / all;
    expect({ formless: share(400) < 0.6, done: share(200) > 0.01, refused: share(403) > 0.1 }).toEqual({
      formless: true,
      done: true,
      refused: true,
    });
  });
});

/** An id that an act made is one that later requests may name. */
function found(id: string | undefined): void {
  if (id !== undefined && !ids['*']?.includes(id)) ids['*']?.push(id);
}

/** What was to be a body, as a query. */
function queryOf(body: string): string {
  try {
    const fields = Object.entries(JSON.parse(body) as object);
    const query = new URLSearchParams();
    for (const [key, value] of fields) query.append(key, typeof value === 'string' ? value : JSON.stringify(value));
    return query.toString();
  } catch {
    return encodeURI(body.replaceAll(/[\ud800-\udfff]/g, ''));
  }
}
