import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import { addBoard, addBranch, branchOfBoard } from './branch.ts';
import { DATABASE_FILE, openStore, type Store } from './database.ts';
import { addEntries, listFacts } from './entry.ts';
import { readHead } from './head.ts';
import { addMembers, listMembers } from './member.ts';
import { isMigrated, migrate } from './migrate.ts';
import { addOrg } from './org.ts';
import { addScheme, listSchemes } from './scheme.ts';
import { openSqlite } from './sqlite.ts';

const NOW = '2026-11-22T08:00:00.000Z';
let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-store-'));
  store = await openStore(folder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

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

describe('the embedded database', () => {
  test('every connection answers WAL, synchronous=FULL, foreign keys and recursive triggers', () => {
    const database = openSqlite(join(folder, DATABASE_FILE));
    const asked = ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers'].map((name) =>
      Object.values(database.prepare(`PRAGMA ${name}`).get() as object).at(0),
    );
    database.close();
    expect(asked).toEqual(['wal', 2, 1, 1]);
  });

  test('a connection that answers otherwise is refused', () => {
    expect(() => openSqlite(':memory:')).toThrow('journal_mode');
  });

  test('migrations run once and are found done the second time', async () => {
    expect(await isMigrated(store.rows)).toBe(true);
    expect(await migrate(store.rows)).toEqual([]);
    const second = await openStore(folder);
    expect(await isMigrated(second.rows)).toBe(true);
    await second.close();
  });

  test('two programs that open a new folder at once both find it whole', async () => {
    const fresh = join(folder, 'fresh');
    const [one, two] = await Promise.all([openStore(fresh), openStore(fresh)]);
    expect([await isMigrated(one.rows), await isMigrated(two.rows)]).toEqual([true, true]);
    await Promise.all([one.close(), two.close()]);
  });

  test('what was written is read back the same, also by another connection', async () => {
    await fill(store);
    const second = await openStore(folder);
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
    await expect(half).rejects.toThrow('FOREIGN KEY');
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

describe('what was entered stays (product §5.2)', () => {
  const entryRow = `'b1', 1, 'm1', 'X', '2026-01-01', null, null, null, null, null, null, null, null, 'now', null`;
  const schemeRow = `'b1', 1, '2026-01-01', '', '{}', 'now'`;
  const eventRow = `'b1', 1, 'entry/1', 'now', '{}', null, 'x', null, null, null`;
  const saltRow = `'b1', 2, 'actor', '00'`;
  const statements = [
    ['entry', 'quantity = 0', 'seq = 1', entryRow, `item = 'X'`],
    ['scheme', `document = '{}'`, 'version = 1', schemeRow, `document = '{}'`],
    ['event', `body = '{}'`, 'seq = 1', eventRow, `body = '{}'`],
    ['salt', `salt = '00'`, 'seq = 2', saltRow, `salt = '00'`],
  ].flatMap(([table = '', change = '', key = '', row = '', instead = '']) =>
    [
      `UPDATE ${table} SET ${change}`,
      `UPDATE OR REPLACE ${table} SET ${key}`,
      `DELETE FROM ${table}`,
      `REPLACE INTO ${table} VALUES (${row})`,
      `INSERT OR REPLACE INTO ${table} VALUES (${row})`,
      `INSERT INTO ${table} VALUES (${row})`,
      `INSERT OR IGNORE INTO ${table} VALUES (${row})`,
      `INSERT INTO ${table} VALUES (${row}) ON CONFLICT DO NOTHING`,
      `INSERT INTO ${table} VALUES (${row}) ON CONFLICT DO UPDATE SET ${instead}`,
    ].map((statement) => [table, statement] as const),
  );

  test.each(statements)('%s: %s is refused', async (table, statement) => {
    await fill(store);
    const database: Database.Database = openSqlite(join(folder, DATABASE_FILE));
    const all = `SELECT * FROM ${table}`;
    const before = database.prepare(all).all();
    expect(() => database.prepare(statement).run()).toThrow('only ever added to');
    expect(database.prepare(all).all()).toEqual(before);
    database.close();
  });
});
