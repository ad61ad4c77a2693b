import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import { ENGINES, type Engine, type Place, startEngine } from '#tests/postgres/engine.ts';
import { addBoard, addBranch, branchOfBoard } from './branch.ts';
import { openStore, type Store } from './database.ts';
import { addEntries, listFacts } from './entry.ts';
import { readHead } from './head.ts';
import { addMembers, listMembers } from './member.ts';
import { isMigrated } from './migrate.ts';
import { addOrg } from './org.ts';
import { addScheme, listSchemes } from './scheme.ts';

const NOW = '2026-11-22T08:00:00.000Z';
let engine: Engine;
let place: Place;
let store: Store;

const member = {
  id: 'm1',
  name: '甲',
  history: [{ from: '0000-01-01', to: '9999-12-31', standing: 'full' as const, category: '在职', group: '一组' }],
  lastTotal: 860_000,
};
const fact: Fact = { item: 'DY1', day: '2026-03-05', quantity: 20_000, ref: '签到表 3', note: '补课' };

async function fill({ rows }: Store): Promise<void> {
  await addOrg(rows, { id: 'o1', parent_id: null, path: '/o1/', name: '某区', created_at: NOW });
  await addBranch(rows, { branch_id: 'b1', org_id: 'o1', name: '某支部', demo: 1, created_at: NOW });
  await addMembers(rows, 'b1', [{ member, code: 'D01' }], NOW);
  await addScheme(rows, 'b1', { version: 1, effective: '2026-01-01', source: 'scheme: x', document: { a: 1 } }, NOW);
  await addEntries(rows, 'b1', [{ member: 'm1', fact }], NOW);
}

describe.each(ENGINES)('the database on %s', (name) => {
  beforeAll(async () => {
    engine = await startEngine(name);
  }, 60_000);
  afterAll(() => engine.stop());
  beforeEach(async () => {
    place = await engine.place();
    store = await openStore(place.at);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  test('migrations run once and are found done the second time', async () => {
    expect(await isMigrated(store.rows)).toBe(true);
    const second = await openStore(place.at);
    expect(await isMigrated(second.rows)).toBe(true);
    await second.close();
  });

  test('whoever reads one state keeps nobody from writing, and does not see what was written meanwhile', async () => {
    await fill(store);
    const second = await openStore(place.at);
    const seen = await store.snapshot(async (rows) => {
      const before = await listFacts(rows, 'b1');
      const started = performance.now();
      await addEntries(second.rows, 'b1', [{ member: 'm1', fact }], NOW);
      expect(performance.now() - started).toBeLessThan(2000);
      return [before, await listFacts(rows, 'b1')];
    });
    expect(seen).toEqual([new Map([['m1', [fact]]]), new Map([['m1', [fact]]])]);
    expect(await listFacts(store.rows, 'b1')).toEqual(new Map([['m1', [fact, fact]]]));
    await second.close();
  });

  test('what was written is read back the same, also by another connection', async () => {
    await fill(store);
    const second = await openStore(place.at);
    expect(await listMembers(second.rows, 'b1')).toEqual([{ member, code: 'D01' }]);
    expect(await listFacts(second.rows, 'b1')).toEqual(new Map([['m1', [fact]]]));
    expect(await listSchemes(second.rows, 'b1')).toMatchObject([{ version: 1, document: { a: 1 } }]);
    await second.close();
  });

  test('every act that bears on a score raises the revision; entries are numbered without gaps', async () => {
    await fill(store);
    expect(await readHead(store.rows, 'b1')).toMatchObject({ seq: 1, revision: 3, eventSeq: 5 });
    const many = Array.from({ length: 1200 }, () => ({ member: 'm1', fact }));
    expect(await addEntries(store.rows, 'b1', many, NOW)).toMatchObject({ seq: 1201, revision: 4, eventSeq: 1205 });
    expect((await listFacts(store.rows, 'b1')).get('m1')).toHaveLength(1201);
  });

  test('a transaction that fails leaves nothing', async () => {
    await fill(store);
    const half = store.transaction(async (rows) => {
      await addEntries(rows, 'b1', [{ member: 'm1', fact }], NOW);
      await addEntries(rows, 'b1', [{ member: 'nobody', fact }], NOW);
    });
    await expect(half).rejects.toThrow(/foreign key/i);
    expect(await readHead(store.rows, 'b1')).toMatchObject({ seq: 1, revision: 3, eventSeq: 5 });
  });

  test('transactions asked for at once wait for each other', async () => {
    await fill(store);
    const entries = [{ member: 'm1', fact }];
    await Promise.all(
      Array.from({ length: 20 }, () => store.transaction((rows) => addEntries(rows, 'b1', entries, NOW))),
    );
    expect(await readHead(store.rows, 'b1')).toMatchObject({ seq: 21, revision: 23, eventSeq: 25 });
  });

  test('a board is found by its code alone', async () => {
    await fill(store);
    await addBoard(store.rows, { code: 'c', branch_id: 'b1', created_at: NOW });
    expect(await branchOfBoard(store.rows, 'c')).toBe('b1');
    expect(await branchOfBoard(store.rows, 'd')).toBeUndefined();
  });
});
