import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readDemoFiles } from '#server/demo-files.ts';
import { openServices } from '#service/open.ts';
import { openStore } from '#store/database.ts';
import { addEntries } from '#store/entry.ts';
import { hashOf } from '#store/hash.ts';
import { verifyArchive } from '#verifier/archive-check.ts';
import { archiveLines } from './small-branch.ts';
import { type Version002, writeVersion002 } from './version-002.ts';

const home = join(import.meta.dirname, '..', '..');
const ENTRY = [
  ...(['branch_id', 'seq', 'member_id', 'item', 'day', 'period', 'quantity', 'level'] as const),
  ...(['points', 'score', 'rater', 'ref', 'note', 'created_at'] as const),
];
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function fresh(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-migration-'));
  folders.push(folder);
  return folder;
}

/** The demonstration's rows, as version 002 had them: nothing of the chain. */
async function demoRows(): Promise<Version002> {
  const folder = fresh();
  const services = await openServices(folder);
  const files = await readDemoFiles(home);
  if ('problems' in files) throw new Error(JSON.stringify(files.problems.slice(0, 5)));
  await services.seedDemo(files);
  await services.close();
  const { rows, close } = await openStore(folder);
  const all = (table: 'org' | 'branch' | 'scheme' | 'member' | 'status') =>
    rows.selectFrom(table).selectAll().execute();
  const tables = {
    org: await all('org'),
    branch: await rows.selectFrom('branch').select(['branch_id', 'org_id', 'name', 'demo', 'created_at']).execute(),
    scheme: await all('scheme'),
    member: await all('member'),
    status: await all('status'),
    entry: await rows.selectFrom('entry').select(ENTRY).execute(),
    head: await rows.selectFrom('head').select(['branch_id', 'seq', 'revision']).execute(),
  };
  await close();
  return tables;
}

test('a database of version 002 is chained when it is opened: every scheme, member, standing and entry, verified', async () => {
  const tables = await demoRows();
  const folder = fresh();
  await writeVersion002(folder, tables);
  const store = await openStore(folder);
  const [{ branch_id: branch } = { branch_id: '' }] = await store.rows.selectFrom('branch').selectAll().execute();
  const report = verifyArchive(hashOf, await archiveLines(store, branch, true));
  expect(report).toMatchObject({ sound: true, faults: [], schemes: tables.scheme.length });
  expect(report.members).toBe(tables.member.length);
  expect(report.entries).toBe(tables.entry.length);
  expect(report.events).toBe(1 + [tables.scheme, tables.member, tables.status, tables.entry].flat().length);

  const { member_id: member = '' } = tables.entry[0] as { member_id?: string };
  const fact = { item: 'DY1', day: '2026-12-01' };
  await addEntries(store.rows, branch, [{ member, fact }], '2026-12-02T08:00:00.000Z');
  const next = verifyArchive(hashOf, await archiveLines(store, branch), report.head?.hash);
  expect(next).toMatchObject({ sound: true, outside: { seq: report.events, after: 1 } });
  await store.close();
});

test('a migration that fails leaves version 002 as it was', async () => {
  const folder = fresh();
  const now = '2026-03-31T08:00:00.000Z';
  const entry = {
    branch_id: 'b1',
    seq: 1,
    member_id: 'm1',
    item: 'x',
    day: '2026-01-01',
    quantity: 0.5,
    created_at: now,
  };
  await writeVersion002(folder, {
    org: [{ id: 'o1', parent_id: null, path: '/o1/', name: 'o', created_at: now }],
    branch: [{ branch_id: 'b1', org_id: 'o1', name: 'b', demo: 1, created_at: now }],
    scheme: [],
    member: [{ branch_id: 'b1', member_id: 'm1', code: 'D01', name: 'm', last_total: null, created_at: now }],
    status: [],
    entry: [entry],
    head: [{ branch_id: 'b1', seq: 1, revision: 1 }],
  });
  await expect(openStore(folder)).rejects.toThrow('not a safe integer');
  await expect(openStore(folder)).rejects.toThrow('not a safe integer');
});
