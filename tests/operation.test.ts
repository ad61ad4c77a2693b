import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDemoFiles } from '#server/demo-files.ts';
import { openServices, YEAR_END } from '#service/open.ts';
import { DATABASE_FILE, openStore } from '#store/database.ts';
import { ALL_TABLES } from '#store/table-shape.ts';
import { at, file, HOME } from './cli.ts';
import { envOf, fillBranch, linesOf, operate, packed } from './operation-place.ts';
import { ENGINES, ROLES, startPostgres } from './postgres/engine.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
/** A filled place, and its backup, on each engine. */
const filled: Record<string, { readonly place: string; readonly backup: string }> = {};
let count = 0;
/** A backup of the example year: long enough to be killed half way. */
const yearBackup = at('year.backup');

/** A fresh empty place of an engine. */
async function emptyPlace(engine: string): Promise<string> {
  count++;
  return engine === 'SQLite' ? at(`place-${count}`) : (await server.place()).at;
}

function filledOn(engine: string): { readonly place: string; readonly backup: string } {
  const found = filled[engine];
  if (!found) throw new Error(`no place on ${engine}`);
  return found;
}

beforeAll(async () => {
  server = await startPostgres();
  for (const engine of ENGINES) {
    const place = await emptyPlace(engine);
    await fillBranch(place);
    const backup = at(`${engine}.backup`);
    const said = await operate(envOf(place), ['backup', backup]);
    expect(said).toMatchObject({ status: 0, err: '' });
    filled[engine] = { place, backup };
  }
  const year = at('year');
  const services = await openServices(year, YEAR_END);
  const files = await readDemoFiles(HOME);
  if ('problems' in files) throw new Error('the example year cannot be read');
  await services.seedDemo(files);
  await services.close();
  await operate(envOf(year), ['backup', yearBackup]);
});
afterAll(() => server.stop());

