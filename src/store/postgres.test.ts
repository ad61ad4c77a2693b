import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Place, ROLES, startPostgres } from '#tests/postgres/engine.ts';
import { addBranch } from './branch.ts';
import { openStore, type Store } from './database.ts';
import { addEntries } from './entry.ts';
import { readHead } from './head.ts';
import { addMembers } from './member.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { addOrg } from './org.ts';
import { LIMITS, refuseUnsafe, wholeNumber } from './postgres.ts';
import { RIGHTS } from './rights.ts';

const NOW = '2026-11-22T08:00:00.000Z';
let engine: Awaited<ReturnType<typeof startPostgres>>;
let place: Place;
const stores: Store[] = [];

/** Opens another program's connections to the place. */
async function open(limits = LIMITS): Promise<Store> {
  const store = await openStore(place.at, limits);
  stores.push(store);
  return store;
}

/** The name of the place's database, and its address for a role. */
const database = () => new URL(place.at).pathname.slice(1);
const urlOf = (role: string) => engine.server.url(role, database());

const history = [{ from: '0000-01-01', to: '9999-12-31', standing: 'full' as const }];
const fact = { item: 'DY1', day: '2026-03-05' };
const one = [{ member: 'm1', fact }];

async function branch({ rows }: Store): Promise<void> {
  await addOrg(rows, { id: 'o1', parent_id: null, path: '/o1/', name: '某区', created_at: NOW });
  await addBranch(rows, { branch_id: 'b1', org_id: 'o1', name: '某支部', demo: 1, created_at: NOW });
  await addMembers(rows, 'b1', [{ member: { id: 'm1', name: '甲', history }, code: 'D01' }], NOW);
}

beforeAll(async () => {
  engine = await startPostgres();
}, 60_000);
afterAll(() => engine.stop());
beforeEach(async () => {
  place = await engine.place();
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await place.remove();
});

describe('a server that might lose what it acknowledged is refused', () => {
  const safe = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', server_encoding: 'UTF8' };

  test.each([
    ['fsync', 'off'],
    ['full_page_writes', 'off'],
    ['synchronous_commit', 'off'],
    ['synchronous_commit', 'local'],
    ['synchronous_commit', 'remote_write'],
    ['server_encoding', 'SQL_ASCII'],
    ['server_version_num', '140011'],
    ['server_version_num', ''],
  ])('%s = %s', (name, value) => {
    const answers = { ...safe, server_version_num: '150001' };
    expect(() => refuseUnsafe(answers)).not.toThrow();
    expect(() => refuseUnsafe({ ...answers, [name]: value })).toThrow(`PostgreSQL answers ${name}`);
  });

  test('fsync turned off while it runs is seen by the next connection', async () => {
    await open();
    const said = () => open().then(String, (error: Error) => error.message);
    await engine.server.admin('postgres', 'alter system set fsync = off', 'select pg_reload_conf()');
    try {
      await expect.poll(said).toContain('fsync = off');
    } finally {
      await engine.server.admin('postgres', 'alter system reset fsync', 'select pg_reload_conf()');
    }
    await expect.poll(async () => (await place.raw('show fsync'))[0]).toEqual({ fsync: 'on' });
  });

  test.each(['whole', 'one database'])(
    'a role told not to wait for the disk is refused, told for the %s',
    async (where) => {
      const role = `alter role ${ROLES.application}${where === 'whole' ? '' : ` in database ${database()}`}`;
      await engine.server.admin(database(), `${role} set synchronous_commit = off`);
      try {
        await expect(open()).rejects.toThrow('synchronous_commit = off');
      } finally {
        await engine.server.admin(database(), `${role} reset synchronous_commit`);
      }
      await open();
    },
  );
});

