import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActAction, InputOf } from '#contract/api.ts';
import { PASSWORD_HEADER, pathOf } from '#contract/path.ts';
import { accountsOf } from '#service/account/accounts.ts';
import { systemClock } from '#service/clock.ts';
import { verifyBranch } from '#service/verify.ts';
import { hashOf } from '#store/hash.ts';
import { type Place, startPostgres } from '#tests/postgres/engine.ts';
import { CLOCK, openBranch, type TestBranch } from '#tests/process-branch.ts';
import { convene, freeze } from '#tests/process-sitting.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { MEMBERS } from './load.ts';
import { freePort, type Program, type Reply, startProgram } from './program.ts';
import { tokensOf } from './tokens.ts';

const TODAY = '2026-04-02';
const PASSWORD = 'jiayou-laozhang-pao-bu';
const DECISIONS = 15;

let engine: Awaited<ReturnType<typeof startPostgres>>;
let place: Place;
let at: TestBranch;
let tokens: Map<string, string>;
let servers: readonly [Program, Program];
let count = 0;
const counted: Record<string, number> = {};

type Asked<A extends ActAction> = {
  readonly person: string;
  readonly action: A;
  readonly input: Omit<InputOf<A>, 'branch'>;
  readonly revision?: number;
  readonly key?: string;
};

/** Sends one request to one server. */
async function send<A extends ActAction>(to: 0 | 1, { person, action, input, revision = 0, key }: Asked<A>) {
  const headers = {
    'idempotency-key': key ?? `race-${count++}-key`,
    'if-match': `"${revision}"`,
    ...(action.startsWith('motion.c') && { [PASSWORD_HEADER]: PASSWORD }),
  };
  const body = { branch: 'B', ...input };
  const reply = await servers[to].send({ path: pathOf(action), token: tokens.get(person), body, headers });
  if (!reply) throw new Error(`no answer: ${servers[to].said()}`);
  return reply;
}

/** Sends one request to each server at the same moment. */
async function race<A extends ActAction, B extends ActAction>(one: Asked<A>, other: Asked<B>) {
  return await Promise.all([send(0, one), send(1, other)]);
}

/** Of two who want the same one gets it, and the other is told that it is not so any more; answers with which. */
function expectOneWinner(what: string, replies: readonly Reply[], codes: readonly string[]): number {
  const said = replies.map(({ status, body }) => [status, body['code'] ?? 'done']);
  expect(new Set(said.map(([status]) => status)), JSON.stringify(replies.map(({ body }) => body))).toEqual(
    new Set([200, 409]),
  );
  expect(codes, what).toContain(said.find(([status]) => status === 409)?.[1]);
  counted[what] = (counted[what] ?? 0) + 1;
  return said.findIndex(([status]) => status === 200);
}

beforeAll(async () => {
  engine = await startPostgres();
  place = await engine.place();
  at = await openBranch(place.at, { members: MEMBERS });
  at.day = '2026-03-31';
  await at.act(CLOCK, 'quarter.open', { quarter: '2026Q1' });
  for (const month of ['2026-01', '2026-02', '2026-03']) await at.act(CLOCK, 'month.open', { month });
  at.day = TODAY;
  tokens = await tokensOf(at, MEMBERS, PASSWORD);
  servers = [
    startProgram({ at: place.at, port: await freePort(), today: TODAY }),
    startProgram({ at: place.at, port: await freePort(), today: TODAY }),
  ];
  for (const server of servers) await server.ready();
});
afterAll(async () => {
  for (const server of servers) await server.end('SIGKILL');
  await at.close();
  await place.remove();
  await engine.stop();
  console.log(`two servers: ${JSON.stringify(counted)}`);
});