describe.each(ENGINES)('backup and restore on %s (contracts)', (engine) => {
  test('everything comes along, and what is printed is counts and ids, never a name or points', async () => {
    const { backup, place } = filledOn(engine);
    const [header = ''] = linesOf(backup);
    const { tables } = JSON.parse(header) as { tables: Record<string, number> };
    for (const table of ['org', 'event', 'matter', 'step', 'act', 'record', 'answer', 'role_grant', 'shield', 'ballot'])
      expect([table, tables[table] ?? 0]).toEqual([table, expect.toSatisfy((rows: number) => rows > 0)]);
    expect(tables).toMatchObject({ account: 1 });
    expect(Object.keys(tables)).not.toContain('session');
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    const said = await operate(envOf(place), ['backup', at(`${engine}-again.backup`)]);
    expect(said.out).not.toMatch(/党员[a-h]|某支部|postgres:/);
    expect(readFileSync(at(`${engine}-again.backup`))).toEqual(readFileSync(backup));
  });

  test.each(ENGINES)('backup, restore on %s and backup again gives the same bytes', async (other) => {
    const { backup } = filledOn(engine);
    const place = await emptyPlace(other);
    const restored = await operate(envOf(place), ['restore', backup, '--json']);
    expect(restored).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(restored.out)).toMatchObject({ chains: 2, key: 'none' });
    const again = at(`${engine}-${other}.backup`);
    expect(await operate(envOf(place), ['backup', again])).toMatchObject({ status: 0 });
    expect(readFileSync(again)).toEqual(readFileSync(backup));
    if (other === 'SQLite') expect(readdirSync(place).filter((name) => !name.startsWith(DATABASE_FILE))).toEqual([]);
  });

  test('a place with data is refused and stays as it was', async () => {
    const { backup, place } = filledOn(engine);
    expect(await operate(envOf(place), ['restore', backup])).toMatchObject({
      status: 1,
      err: expect.stringContaining('只能恢复到空的数据库'),
    });
    const again = at(`${engine}-kept.backup`);
    await operate(envOf(place), ['backup', again]);
    expect(readFileSync(again)).toEqual(readFileSync(backup));
  });

  test('what its owner changed behind the chain is backed up and said, and never restored', async () => {
    const place = engine === 'SQLite' ? undefined : await server.place();
    if (!place) return;
    await fillBranch(place.at);
    await place.tamper(`update event set at = '2020-01-01T00:00:00.000Z' where seq = 2 and branch_id = 'B'`);
    const backup = at('tampered.backup');
    const said = await operate(envOf(place.at), ['backup', backup]);
    expect(said).toMatchObject({ status: 1, out: expect.stringContaining('核对不符') });
    const target = at('never');
    const restored = await operate(envOf(target), ['restore', backup]);
    expect(restored).toMatchObject({ status: 1, out: '', err: 'B：支部的链或得分核对不符\n' });
    expect(existsSync(target)).toBe(false);
  });

  test('a killed restore leaves nothing half done, and the next one needs no hand', async () => {
    const rows = linesOf(yearBackup).length - 2;
    const parts = (place: string): readonly string[] =>
      existsSync(place) ? readdirSync(place).filter((name) => name.startsWith('restore.')) : [];
    let left = 0;
    // From when the first row may have gone in to when all is checked; where nothing shows that, from when the program is up.
    for (const delay of [0, 20, 60, 120, 180, 240, 320]) {
      const place = await emptyPlace(engine);
      const started = performance.now();
      let began = engine === 'SQLite' ? Number.POSITIVE_INFINITY : started + 250;
      const isTime = (): boolean => {
        if (began === Number.POSITIVE_INFINITY && parts(place).length > 0) began = performance.now();
        return performance.now() > began + delay;
      };
      await operate(envOf(place), ['restore', yearBackup], isTime);
      left += parts(place).length;
      const isThere = engine !== 'SQLite' || existsSync(join(place, DATABASE_FILE));
      const found = isThere ? await countAll(place) : 0;
      expect([0, rows]).toContain(found);
      if (found > 0) continue;
      expect(await operate(envOf(place), ['restore', yearBackup])).toMatchObject({ status: 0, err: '' });
      expect(await countAll(place)).toBe(rows);
      expect(parts(place)).toEqual([]);
    }
    if (engine === 'SQLite') expect(left).toBeGreaterThan(0);
  });

  test('a backup is one moment of a database to which others write meanwhile, and keeps none of them waiting', async () => {
    const place = await emptyPlace(engine);
    await fillBranch(place);
    const store = await openStore(place);
    const state = { written: 0, stop: false };
    const writing = (async () => {
      while (!state.stop) {
        const id = `w${String(state.written++).padStart(6, '0')}`;
        await store.transaction(async (rows) => {
          const row = { branch_id: 'B', at: 'x', actor: 'w', action: 'w', outcome: 'done', code: null } as const;
          for (const half of ['a', 'b'])
            await rows
              .insertInto('record')
              .values({ ...row, record_id: `${id}${half}`, target: null, request: null })
              .execute();
        });
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    for (const name of ['one', 'two', 'three']) {
      const backup = at(`${engine}-${name}.backup`);
      const before = state.written;
      expect(await operate(envOf(place), ['backup', backup])).toMatchObject({ status: 0, err: '' });
      // Whoever was kept waiting for the whole of it would have written once.
      expect(state.written - before).toBeGreaterThan(2);
      const own = linesOf(backup).filter((line) => line.includes('"actor":"w"'));
      expect(own.length).toBeGreaterThan(0);
      expect(own.length % 2).toBe(0);
      expect(await operate(envOf(at(`${engine}-${name}`)), ['restore', backup])).toMatchObject({ status: 0 });
    }
    state.stop = true;
    await writing;
    await store.close();
  });
});

/** How many rows a place holds in all. */
async function countAll(place: string): Promise<number> {
  const store = await openStore(place);
  try {
    let found = 0;
    for (const table of ALL_TABLES) {
      const rows = await store.rows
        .selectFrom(table as 'org')
        .select(store.rows.fn.countAll<number>().as('count'))
        .executeTakeFirst();
      found += rows?.count ?? 0;
    }
    return found;
  } finally {
    await store.close();
  }
}

describe('the file of a backup', () => {
  test('one that is there is replaced only by --force', async () => {
    const { place } = filledOn('SQLite');
    const there = file('there.backup', 'precious');
    expect(await operate(envOf(place), ['backup', there])).toMatchObject({
      status: 1,
      err: expect.stringContaining('--force'),
    });
    expect(readFileSync(there, 'utf8')).toBe('precious');
    expect(await operate(envOf(place), ['backup', there, '--force'])).toMatchObject({ status: 0 });
    expect(readFileSync(there)).toEqual(readFileSync(filledOn('SQLite').backup));
  });

  test('a full disk and a folder that is not there are told in one line', async () => {
    const { place } = filledOn('SQLite');
    expect(await operate(envOf(place), ['backup', '/dev/full', '--force'])).toMatchObject({
      status: 1,
      out: '',
      err: '没有完成：ENOSPC\n',
    });
    const missing = at('nowhere/x.backup');
    expect(await operate(envOf(place), ['backup', missing])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^没有完成：ENOENT .*\n$/),
    });
  });

  test('the key is kept only when asked for, and comes back with the rest', async () => {
    const { place } = filledOn('SQLite');
    writeFileSync(join(place, 'sunledger.key'), 'k'.repeat(64), { mode: 0o600 });
    const [bare, keyed] = [at('bare.backup'), at('keyed.backup')];
    expect((await operate(envOf(place), ['backup', bare])).out).toContain('其中没有密钥');
    expect((await operate(envOf(place), ['backup', keyed, '--with-key'])).out).toContain('妥善保管');
    expect(linesOf(bare).join('\n')).not.toContain('kkkk');
    const target = at('keyed');
    expect((await operate(envOf(target), ['restore', keyed])).out).toContain('密钥已放回');
    expect(readFileSync(join(target, 'sunledger.key'), 'utf8')).toBe('k'.repeat(64));
    expect(statSync(join(target, 'sunledger.key')).mode & 0o777).toBe(0o600);
    // Killed as soon as the database is there: a place with data is never filled again, so the key must be there before.
    const killed = at('keyed-killed');
    await operate(envOf(killed), ['restore', keyed], () => existsSync(join(killed, DATABASE_FILE)));
    expect(readFileSync(join(killed, 'sunledger.key'), 'utf8')).toBe('k'.repeat(64));
  });

  test('one of an older version is restored into a folder and brought up to date, and not into a server', async () => {
    const lines = linesOf(filledOn('SQLite').backup);
    const header = JSON.parse(lines[0] ?? '') as { migrations: string[]; tables: Record<string, number> };
    const known = ['org', 'branch', 'board', 'scheme', 'member', 'status', 'entry', 'event', 'salt', 'head'];
    const tables = Object.fromEntries(known.map((table) => [table, 0]));
    tables['org'] = header.tables['org'] ?? 0;
    const old = JSON.stringify({ ...header, migrations: header.migrations.slice(0, 3), tables });
    const backup = file('old.backup', packed([old, ...lines.filter((line) => line.includes('"table":"org"')), '']));
    const target = at('old');
    expect(await operate(envOf(target), ['restore', backup])).toMatchObject({ status: 0, err: '' });
    expect(await countAll(target)).toBe(2);
    expect(await operate(envOf((await server.place()).at), ['restore', backup])).toMatchObject({
      status: 1,
      err: expect.stringContaining('较早的版本'),
    });
  });

  test('a server that was offered a forged one is as empty afterwards as before', async () => {
    const { at: place } = await server.place();
    const lines = linesOf(filledOn('PostgreSQL').backup).map((line) => line.replace('党员a', '党员z'));
    const hostile = file('server.backup', packed(lines));
    expect(await operate(envOf(place), ['restore', hostile])).toMatchObject({ status: 1 });
    expect(await countAll(place)).toBe(0);
  });
});

