import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathOf } from '#contract/path.ts';
import { openServices } from '#service/open.ts';
import { lockBranch } from '#store/head.ts';
import { LIMITS } from '#store/postgres.ts';
import { type Place, ROLES, startPostgres } from '#tests/postgres/engine.ts';
import { openBranch, type TestBranch } from '#tests/process-branch.ts';
import { MEMBERS } from './load.ts';
import { freePort, type Program, type Reply, startProgram } from './program.ts';
import { tokensOf } from './tokens.ts';

let engine: Awaited<ReturnType<typeof startPostgres>>;
let place: Place;
let at: TestBranch;
let tokens: Map<string, string>;
let program: Program;
let count = 0;

beforeAll(async () => {
  engine = await startPostgres();
  place = await engine.place();
  at = await openBranch(place.at, { members: MEMBERS });
  tokens = await tokensOf(at, MEMBERS);
  program = startProgram({ at: place.at, port: await freePort() });
  await program.ready();
});
afterAll(async () => {
  await program.end('SIGKILL');
  await at.close();
  await place.remove();
  await engine.stop();
});

/** A draft with a key of its own, or with one told. */
async function draft(key = `away-key-${count++}`): Promise<Reply | undefined> {
  const body = { branch: 'B', subject: 'f', fact: { item: 'zhiyuan', day: '2026-03-05' }, words: key };
  const headers = { 'idempotency-key': key };
  return await program.send({ path: pathOf('declaration.draft'), token: tokens.get('f'), body, headers });
}

async function statusOf(path: string): Promise<number | undefined> {
  return (await program.send({ path }))?.status;
}

/** What the server answers while no database answers it. */
async function expectAway(): Promise<void> {
  const reply = await draft('away-key-cut');
  expect(reply, JSON.stringify(reply?.body)).toMatchObject({ status: 503, body: { code: 'database.busy' } });
  expect(Number(reply?.headers['retry-after'])).toBeGreaterThan(0);
  expect(reply?.headers['content-type']).toContain('application/problem+json');
  const ready = await program.send({ path: '/readyz' });
  expect(ready).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  const page = await program.send({ path: '/b/AAAAAAAAAAAAAAAAAAAAAA' });
  expect(page).toMatchObject({ status: 503 });
  expect(await statusOf('/healthz')).toBe(200);
  expect(await statusOf('/api/openapi.json')).toBe(200);
}

describe('the database is away while the server runs (issue 3)', () => {
  test.each(['SIGINT', 'SIGQUIT', 'SIGKILL'] as const)(
    'ended by %s: 503 meanwhile, and by itself again when it is back',
    async (signal) => {
      expect(await draft()).toMatchObject({ status: 200 });
      await engine.server.down(signal);
      await expectAway();
      await engine.server.up();
      await program.ready();
      expect(await draft('away-key-cut')).toMatchObject({ status: 200 });
      const kept = at.store.rows.selectFrom('answer').select('answer').where('key', '=', 'away-key-cut');
      await expect.poll(async () => await kept.execute().catch(() => [])).toHaveLength(1);
      expect(await Promise.all(Array.from({ length: 30 }, async () => (await draft())?.status))).toEqual(
        Array.from({ length: 30 }, () => 200),
      );
    },
  );

  test('one that hangs is not ready, and nobody waits for it without end', async () => {
    engine.server.freeze(true);
    try {
      const began = performance.now();
      expect(await statusOf('/readyz')).toBe(503);
      expect(performance.now() - began).toBeLessThan(5000);
      expect(await statusOf('/healthz')).toBe(200);
    } finally {
      engine.server.freeze(false);
    }
    await program.ready();
    expect(await draft()).toMatchObject({ status: 200 });
    expect(program.said()).not.toContain('"bug"');
  });

  test('one that stops waiting for the disk is not written to until it waits again', async () => {
    const role = `alter role ${ROLES.application}`;
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${ROLES.application}'`;
    await engine.server.admin('postgres', `${role} set synchronous_commit = off`, cut);
    try {
      await expect.poll(async () => (await draft('unsafe-key-1'))?.status).toBe(503);
      expect(await draft('unsafe-key-2')).toMatchObject({ status: 503, body: { code: 'database.busy' } });
      expect(await statusOf('/readyz')).toBe(503);
      expect(program.said()).toContain('synchronous_commit = off');
    } finally {
      await engine.server.admin('postgres', `${role} reset synchronous_commit`);
    }
    await program.ready();
    expect(await draft('unsafe-key-2')).toMatchObject({ status: 200 });
  });

  test('a day that could not begin is begun by the next who comes (product §3)', async () => {
    const services = await openServices(place.at, '2026-05-04', {
      limits: { ...LIMITS, lock: 100 },
      secretsKey: 'x'.repeat(64),
    });
    try {
      const holding = at.store.transaction(async (rows) => {
        await lockBranch(rows, 'B');
        const tried = services.tick();
        await expect(tried).rejects.toMatchObject({ code: '55P03' });
      });
      await holding;
      expect(await services.tick()).toBeGreaterThan(0);
      const months = at.store.rows
        .selectFrom('matter')
        .select('state')
        .where('noun', '=', 'month')
        .where('id', '=', '2026-05');
      expect(await months.execute()).toEqual([{ state: 'open' }]);
    } finally {
      await services.close();
    }
  });
});
