import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DATABASE_FILE, openStore } from './database.ts';
import { isMigrated, migrate } from './migrate.ts';
import { RIGHTS } from './rights.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What another program is told that asks for another journal: within one program SQLite would not see two. */
function askedElsewhere(file: string): string {
  const ask = `new Database(${JSON.stringify(file)}, { timeout: 50 }).prepare('PRAGMA journal_mode = delete').get().journal_mode`;
  const program = `import Database from 'libsql'; try { console.log(${ask}) } catch (error) { console.log(error.code) }`;
  const options = { cwd: import.meta.dirname, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], options).stdout.trim();
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
    expect(() => openSqlite('')).toThrow('journal_mode');
  });

  test('a file that another program left without WAL is opened with it', () => {
    const file = join(folder, DATABASE_FILE);
    const other = new Database(file);
    other.exec('PRAGMA journal_mode = delete; PRAGMA synchronous = off; CREATE TABLE t (x)');
    other.close();
    const database = openSqlite(file);
    expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
    database.close();
  });

  test('a file that another program works on without WAL is refused, and none that is open here is taken out of WAL', () => {
    const file = join(folder, DATABASE_FILE);
    const other = new Database(file);
    other.exec('PRAGMA journal_mode = delete; CREATE TABLE t (x); BEGIN; INSERT INTO t VALUES (1)');
    expect(() => openSqlite(file)).toThrow(/locked|journal_mode/);
    other.exec('COMMIT');
    other.close();
    const database = openSqlite(file);
    database.prepare('SELECT * FROM t').all();
    expect(askedElsewhere(file)).toBe('SQLITE_BUSY');
    expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    database.close();
  });

  test('two programs that open a new folder at once both find it whole', async () => {
    const fresh = join(folder, 'fresh');
    const [one, two] = await Promise.all([openStore(fresh), openStore(fresh)]);
    expect([await isMigrated(one.rows), await isMigrated(two.rows)]).toEqual([true, true]);
    await Promise.all([one.close(), two.close()]);
  });

  test('a write that was given up because another program wrote too long stands in nobody’s way', async () => {
    const { rows, transaction, close } = await openStore(folder);
    const other = openSqlite(join(folder, DATABASE_FILE));
    const org = (id: string) => ({ id, parent_id: null, path: `/${id}/`, name: id, created_at: '2026-01-01' });
    other.exec('begin immediate');
    const given = rows.insertInto('org').values(org('A')).execute();
    await expect(given).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    other.exec('rollback');
    await transaction(async (inside) => await inside.insertInto('org').values(org('B')).execute());
    await rows.insertInto('org').values(org('C')).execute();
    expect(await rows.selectFrom('org').select('id').orderBy('id').execute()).toEqual([{ id: 'B' }, { id: 'C' }]);
    other.close();
    await close();
  });

  test('a database that has every migration is left as it is', async () => {
    const { rows, close } = await openStore(folder);
    expect(await migrate(rows)).toEqual([]);
    await close();
  });

  test('what triggers guard here may only be added to on a server', async () => {
    const { close } = await openStore(folder);
    const database = openSqlite(join(folder, DATABASE_FILE));
    const triggers = database
      .prepare(`SELECT DISTINCT tbl_name FROM sqlite_master WHERE name LIKE '%_no_update'`)
      .all();
    const guarded = triggers.map((row) => Object.values(row as Record<string, keyof typeof RIGHTS>)[0]);
    // Branches, members and standings are held by the chain alone; everything else that is only added to has its triggers.
    const unguarded = ['org', 'branch', 'board', 'member', 'status'];
    const added = Object.entries(RIGHTS).flatMap(([table, right]) => (right === 'add' ? [table] : []));
    expect(new Set(guarded)).toEqual(new Set(added.filter((table) => !unguarded.includes(table))));
    expect(guarded.map((table) => table && RIGHTS[table])).toEqual(guarded.map(() => 'add'));
    database.close();
    await close();
  });
});