describe('db move (contracts)', () => {
  test('moves a folder to a server that its owner migrates, and back, proving that both hold the same', async () => {
    const { place, backup } = filledOn('SQLite');
    await server.server.admin('postgres', `create database moved owner ${ROLES.owner}`);
    const url = server.server.url(ROLES.application, 'moved');
    const owner = server.server.url(ROLES.owner, 'moved');
    const moved = await operate({ DATA_DIR: place, DATABASE_OWNER_URL: owner }, ['db', 'move', '--to', url]);
    expect(moved).toMatchObject({ status: 0, err: '', out: expect.stringContaining('两边逐表一致') });
    expect(moved.out).not.toMatch(/党员[a-h]|postgres:/);
    const back = at('back');
    const returned = await operate({ DATABASE_URL: url }, ['db', 'move', '--to', back, '--lang', 'en']);
    expect(returned).toMatchObject({ status: 0, err: '', out: expect.stringContaining('both hold the same') });
    const digests = (text: string): readonly string[] =>
      text.split('\n').filter((line) => /^[a-z_]+ \d+ [0-9a-f]{64}$/.test(line));
    expect(digests(moved.out)).toHaveLength(ALL_TABLES.length);
    expect(moved.out).toMatch(/^session 1 /m);
    expect(digests(returned.out)).toEqual(digests(moved.out));
    for (const env of [envOf(place), envOf(url), envOf(back)]) {
      const again = at(`moved-${count++}.backup`);
      expect(await operate(env, ['backup', again])).toMatchObject({ status: 0 });
      expect(readFileSync(again)).toEqual(readFileSync(backup));
    }
    expect(await operate({ DATA_DIR: place }, ['db', 'move', '--to', url])).toMatchObject({ status: 1, out: '' });
    expect(await operate({ DATABASE_URL: url }, ['db', 'move', '--to', back])).toMatchObject({ status: 1, out: '' });
  });
});

