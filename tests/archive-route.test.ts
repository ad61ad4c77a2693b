import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openServices, type Services } from '#service/open.ts';
import { hashOf } from '#store/hash.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { pagesZhCN } from '#words/pages.zh-CN.ts';
import { SCHEME } from './process-branch.ts';

let folder: string;
let services: Services;
let app: FastifyInstance;
let branch: string;
const cookies: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-archive-'));
  services = await openServices(folder, '2026-03-10', { secretsKey: 'test'.repeat(16) });
  const read = readConfig({ LOG_LEVEL: 'silent' }, { data: folder }, '/', pagesZhCN);
  if ('faults' in read) throw new Error(read.faults.join());
  app = await buildApp({ config: read.config, services, web: undefined, version: '0' });
  const made = await services.accounts.init({
    branch: '某支部',
    superior: '某党委',
    secretary: '张大伟',
    administrators: { system: '李一', security: '王二', audit: '赵三' },
    scheme: { source: '', document: SCHEME },
  });
  ({ branch } = made);
  for (const { code } of made.slips) {
    const { token } = await services.accounts.join({ code, password: 'jiayou-laozhang-pao-bu' });
    cookies.push(`sunledger=${token}`);
  }
});
afterAll(async () => {
  await app.close();
  await services.close();
  rmSync(folder, { recursive: true });
});

const ask = async (path: string, who?: number) =>
  await app.inject({
    url: `/api/v1/${path}${path.includes('?') ? '' : '?'}branch=${branch}`,
    headers: who === undefined ? {} : { cookie: cookies[who] ?? '' },
  });

test('the archive is sent as JSON lines to the office alone, and a verifier reads it', async () => {
  expect((await ask('archive/export')).statusCode).toBe(401);
  expect((await ask('archive/export', 1)).statusCode).toBe(403);
  const answer = await ask('archive/export', 0);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  const check = new ArchiveCheck(hashOf);
  for (const line of answer.body.trimEnd().split('\n')) check.take(line);
  expect(check.finish().sound).toBe(true);
});

test('the package is sent as one .zip to the office alone', async () => {
  expect((await ask('archive/package')).statusCode).toBe(401);
  expect((await ask('archive/package', 1)).statusCode).toBe(403);
  const answer = await ask('archive/package', 0);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="archive.zip"',
    'cache-control': 'no-store',
  });
  const files = unzipSync(new Uint8Array(answer.rawPayload));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['README.txt', 'archive.jsonl', 'SHA256SUMS']));
});

test('a list is sent as a spreadsheet to whoever may read it', async () => {
  const list = (name: string, format: string) => `list/export?list=${name}&format=${format}&`;
  expect((await ask(list('roster', 'csv'))).statusCode).toBe(401);
  expect((await ask(list('roster', 'csv'), 1)).statusCode).toBe(403);
  const csv = await ask(list('roster', 'csv'), 0);
  expect(csv.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="roster.csv"',
    'cache-control': 'no-store',
  });
  expect(csv.body).toContain('编号,姓名,党籍状态');
  const xlsx = await ask(list('roster', 'xlsx'), 0);
  expect(xlsx.headers['content-type']).toContain('spreadsheetml');
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect((await ask(list('record', 'csv'), 3)).statusCode).toBe(200);
  for (const [name, format] of [
    ['wages', 'csv'],
    ['roster', 'pdf'],
  ] as const)
    expect((await ask(list(name, format), 0)).statusCode).toBe(400);
});

test('what administrators read over HTTP has no points in it (product §5.9)', async () => {
  expect((await ask('operation/show', 1)).json()).toMatchObject({ branches: 1, missing: [] });
  expect((await ask('right/show', 2)).statusCode).toBe(200);
  expect((await ask('record/read', 3)).statusCode).toBe(200);
  for (const path of ['rank/show', 'dossier/show', 'declaration/list', 'settlement/show'])
    for (const who of [1, 2, 3]) expect([path, who, (await ask(path, who)).statusCode]).toEqual([path, who, 403]);
  expect((await ask('chain/verify', 0)).json()).toMatchObject({ sound: true, fault: null, strays: 0 });
});