describe('a role that may too much is refused (trust §6.6)', () => {
  const { owner, application } = ROLES;

  test('the superuser and the owner of the tables', async () => {
    await expect(openStore(urlOf('postgres'))).rejects.toMatchObject({ name: 'UnsafeConnection' });
    await expect(openStore(urlOf(owner))).rejects.toMatchObject({ name: 'UnsafeConnection' });
  });

  test.each([
    ['who could become the owner', `grant ${owner} to ${application}`, `revoke ${owner} from ${application}`],
    ['who makes roles', `alter role ${application} createrole`, `alter role ${application} nocreaterole`],
    ['who replicates', `alter role ${application} replication`, `alter role ${application} noreplication`],
    ['who writes all', `grant pg_write_all_data to ${application}`, `revoke pg_write_all_data from ${application}`],
    [
      'who reaches files of the server',
      `grant pg_write_server_files to ${application}`,
      `revoke pg_write_server_files from ${application}`,
    ],
  ])('one %s', async (_, grant, revoke) => {
    await engine.server.admin(database(), grant);
    try {
      await expect(open()).rejects.toMatchObject({ name: 'UnsafeConnection' });
    } finally {
      await engine.server.admin(database(), revoke);
    }
    await open();
  });

  test.each([
    `grant update on entry to ${application}`,
    `grant update (note) on entry to ${application}`,
    `grant delete on event to public`,
    `grant truncate on salt to ${application}`,
    `grant trigger on scheme to ${application}`,
    `grant delete on head to ${application}`,
    `alter table member owner to ${application}`,
    `alter schema public owner to ${application}`,
  ])('%s: refused; migrating takes what was granted back', async (grant) => {
    await engine.server.admin(database(), grant);
    await expect(open()).rejects.toMatchObject({ name: 'UnsafeConnection' });
    if (grant.startsWith('alter')) return;
    expect(await migratePostgres(urlOf(owner), urlOf(application))).toEqual({ done: [], role: application });
    await open();
  });

  test('a database without tables is not opened; one role for both is not migrated', async () => {
    await engine.server.admin('postgres', `create database bare owner ${owner}`);
    const [bare, bareOwner] = [engine.server.url(application, 'bare'), engine.server.url(owner, 'bare')];
    await expect(openStore(bare)).rejects.toMatchObject({ name: 'NotMigrated' });
    await expect(migratePostgres(bareOwner, bareOwner)).rejects.toThrow('the same role');
    expect((await migratePostgres(bareOwner, bare)).done).toContain('001-branch');
    await (await openStore(bare)).close();
  });

  test('no table may be changed but the heads, work in progress and the ballot box, and none emptied', async () => {
    const tables =
      await place.raw(`SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND (has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER') OR pg_has_role(relowner, 'MEMBER'))`);
    const changed = Object.entries(RIGHTS).flatMap(([table, right]) => (right === 'add' ? [] : [table]));
    expect(tables.map((row) => (row as { relname: string }).relname).toSorted()).toEqual(changed.toSorted());
    for (const table of ['entry', 'event', 'salt', 'act', 'document', 'step', 'record', 'access', 'answer', 'scheme'])
      for (const statement of [`UPDATE ${table} SET branch_id = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
        await expect(place.raw(statement), statement).rejects.toThrow('permission denied');
    await expect(place.raw('DELETE FROM head')).rejects.toThrow('permission denied');
    expect(await place.raw('SELECT tgname FROM pg_trigger WHERE NOT tgisinternal')).toEqual([]);
  });

  test('every text is compared byte by byte, though the database is Chinese', async () => {
    const others = await place.raw(`SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND relname NOT LIKE 'kysely%'
      AND atttypid = 'text'::regtype AND attcollation <> '"C"'::regcollation`);
    expect(others).toEqual([]);
    expect(await place.raw(`SELECT daticulocale FROM pg_database WHERE datname = current_database()`)).toHaveLength(1);
  });
});

describe('connections of a server', () => {
  test('every one has its time-outs', async () => {
    const { rows } = await open({ ...LIMITS, statement: 1234, lock: 567, idle: 8901 });
    const asked = await rows
      .selectNoFrom((by) =>
        ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'].map((name) =>
          by.fn<string>('current_setting', [by.val(name)]).as(name),
        ),
      )
      .executeTakeFirst();
    expect(Object.values(asked ?? {})).toEqual(['1234ms', '567ms', '8901ms']);
  });

  test('who waits too long for a branch is told, and nothing is left', async () => {
    const [first, second] = [await open(), await open({ ...LIMITS, lock: 100 })];
    await branch(first);
    await first.transaction(async (rows) => {
      await addEntries(rows, 'b1', one, NOW);
      await expect(addEntries(second.rows, 'b1', one, NOW)).rejects.toThrow('lock timeout');
    });
    expect(await readHead(second.rows, 'b1')).toMatchObject({ seq: 1 });
  });

  test('two programs that write to one branch number on without gaps', async () => {
    const [first, second] = [await open(), await open()];
    await branch(first);
    const before = await readHead(first.rows, 'b1');
    const all = Array.from({ length: 40 }, (_, at) => addEntries((at % 2 ? first : second).rows, 'b1', one, NOW));
    const numbers = (await Promise.all(all)).map(({ seq }) => seq);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(all.map((_, at) => at + 1));
    const chain = await first.rows.selectFrom('event').select(['prev', 'hash']).orderBy('seq').execute();
    expect(chain.slice(1).map(({ prev }) => prev)).toEqual(chain.slice(0, -1).map(({ hash }) => hash));
    expect(await readHead(second.rows, 'b1')).toMatchObject({ eventSeq: (before?.eventSeq ?? 0) + 40 });
  });

  test('a snapshot sees one state whatever is written meanwhile, and writes nothing', async () => {
    const [first, second] = [await open(), await open()];
    await branch(first);
    await first.snapshot(async (rows) => {
      const before = await readHead(rows, 'b1');
      await addEntries(second.rows, 'b1', one, NOW);
      expect(await readHead(rows, 'b1')).toEqual(before);
    });
    const writing = first.snapshot((rows) => addEntries(rows, 'b1', one, NOW));
    await expect(writing).rejects.toThrow('read-only');
    expect(await readHead(first.rows, 'b1')).toMatchObject({ seq: 1 });
  });

  test('a connection that was cut is replaced', async () => {
    const { rows } = await open();
    const branches = () => rows.selectFrom('branch').selectAll().execute();
    await branches();
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${ROLES.application}'`;
    await engine.server.admin(database(), `${cut} and datname = '${database()}'`);
    await expect.poll(() => branches().catch(String)).toEqual([]);
  });

  test('whole numbers are numbers, however wide; one too wide is an error', async () => {
    expect(['0', '-7', '9007199254740991'].map(wholeNumber)).toEqual([0, -7, 9_007_199_254_740_991]);
    for (const text of ['9007199254740993', '1.5', 'NaN']) expect(() => wholeNumber(text)).toThrow('safe integer');
    const { rows } = await open();
    await branch({ rows } as Store);
    const wide = [{ member: 'm1', fact: { ...fact, quantity: 9_007_199_254_740_991 } }];
    await addEntries(rows, 'b1', wide, NOW);
    const sums = () =>
      rows
        .selectFrom('entry')
        .select(({ fn }) => [fn.sum('quantity').as('sum'), fn.countAll().as('count'), fn.max('seq').as('max')])
        .executeTakeFirst();
    expect(await sums()).toEqual({ sum: 9_007_199_254_740_991, count: 1, max: 1 });
    await addEntries(rows, 'b1', wide, NOW);
    await expect(sums()).rejects.toThrow('not a safe integer');
    expect(await readHead(rows, 'b1')).toMatchObject({ seq: 2 });
  });
});