describe('doctor (contracts)', () => {
  test.each(ENGINES)('says on %s that all is well, masks what is secret, and shows no name', async (engine) => {
    const { place } = filledOn(engine);
    const env = { ...envOf(place), SECRETS_KEY: 'verysecret'.repeat(4) };
    const { status, out, err } = await operate(env, ['doctor']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('一切正常');
    expect(out).toContain('2027 年');
    expect(out).toContain(engine);
    expect(out).not.toMatch(/verysecret|党员[a-h]/);
    const json = await operate(env, ['doctor', '--json', '--lang', 'en']);
    expect(JSON.parse(json.out)).toMatchObject({
      ok: true,
      checks: expect.arrayContaining([
        expect.objectContaining({
          name: 'chains',
          data: expect.objectContaining({ branches: 1, chains: 2, unsound: [] }),
        }),
      ]),
    });
  });

  test('refuses the owner of the tables, a superuser, and a server without tables (trust 6)', async () => {
    const { place } = filledOn('PostgreSQL');
    const name = new URL(place).pathname.slice(1);
    for (const role of [ROLES.owner, 'postgres']) {
      const found = await operate(envOf(server.server.url(role, name)), ['doctor']);
      expect(found).toMatchObject({ status: 1, out: expect.stringContaining(`角色 ${role} 权限过大`) });
    }
    await server.server.admin('postgres', `create database bare owner ${ROLES.owner}`);
    const bare = await operate(envOf(server.server.url(ROLES.application, 'bare')), ['doctor']);
    expect(bare).toMatchObject({ status: 1, out: expect.stringContaining('请运行 migrate') });
  });

  test('names a folder that others may enter, one that is not there, a damaged file, and a password is never said', async () => {
    const open = at('open');
    await operate(envOf(open), ['restore', filledOn('SQLite').backup]);
    expect(await operate(envOf(open), ['doctor'])).toMatchObject({ status: 0 });
    chmodSync(open, 0o755);
    expect(await operate(envOf(open), ['doctor'])).toMatchObject({ status: 1, out: expect.stringContaining('755') });
    expect((await operate(envOf(at('absent')), ['doctor'])).status).toBe(1);
    expect(existsSync(at('absent'))).toBe(false);
    mkdirSync(at('damaged'), { mode: 0o700 });
    writeFileSync(join(at('damaged'), DATABASE_FILE), 'no database', { mode: 0o600 });
    expect((await operate(envOf(at('damaged')), ['doctor'])).status).toBe(1);
    const { status, out, err } = await operate({ DATABASE_URL: 'postgres://app:secret@127.0.0.1:1/x' }, ['doctor']);
    expect(status).toBe(1);
    expect(out + err).not.toContain('secret');
  });
});
