import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres } from '#tests/postgres/engine.ts';
import { addBranch } from './branch.ts';
import { openStore, type Store } from './database.ts';
import { databaseErrorOf } from './database-error.ts';
import { lockBranch } from './head.ts';
import { addOrg } from './org.ts';
import { LIMITS } from './postgres.ts';

const kindOf = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => 'no error',
    (error: unknown) => databaseErrorOf(error) ?? error,
  );
let server: Awaited<ReturnType<typeof startPostgres>>;
let url: string;
let remove: () => Promise<void>;
let store: Store;

beforeAll(async () => {
  server = await startPostgres();
  const place = await server.place();
  [url, remove] = [place.at, place.remove];
  store = await openStore(url, { ...LIMITS, pool: 2, lock: 200, statement: 700, connect: 500 });
  const at = '2026-01-01T00:00:00.000Z';
  await addOrg(store.rows, { id: 'O', parent_id: null, path: '/O/', name: '某党委', created_at: at });
  await addBranch(store.rows, { branch_id: 'B', org_id: 'O', name: '某支部', demo: 0, created_at: at });
});
afterAll(async () => {
  await store.close();
  await remove();
  await server.stop();
});

describe('what PostgreSQL really says', () => {
  test('a branch that another holds is busy', async () => {
    const kind = await store.transaction(async (rows) => {
      await lockBranch(rows, 'B');
      return await kindOf(store.transaction((other) => lockBranch(other, 'B')));
    });
    expect(kind).toBe('busy');
  });

  test('a statement that takes too long, a pool that is used up, and a connection that was ended are down', async () => {
    expect(await kindOf(sql`select pg_sleep(5)`.execute(store.rows))).toBe('down');
    const [one, two] = [sql`select pg_sleep(0.6)`.execute(store.rows), sql`select pg_sleep(0.6)`.execute(store.rows)];
    expect(await kindOf(sql`select 1`.execute(store.rows))).toBe('down');
    await Promise.all([one, two]);
    const ended = kindOf(sql`select pg_sleep(0.6)`.execute(store.rows));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.server.admin(
      'postgres',
      `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(0.6)%' and state = 'active' and pid <> pg_backend_pid()`,
    );
    expect(await ended).toBe('down');
    expect(await kindOf(openStore('postgres://nobody@127.0.0.1:1/x'))).toBe('down');
    // The end of the connection may be heard a moment after its last answer.
    await expect.poll(() => kindOf(sql`select 1`.execute(store.rows))).toBe('no error');
  });

  test('text and numbers that it does not keep are the caller’s to mend; a mistake of ours is none of them', async () => {
    const named = (name: string) => sql`select ${name}::text`.execute(store.rows);
    expect(await kindOf(named('a\u0000b'))).toBe('text');
    expect(await kindOf(sql`select ${'99999999999999999999'}::bigint`.execute(store.rows))).toBe('text');
    expect(await kindOf(sql`selekt`.execute(store.rows))).toMatchObject({ code: '42601' });
    expect(databaseErrorOf(new TypeError('x'))).toBeUndefined();
    expect(databaseErrorOf('no error at all')).toBeUndefined();
  });
});