describe('two servers on one PostgreSQL: one winner, one 409, never 5xx (issue 3)', () => {
  test('the day begins once, though both begin it', async () => {
    const steps = () =>
      at.store.rows
        .selectFrom('step')
        .select(['action', 'id'])
        .where('id', 'in', ['2026-04', '2026Q2'])
        .orderBy('id')
        .execute();
    await expect.poll(steps).toHaveLength(2);
    expect(await steps()).toEqual([
      { action: 'month.open', id: '2026-04' },
      { action: 'quarter.open', id: '2026Q2' },
    ]);
  });

  test('decisions on one line', async () => {
    const lines: { id: string; revision: number }[] = [];
    const review = (await at.act('a', 'review.convene', { month: '2026-03', day: TODAY })).id;
    await at.act('a', 'review.open', { id: review, present: ['a', 'b', 'c', 'd'] });
    for (let made = 0; made < DECISIONS; made++) {
      const { id } = await at.act('f', 'declaration.draft', {
        subject: 'f',
        fact: { item: 'zhiyuan', day: '2026-03-05' },
      });
      await at.act('f', 'declaration.submit', { id });
      lines.push(await at.act('b', 'review.take', { id, review }));
    }
    for (const { id, revision } of lines) {
      const decision = { id, review, ayes: ['a', 'b', 'c'] };
      const replies = await race(
        { person: 'b', action: 'review.accept', input: decision, revision },
        { person: 'c', action: 'review.decline', input: { ...decision, reason: '无记录' }, revision },
      );
      expectOneWinner('decisions', replies, ['revision.stale']);
      expect(replies.find(({ status }) => status === 409)?.body['params']).toMatchObject({ revision: revision + 1 });
    }
    await at.act('a', 'review.close', { id: review });
  });

  test('one request with one key at both: one effect, the same answer', async () => {
    for (let tried = 0; tried < DECISIONS; tried++) {
      const input = { subject: 'g', fact: { item: 'zhiyuan', day: '2026-03-06' }, words: `同一请求${tried}` };
      const asked = { person: 'g', action: 'declaration.draft', input, key: `same-key-${tried}` } as const;
      const [one, other] = await race(asked, asked);
      expect([one.status, other.status]).toEqual([200, 200]);
      expect(other.body).toEqual(one.body);
      expect((await send(1, asked)).body).toEqual(one.body);
      const lines = at.store.rows.selectFrom('matter').select('id').where('body', 'like', `%同一请求${tried}"%`);
      expect(await lines.execute()).toHaveLength(1);
      const slip = { person: 'a', action: 'account.slip', input: { member: 'h' }, key: `same-slip-${tried}` } as const;
      const slips = await race(slip, slip);
      expect(slips[1].body).toEqual(slips[0].body);
      counted['keys'] = (counted['keys'] ?? 0) + 2;
    }
  });

  test('votes of one member, and counts of one motion', async () => {
    const sitting = await convene(at, { day: TODAY });
    await freeze(at, sitting, MEMBERS);
    for (const title of ['第一项', '第二项']) {
      const motion = (await at.act('a', 'motion.put', { assembly: sitting, kind: 'other', title })).id;
      await at.act('a', 'assembly.brief', { id: sitting, motion });
      const { revision } = await at.act('a', 'motion.open', { id: motion, way: 'screen' });
      let ayes = 0;
      for (const person of MEMBERS) {
        const cast = (choice: 'aye' | 'no') =>
          ({ person, action: 'motion.cast', input: { id: motion, choice }, revision }) as const;
        const replies = await race(cast('aye'), cast('no'));
        if (expectOneWinner('votes', replies, ['motion.voted-already']) === 0) ayes++;
      }
      const ballots = await at.store.rows.selectFrom('ballot').select('code').where('motion_id', '=', motion).execute();
      expect(ballots).toHaveLength(MEMBERS.length);
      const counting = (person: string) =>
        ({ person, action: 'motion.count', input: { id: motion }, revision }) as const;
      const replies = await race(counting('e'), counting('e'));
      expectOneWinner('counts', replies, ['revision.stale', 'motion.counted']);
      expect(replies.find(({ status }) => status === 200)?.body['told']).toEqual({
        result: ayes > MEMBERS.length / 2 ? 'passed' : 'lost',
      });
    }
  });

  test('closings of one month', async () => {
    for (const id of ['2026-01', '2026-02', '2026-01', '2026-02', '2026-03', '2026-03']) {
      const known = await at.store.rows
        .selectFrom('matter')
        .selectAll()
        .where('noun', '=', 'month')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (known.state === 'closed') {
        const asked = await at.act('a', 'month.reopen', { id, reason: '漏报一项' });
        await at.act('b', 'second.confirm', { id: asked.id });
      }
      const { revision } = await at.store.rows
        .selectFrom('matter')
        .selectAll()
        .where('noun', '=', 'month')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const close = { person: 'a', action: 'month.close', input: { id }, revision } as const;
      expectOneWinner('closings', await race(close, close), ['revision.stale', 'month.closed']);
    }
    const sealed = await at.store.rows
      .selectFrom('document')
      .select('number')
      .where('kind', '=', 'month')
      .orderBy('number')
      .execute();
    expect(sealed.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a slip is spent once', async () => {
    const { machine } = accountsOf({ ...at.context, clock: systemClock() }); // the servers count a slip's days by the real clock
    for (let tried = 0; tried < 5; tried++) {
      const { code } = await machine.add(`新人${tried}`, 'B');
      const body = { code, password: PASSWORD };
      const replies = await Promise.all(servers.map((server) => server.send({ path: pathOf('session.join'), body })));
      expect(new Set(replies.map((reply) => reply?.status))).toEqual(new Set([200, 404]));
      expect(replies.find((reply) => reply?.status === 404)?.body['code']).toBe('slip.spent');
      counted['slips'] = (counted['slips'] ?? 0) + 1;
    }
  });

  test('the chain is whole, and neither server met a bug', async () => {
    const check = new ArchiveCheck(hashOf, undefined);
    const strays = await verifyBranch(at.context, { branch: 'B' }, (line) => check.take(line));
    expect({ strays, ...check.finish() }).toMatchObject({ strays: [], faults: [], sound: true });
    for (const server of servers) expect(server.said()).not.toContain('"level":50');
    expect(await Promise.all(servers.map((server) => server.end('SIGTERM')))).toEqual([0, 0]);
  });
});
