import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sayInstant } from '#words/say-instant.ts';
import { at, HOME, type Ran, sunledger } from './cli.ts';
import { openPlayed, type Played } from './play-rows.ts';
import { startPostgres } from './postgres/engine.ts';

const STORIES = ['examples/story-2026.yaml', 'examples/story-small.yaml'] as const;
const YEAR_END = '2026-12-31';
const LONG = 400_000;

type Written = { readonly steps: readonly { readonly do: string; readonly refused?: string }[] };
const written = (path: string): Written => parse(readFileSync(join(HOME, path), 'utf8')) as Written;
const refusals = (path: string): readonly string[] => written(path).steps.flatMap(({ refused }) => refused ?? []);

let said: readonly Ran[];
let year: Played;
let small: Played;

/** The day in China of an instant. */
function dayOf(instant = ''): string {
  return sayInstant(instant).slice(0, 10);
}

beforeAll(async () => {
  said = [
    await sunledger('play', STORIES[0], '--data', at('year'), '--json'),
    await sunledger('play', STORIES[1], '--data', at('small'), '--json'),
  ];
  year = await openPlayed(at('year'), '演示小学党支部');
  small = await openPlayed(at('small'), '云岭教学点党支部（演示）');
}, LONG);
afterAll(async () => {
  await year.store.close();
  await small.store.close();
});

describe('both stories through the built command', () => {
  test('every step goes as written, the refused ones too, and each refusal is on record with its code', async () => {
    for (const [which, played] of [year, small].entries()) {
      const codes = refusals(STORIES[which] ?? '');
      expect(playedAs(said[which])).toMatchObject({ refusals: codes.length });
      expect(await played.refused()).toEqual(codes.toSorted());
    }
    expect(new Set(refusals(STORIES[0])).size).toBeGreaterThanOrEqual(30);
  });

  test('verify finds both sound', async () => {
    for (const folder of ['year', 'small']) {
      const { status, out } = await sunledger('verify', '--data', at(folder));
      expect([status, out]).toEqual([0, expect.stringContaining('全部相符')]);
    }
  });

  test('the totals are those of evaluate on the facts of the ledger, and those last sealed (product §5.1, §5.10)', async () => {
    for (const [played, members] of [
      [year, 39],
      [small, 4],
    ] as const) {
      const totals = await played.totals(YEAR_END);
      expect(Object.keys(totals)).toHaveLength(members);
      expect(await played.evaluated(YEAR_END)).toEqual(totals);
      const sealed = (await played.documents('settlement')).at(-1);
      const { members: claims } = JSON.parse(sealed?.text ?? '{}') as {
        members: { claim: { member: string; total: number } }[];
      };
      expect(claims).toHaveLength(members);
      for (const [code, total] of Object.entries(totals)) {
        const id = await played.idOf(code);
        expect([code, claims.find(({ claim }) => claim.member === id)?.claim.total]).toEqual([code, total]);
      }
    }
  });

  test(
    'on PostgreSQL every member comes to the same total',
    async () => {
      const engine = await startPostgres();
      try {
        for (const [which, played] of [year, small].entries()) {
          const place = await engine.place();
          const env = { DATABASE_URL: place.at, SECRETS_KEY: 'play'.repeat(16) };
          const ran = await withEnvironment(env, async () => await sunledger('play', STORIES[which] ?? '', '--json'));
          expect([ran.status, ran.err]).toEqual([0, '']);
          const there = await openPlayed(place.at, which === 0 ? '演示小学党支部' : '云岭教学点党支部（演示）');
          expect(await there.totals(YEAR_END)).toEqual(await played.totals(YEAR_END));
          expect(await there.done()).toEqual(await played.done());
          await there.store.close();
        }
      } finally {
        await engine.stop();
      }
    },
    LONG,
  );
});

/** What a run printed, which went well and said nothing else. */
function playedAs(ran: Ran | undefined): unknown {
  expect([ran?.status, ran?.err]).toEqual([0, '']);
  return JSON.parse(ran?.out ?? '');
}

async function withEnvironment<T>(added: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
  Object.assign(process.env, added);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(added)) delete process.env[name];
  }
}

describe('what happens in the year (§三, product §3)', () => {
  test('twelve months are declared, reviewed and sealed; February was reopened by two persons and closed anew', async () => {
    const months = (await year.matters('month')).filter(({ id }) => id < '2027');
    expect(months.map(({ state }) => state)).toEqual(Array<string>(12).fill('sealed'));
    const documents = await year.documents('month');
    expect(documents).toHaveLength(13);
    const again = documents.filter(({ supersedes }) => supersedes !== null);
    expect(again.map(({ period }) => period)).toEqual(['2026-02']);
  });

  test('four general meetings decide, one before them lapsed for want of a quorum and its motion was deferred', async () => {
    expect(await year.states('assembly')).toEqual({ closed: 4, lapsed: 1 });
    const [lapsed] = (await year.matters('assembly')).filter(({ state }) => state === 'lapsed');
    const deferred = (await year.matters('motion')).filter(({ state }) => state === 'deferred');
    expect(deferred.map(({ parent }) => parent)).toEqual([lapsed?.id]);
    expect(await year.states('minutes')).toEqual({ signed: 4 });
    const quarters = (await year.matters('quarter')).filter(({ id }) => id < '2027');
    expect(quarters.map(({ state }) => state)).toEqual(Array<string>(4).fill('closed'));
  });

  test('contested lines are decided alone, one of them by secret ballot on screen', async () => {
    const motions = await year.matters('motion');
    const alone = motions.filter(({ body }) => body.kind === 'contested');
    expect(alone.length).toBeGreaterThanOrEqual(2);
    const screen = motions.filter(({ body }) => body.way === 'screen');
    expect(screen.map(({ body }) => [body.kind, body.result, body.counts])).toEqual([
      ['contested', 'passed', { way: 'screen', ayes: 28, noes: 4, abstentions: 2 }],
    ]);
  });

  test('four registers and a supplement to the first, which its late fact is on', async () => {
    expect(await year.states('register')).toEqual({ sealed: 5 });
    const sheets = await year.matters('register');
    const supplements = sheets.filter(({ body }) => body.kind === 'supplement');
    expect(supplements.map(({ period }) => period)).toEqual(['2026Q1']);
    const [late] = (await year.matters('line')).filter(({ body }) => body.supplementTo !== undefined);
    expect(late?.body.fact.day).toBe('2026-03-21');
    expect(supplements[0]?.body.text).toContain(late?.id);
    expect(
      sheets.filter(({ body }) => body.kind === 'register').every(({ body }) => !body.text.includes(late?.id ?? '')),
    );
  });

  test('four notices of quarters, that of the year and that of its amendment close by themselves and are filed; a question is answered', async () => {
    expect(await year.states('notice')).toEqual({ filed: 6 });
    const notices = await year.matters('notice');
    expect(notices.map(({ body }) => body.of).toSorted()).toEqual([
      ...Array<string>(4).fill('quarter'),
      'settlement',
      'settlement',
    ]);
    for (const { body } of notices) expect(body.reviewer).not.toBe(body.author);
    const closings = year.store.rows.selectFrom('step').select('actor').where('action', '=', 'notice.close');
    expect((await closings.execute()).map(({ actor }) => actor)).toEqual(Array<string>(6).fill('clock'));
    expect(await year.states('question')).toEqual({ shown: 1 });
  });

  test('an objection is upheld by reversal and new entry; one dismissed is upheld on appeal; both are told to the next meeting', async () => {
    const objections = await year.matters('objection');
    expect(objections.map(({ state, body }) => [state, body.result])).toEqual([
      ['reported', 'upheld'],
      ['reported', 'dismissed'],
      ['answered', 'upheld'],
    ]);
    const [appeal] = await year.matters('appeal');
    expect([appeal?.state, appeal?.body.result]).toEqual(['reported', 'upheld']);
    const meeting = (await year.matters('assembly')).find(
      ({ period, state }) => period === '2026Q2' && state === 'closed',
    );
    const reported = [...objections.slice(0, 2), ...(appeal ? [appeal] : [])].map(({ body }) =>
      'reportedAt' in body ? body.reportedAt : undefined,
    );
    expect(reported).toEqual(Array<string | undefined>(3).fill(meeting?.id));
    const found = year.store.rows.selectFrom('entry').select(['ref', 'reverses']).where('ref', 'is not', null);
    const named = (await found.where('branch_id', '=', year.branch).execute()).filter(({ ref }) =>
      /^(objection|appeal):/.test(ref ?? ''),
    );
    expect(named.filter(({ reverses }) => reverses !== null)).toHaveLength(3);
  });

  test('a veto with hearing and finding is confirmed by two and lifted by two; one without a finding is dropped', async () => {
    expect(await year.states('veto')).toEqual({ lifted: 1, dropped: 1 });
    const steps = year.store.rows.selectFrom('step').select(['actor', 'second']);
    const two = await steps.where('action', 'in', ['veto.confirm', 'veto.lift']).where('noun', '=', 'veto').execute();
    expect(two).toHaveLength(2);
    for (const { actor, second } of two) expect([second === null, second === actor]).toEqual([false, false]);
    expect((await year.totals(YEAR_END))['D035']).toBeGreaterThan(0);
  });

  test('a report is verified by the named verifier, heard, and determined; its reporter stands nowhere by name', async () => {
    const [report] = (await year.matters('line')).filter(({ body }) => body.origin === 'report');
    expect(report).toMatchObject({ state: 'determined', subject: await year.idOf('D031') });
    expect(report?.body.verified?.by).toBe(await year.idOf('D004'));
    const reporter = await year.idOf('D013');
    expect(JSON.stringify(report)).not.toContain(reporter);
    const steps = year.store.rows
      .selectFrom('step')
      .selectAll()
      .where('id', '=', report?.id ?? '');
    expect(JSON.stringify(await steps.execute())).not.toContain(reporter);
  });

  test('a relative never decides a line of the other, and one who steps back does not decide that line', async () => {
    const [relative, shy] = [await year.idOf('D002'), await year.idOf('D003')];
    const lines = await year.matters('line');
    const subject = await year.idOf('D012');
    const own = lines.filter((line) => line.subject === subject && line.body.decision);
    expect(own.length).toBeGreaterThan(5);
    for (const { body } of own) expect(body.decision?.ayes).not.toContain(relative);
    const [back] = (await year.matters('review')).flatMap(({ body }) => body.steppedBack);
    expect(back?.person).toBe(shy);
    expect(lines.find(({ id }) => id === back?.line)?.body.decision?.ayes).not.toContain(shy);
  });

  test('the roster changes by acts: in, out with a closing statement, up, mobile, exempt, and a new probationary member', async () => {
    const status = async (code: string) => {
      const rows = year.store.rows.selectFrom('status').select(['standing', 'from_day']);
      return (
        await rows
          .where('member_id', '=', await year.idOf(code))
          .orderBy('seq')
          .execute()
      ).map(({ standing, from_day: from }) => `${standing} ${from}`);
    };
    expect(await status('D022')).toEqual(['full 2001-09-01', 'exempt 2026-03-01']);
    expect(await status('D024')).toEqual(['full 2016-09-01', 'mobile 2026-02-01']);
    expect(await status('D025')).toEqual(['probationary 2025-07-01', 'full 2026-07-01']);
    expect(await status('D037')).toEqual(['full 2026-03-01']);
    expect(await status('D038')).toEqual(['full 2018-09-01', 'transferred 2026-09-11']);
    expect(await status('D039')).toEqual(['probationary 2026-06-26']);
    expect(await year.documents('transfer')).toHaveLength(1);
    const opened = year.store.rows.selectFrom('entry').select('item').where('item', 'like', 'opening:%');
    expect(await opened.execute()).toEqual([{ item: 'opening:LZ' }]);
  });

  test('the settlement is sealed, amended by two persons and superseded; the filing was returned once and is archived', async () => {
    expect(await year.states('settlement')).toEqual({ superseded: 1, sealed: 1 });
    const documents = await year.documents('settlement');
    expect(documents.map(({ number, supersedes }) => [number, supersedes])).toEqual([
      [1, null],
      [2, 1],
    ]);
    const [filing] = await year.matters('filing');
    expect(filing?.state).toBe('archived');
    expect(filing?.body.rounds.map(({ did }) => did)).toEqual(['sent', 'returned', 'sent', 'approved']);
    expect(filing?.body.settlement).toBe(2);
  });
});

describe('the branch of four (product §2)', () => {
  test('the branch meeting reviews, the general meeting determines on another day', async () => {
    const reviews = await small.matters('review');
    expect(reviews.every(({ body }) => body.body === 'branch-meeting')).toBe(true);
    const [meeting] = await small.matters('assembly');
    expect(reviews.map(({ body }) => body.day)).not.toContain(meeting?.body.day);
  });

  test('the second person, the content reviewers and the investigator are none of its members', async () => {
    const members = await Promise.all(['V1', 'V2', 'V3', 'V4'].map(async (code) => await small.idOf(code)));
    const [second] = await small.matters('second');
    expect([second?.state, dayOf(second?.created), dayOf(second?.changed)]).toEqual([
      'confirmed',
      '2026-11-06',
      '2026-11-09',
    ]);
    const others = [
      ...(await small.matters('notice')).map(({ body }) => body.reviewer ?? ''),
      ...(await small.matters('objection')).map(({ body }) => body.investigator ?? ''),
    ];
    expect(others).toHaveLength(3);
    for (const person of others) expect(members).not.toContain(person);
    expect(await small.states('filing')).toEqual({ archived: 1 });
  });
});
