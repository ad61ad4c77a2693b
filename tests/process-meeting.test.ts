import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyBranch } from '#service/verify.ts';
import { hashOf } from '#store/hash.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { CLOCK, openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { bodyOf, convene, decidedLine, freeze, idOf, present, vote } from './process-sitting.ts';

let at: TestBranch;
const ALL = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const Q1 = '2026Q1';
const line: Record<string, string> = {};
const motion: Record<string, string> = {};
let sitting = '';
let register = '';

beforeAll(async () => {
  at = await openBranch();
  at.day = '2026-01-05';
  await at.act(CLOCK, 'quarter.open', { quarter: Q1 });
  for (const [month, day] of [
    ['2026-01', '2026-01-10'],
    ['2026-02', '2026-02-10'],
    ['2026-03', '2026-03-10'],
  ] as const) {
    at.day = day;
    await at.act(CLOCK, 'month.open', { month });
  }
  line['credit'] = await decidedLine(at, 'f', { item: 'zhiyuan', day: '2026-03-05' });
  line['adjusted'] = await decidedLine(at, 'g', { item: 'huojiang', day: '2026-02-05', level: '区级' }, 'adjust');
  line['declined'] = await decidedLine(at, 'g', { item: 'zhiyuan', day: '2026-03-06' }, 'decline');
  line['contested'] = await decidedLine(at, 'h', { item: 'quexi', day: '2026-03-07' }, 'contest');
  line['lost'] = await decidedLine(at, 'f', { item: 'weigui', day: '2026-03-08' }, 'contest');
});
afterAll(async () => await at.close());

describe('a quarter of the branch (§三(三))', () => {
  test('a meeting needs an agenda, two persons for its minutes, and the right to convene it', async () => {
    expect(await refusedWith(convene(at, { day: '2026-04-10', items: [' '] }))).toBe('assembly.no-agenda');
    expect(await refusedWith(convene(at, { day: '2026-04-10', chair: 'e' }))).toBe('minutes.two-signatures');
    expect(await refusedWith(convene(at, { day: '2026-04-10' }, 'b'))).toBe('right.missing');
    const id = await convene(at, { day: '2026-04-10', quarter: Q1 });
    expect(await refusedWith(at.act('a', 'assembly.cancel', { id, reason: ' ' }))).toBe('reason.missing');
    expect(await at.act('a', 'assembly.cancel', { id, reason: '改期' })).toMatchObject({ state: 'cancelled' });
    expect(await refusedWith(at.act('e', 'assembly.freeze', { id }))).toBe('assembly.not-open');
  });

  test('nothing is put before the meeting is open, and no quarter before its months are closed', async () => {
    at.day = '2026-04-09';
    for (const id of ['2026-01', '2026-02']) await at.act('a', 'month.close', { id });
    at.day = '2026-04-10';
    sitting = await convene(at, { day: '2026-04-10', quarter: Q1 });
    const put = { assembly: sitting, kind: 'bundle', title: '一季度事项', quarter: Q1 } as const;
    expect(await refusedWith(at.act('a', 'motion.put', put))).toBe('assembly.not-open');
    at.day = '2026-04-09';
    expect(await refusedWith(at.act('e', 'assembly.freeze', { id: sitting }))).toBe('assembly.wrong-day');
    at.day = '2026-04-10';
    expect(await refusedWith(at.act('e', 'assembly.attend', { id: sitting, present: [], leave: [] }))).toBe(
      'assembly.not-open',
    );
    await freeze(at, sitting, ['a', 'b', 'e']);
    expect(await refusedWith(at.act('a', 'motion.put', put))).toBe('quarter.months-open');
    expect(await refusedWith(at.act('e', 'month.seal', { id: '2026-03' }))).toBe('month.not-closed');
    await at.act('a', 'month.close', { id: '2026-03' });
  });

  test('the quorum does not come: no vote opens, the meeting lapses, and its motion goes to the next (product §3.6)', async () => {
    const bundle = await at.act('a', 'motion.put', { assembly: sitting, kind: 'bundle', title: '一季度事项' });
    expect((await bodyOf(at, 'motion', bundle.id))['lines']).toHaveLength(3);
    expect(await refusedWith(at.act('a', 'motion.open', { id: bundle.id, way: 'hands' }))).toBe('motion.not-briefed');
    await at.act('e', 'assembly.brief', { id: sitting, motion: bundle.id });
    await expect(at.act('a', 'motion.open', { id: bundle.id, way: 'hands' })).rejects.toMatchObject({
      code: 'motion.no-quorum',
      params: { entitled: 8, present: 3, least: 4 },
    });
    expect(await refusedWith(at.act('a', 'assembly.close', { id: sitting }))).toBe('motion.still-open');
    const again = { assembly: sitting, kind: 'contested' as const, title: '重复', lines: [line['credit'] ?? ''] };
    expect(await refusedWith(at.act('a', 'motion.put', again))).toBe('line.not-now');
    expect(await at.act('a', 'assembly.lapse', { id: sitting })).toMatchObject({ state: 'lapsed' });
    expect(await refusedWith(at.act('a', 'assembly.open', { id: sitting }))).toBe('assembly.closed');
    expect(await idOf(at, 'motion', bundle.id)).toMatchObject({ state: 'deferred' });
    const minutes = await at.act('e', 'minutes.draft', { assembly: sitting });
    expect((await bodyOf(at, 'minutes', minutes.id))['text']).toContain('事项转下次会议');
  });

  test('the repeated meeting opens with the quorum; the page says before the vote when nothing can pass', async () => {
    at.day = '2026-04-14';
    sitting = await convene(at, { day: at.day, quarter: Q1 });
    await freeze(at, sitting, ['a', 'b', 'c', 'e']);
    const other = await at.act('a', 'motion.put', { assembly: sitting, kind: 'other', title: '学习计划' });
    await at.act('a', 'assembly.brief', { id: sitting, motion: other.id });
    await expect(at.act('a', 'motion.open', { id: other.id, way: 'hands' })).rejects.toMatchObject({
      code: 'motion.cannot-pass',
      params: { entitled: 8, voters: 4, least: 5 },
    });
    await at.act('a', 'motion.open', { id: other.id, way: 'hands', knowing: true });
    // Nobody is taken off while a vote is open; whoever comes late may be added.
    expect(await refusedWith(present(at, sitting, ['a', 'b']))).toBe('motion.still-open');
    expect(await refusedWith(present(at, sitting, ['a', 'b', 'c', 'e', 'guest']))).toBe('thing.unknown');
    expect(await refusedWith(at.act('f', 'motion.cast', { id: other.id, choice: 'aye' }))).toBe('motion.not-on-screen');
    const counts = { ayes: 4, noes: 0, abstentions: 0 };
    expect(await refusedWith(at.act('e', 'motion.count', { id: other.id }))).toBe('motion.counts-not-whole');
    expect(await refusedWith(at.act('e', 'motion.count', { id: other.id, counts: { ...counts, noes: 1 } }))).toBe(
      'motion.too-many-votes',
    );
    expect(await refusedWith(at.act('a', 'motion.defer', { id: other.id, reason: '' }))).toBe('reason.missing');
    expect(await at.act('e', 'motion.count', { id: other.id, counts })).toMatchObject({ told: { result: 'lost' } });
    expect(await refusedWith(at.act('e', 'motion.count', { id: other.id, counts }))).toBe('motion.counted');
    expect(await refusedWith(at.act('a', 'assembly.lapse', { id: sitting }))).toBe('assembly.quorum-there');
    await present(at, sitting, ['a', 'b']);
    expect(await refusedWith(at.act('a', 'assembly.lapse', { id: sitting }))).toBe('assembly.has-decided');
    await present(at, sitting, ALL.slice(0, 7), [{ member: 'h', reason: '病假' }]);
    await present(at, sitting, ALL);
  });

  test('a contested line stands alone, and only its subject has no vote on it (product §3.4)', async () => {
    const put = { assembly: sitting, title: '单议事项' } as const;
    expect(
      await refusedWith(at.act('a', 'motion.put', { ...put, kind: 'bundle', lines: [line['contested'] ?? ''] })),
    ).toBe('motion.contested-alone');
    expect(await refusedWith(at.act('a', 'motion.put', { ...put, kind: 'contested' }))).toBe('motion.contested-alone');
    expect(await refusedWith(at.act('a', 'motion.put', { ...put, kind: 'other', lines: [line['lost'] ?? ''] }))).toBe(
      'motion.contested-alone',
    );
    for (const [name, way] of [
      ['contested', 'paper'],
      ['lost', 'screen'],
    ] as const) {
      const { id } = await at.act('a', 'motion.put', { ...put, kind: 'contested', lines: [line[name] ?? ''] });
      motion[name] = id;
      await at.act('a', 'assembly.brief', { id: sitting, motion: id });
      await at.act('a', 'motion.open', { id, way });
    }
    const { contested = '', lost = '' } = motion;
    const sheets = { issued: 8, returned: 8, ayes: 7, noes: 1, abstentions: 0, invalid: 0 };
    expect(await refusedWith(at.act('e', 'motion.count', { id: contested, counts: sheets }))).toBe(
      'motion.too-many-ballots',
    );
    const short = { ...sheets, issued: 7, returned: 7, ayes: 5, noes: 1, invalid: 1, abstentions: 1 };
    expect(await refusedWith(at.act('e', 'motion.count', { id: contested, counts: short }))).toBe(
      'motion.ballots-differ',
    );
    const good = { ...short, abstentions: 0 };
    expect(await at.act('e', 'motion.count', { id: contested, counts: good })).toMatchObject({
      told: { result: 'passed' },
    });
    expect(await bodyOf(at, 'motion', contested)).toMatchObject({ entitled: 8, present: 8 });
    expect(await refusedWith(at.act('f', 'motion.cast', { id: lost, choice: 'no' }))).toBe('motion.own-line');
    await vote(at, lost, { a: 'aye', b: 'aye', c: 'aye', d: 'aye', e: 'no', g: 'no', h: 'abstain' });
    await at.act('e', 'motion.count', { id: lost });
    expect(await bodyOf(at, 'motion', lost)).toMatchObject({ result: 'lost' });
  });

  test('a secret ballot on screen is counted by itself: each entitled and present member once', async () => {
    const bundle = await at.act('a', 'motion.put', { assembly: sitting, kind: 'bundle', title: '一季度事项' });
    motion['bundle'] = bundle.id;
    expect((await bodyOf(at, 'motion', bundle.id))['lines']).toHaveLength(3);
    const determine = { id: line['credit'] ?? '', motion: bundle.id };
    expect(await refusedWith(at.act('e', 'line.determine', determine))).toBe('line.not-briefed');
    await at.act('a', 'assembly.brief', { id: sitting, motion: bundle.id });
    expect(await refusedWith(at.act('e', 'line.determine', determine))).toBe('motion.not-passed');
    expect(await refusedWith(at.act('a', 'motion.cast', { id: bundle.id, choice: 'aye' }))).toBe('motion.not-open');
    await present(at, sitting, ['a', 'b', 'c', 'e']);
    expect(await refusedWith(at.act('a', 'motion.open', { id: bundle.id, way: 'screen', knowing: true }))).toBe(
      'motion.screen-too-few',
    );
    await present(at, sitting, ALL.slice(0, 7));
    await at.act('a', 'motion.open', { id: bundle.id, way: 'screen' });
    expect(await refusedWith(at.act('h', 'motion.cast', { id: bundle.id, choice: 'aye' }))).toBe('motion.not-present');
    const before = await idOf(at, 'motion', bundle.id);
    await vote(at, bundle.id, { a: 'aye', b: 'aye', c: 'aye', d: 'aye', e: 'aye', f: 'no' });
    // A vote changes nothing of the motion that would put the ballots in an order.
    expect(await idOf(at, 'motion', bundle.id)).toEqual(before);
    expect(await refusedWith(at.act('a', 'motion.cast', { id: bundle.id, choice: 'no' }))).toBe('motion.voted-already');
    expect(await refusedWith(at.act('a', 'motion.defer', { id: bundle.id, reason: '再议' }))).toBe('motion.vote-begun');
    const counts = { ayes: 6, noes: 0, abstentions: 0 };
    expect(await refusedWith(at.act('e', 'motion.count', { id: bundle.id, counts }))).toBe('motion.ballots-differ');
    expect(await at.act('e', 'motion.count', { id: bundle.id })).toMatchObject({ told: { result: 'passed' } });
    expect((await bodyOf(at, 'motion', bundle.id))['counts']).toEqual({
      way: 'screen',
      ayes: 5,
      noes: 1,
      abstentions: 0,
    });
  });

  test('the quarter is determined by its motion alone: entries, a rejection, sealed months (§三(三), product §5.3, §5.5)', async () => {
    const { bundle = '', contested = '', lost = '' } = motion;
    expect(await refusedWith(at.act('e', 'quarter.determine', { id: Q1, motion: contested }))).toBe(
      'motion.not-passed',
    );
    expect(await refusedWith(at.act('e', 'line.determine', { id: line['lost'] ?? '', motion: lost }))).toBe(
      'motion.not-passed',
    );
    expect(await refusedWith(at.act('e', 'line.determine', { id: line['credit'] ?? '', motion: contested }))).toBe(
      'motion.not-passed',
    );
    expect(await refusedWith(at.act('e', 'month.seal', { id: '2026-01' }))).toBe('quarter.not-determined');
    expect(await refusedWith(at.act('e', 'register.draw', { quarter: Q1 }))).toBe('quarter.not-determined');
    expect(await refusedWith(at.act('a', 'quarter.post', { id: Q1 }))).toBe('quarter.not-determined');
    await at.act('e', 'quarter.determine', { id: Q1, motion: bundle });
    const states = await Promise.all(
      ['credit', 'adjusted', 'declined', 'contested', 'lost'].map(
        async (name) => (await idOf(at, 'line', line[name] ?? '')).state,
      ),
    );
    expect(states).toEqual(['determined', 'determined', 'determined', 'determined', 'rejected']);
    expect(await bodyOf(at, 'line', line['lost'] ?? '')).toMatchObject({ rejected: '表决未通过：单议事项' });
    const entries = await at.store.rows.selectFrom('entry').selectAll().orderBy('seq').execute();
    expect(
      entries.map(({ member_id, item, day, level, note, rater }) => [member_id, item, day, level, note, rater]),
    ).toEqual([
      ['f', 'zhiyuan', '2026-03-05', null, null, null],
      ['g', 'huojiang', '2026-02-05', '校级', null, null],
      ['h', 'quexi', '2026-03-07', null, null, null],
    ]);
    expect((await bodyOf(at, 'line', line['credit'] ?? ''))['entry']).toBe(1);
    expect((await bodyOf(at, 'line', line['declined'] ?? ''))['entry']).toBeUndefined();
    const months = await at.store.rows.selectFrom('matter').select('state').where('noun', '=', 'month').execute();
    expect(months.map(({ state }) => state)).toEqual(['sealed', 'sealed', 'sealed']);
    expect(await refusedWith(at.act('e', 'month.seal', { id: '2026-01' }))).toBe('quarter.determined');
    expect(await refusedWith(at.act('e', 'quarter.determine', { id: Q1, motion: bundle }))).toBe('quarter.not-posted');
    expect(await refusedWith(at.act('e', 'line.determine', { id: line['credit'] ?? '', motion: bundle }))).toBe(
      'line.determined',
    );
  });

  test('a determined line is taken back on a finding, by two persons; the register must then be drawn anew', async () => {
    register = (await at.act('e', 'register.draw', { quarter: Q1 })).id;
    expect(await refusedWith(at.act('e', 'register.draw', { quarter: Q1 }))).toBe('register.sealed');
    const sheet = JSON.parse(String((await bodyOf(at, 'register', register))['text'])) as Drawn;
    const g = sheet.members.find(({ member }) => member === 'g');
    expect(g).toMatchObject({
      lines: [{ component: 'duty', entry: 2 }],
      components: { base: 600_000, duty: 30_000 },
      total: 630_000,
    });
    expect(await refusedWith(at.act('e', 'register.seal', { id: register }))).toBe('assembly.still-open');
    const back = { id: line['contested'] ?? '', reason: '当天请假，有假条' };
    expect(await refusedWith(at.act('e', 'line.reverse', { ...back, finding: ' ' }))).toBe('reversal.no-finding');
    expect(await refusedWith(at.act('e', 'line.reverse', { ...back, finding: '核查', reason: '' }))).toBe(
      'reason.missing',
    );
    const request = await at.act('e', 'line.reverse', { ...back, finding: '支委会核查 1 号' });
    expect(request).toMatchObject({ waits: true });
    expect(await at.act('c', 'second.confirm', { id: request.id })).toMatchObject({ state: 'reversed' });
    await at.act('a', 'assembly.close', { id: sitting });
    await expect(at.act('e', 'register.seal', { id: register })).rejects.toMatchObject({
      code: 'register.differs',
      params: { differences: 1 },
    });
    await at.act('e', 'register.redraw', { id: register });
    expect(await refusedWith(at.act('a', 'quarter.post', { id: Q1 }))).toBe('register.not-sealed');
    expect(await at.act('e', 'register.seal', { id: register })).toMatchObject({ state: 'sealed' });
    expect(await refusedWith(at.act('e', 'register.redraw', { id: register }))).toBe('register.sealed');
    const sealed = await at.store.rows.selectFrom('document').selectAll().where('kind', '=', 'register').execute();
    expect(sealed).toHaveLength(1);
    expect(JSON.parse(sealed[0]?.text ?? '')).toMatchObject({
      head: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  test('the minutes are drafted from the data and signed by two persons', async () => {
    const minutes = await at.act('e', 'minutes.draft', { assembly: sitting });
    const { id } = minutes;
    const text = String((await bodyOf(at, 'minutes', id))['text']);
    for (const said of [
      '时间：2026年4月14日',
      '地点：会议室',
      '主持人：党员a',
      '记录人：党员e',
      '应到会有表决权的党员 8 人，实到 7 人',
      '缺席：党员h（未说明原因）',
      '单议',
      '赞成 5，反对 1',
      '未通过',
    ])
      expect(text).toContain(said);
    expect(await refusedWith(at.act('e', 'minutes.draft', { assembly: sitting }))).toBe('minutes.signed');
    expect(await at.act('a', 'minutes.sign', { id })).toMatchObject({ state: 'drafted' });
    await at.act('e', 'minutes.edit', { id, text: `${text}\n补充一句。` });
    expect(await at.act('e', 'minutes.sign', { id })).toMatchObject({ state: 'drafted' });
    expect(await at.act('a', 'minutes.sign', { id })).toMatchObject({ state: 'signed' });
    expect(await refusedWith(at.act('e', 'minutes.edit', { id, text }))).toBe('minutes.signed');
  });

  test('the quarter goes on notice and ends when the notice is over; both are told what they wait for', async () => {
    expect(await refusedWith(at.act('a', 'quarter.close', { id: Q1 }))).toBe('right.missing');
    expect(await refusedWith(at.act(CLOCK, 'quarter.close', { id: Q1 }))).toBe('quarter.not-posted');
    await at.act('a', 'quarter.post', { id: Q1 });
    expect(await refusedWith(at.act(CLOCK, 'quarter.close', { id: Q1 }))).toBe('notice.not-over');
  });

  test('the chain tells all of it and is whole (product §5.2)', async () => {
    const acts = await at.store.rows.selectFrom('event').select('body').where('branch_id', '=', 'B').execute();
    const told = acts.map(({ body }) => (JSON.parse(body) as { readonly action?: string }).action ?? '');
    for (const action of [
      'assembly.freeze',
      'motion.count',
      'quarter.determine',
      'line.reverse',
      'register.seal',
      'minutes.sign',
    ])
      expect(told).toContain(action);
    const check = new ArchiveCheck(hashOf, undefined);
    const strays = await verifyBranch(at.context, { branch: at.branch }, (row) => check.take(row));
    expect({ strays, ...check.finish() }).toMatchObject({ strays: [], faults: [], sound: true });
    // A vote puts nothing on the chain.
    expect(told).not.toContain('motion.cast');
  });
});

/** What a drawn register says, as far as it is asked. */
type Drawn = { readonly members: readonly { readonly member: string }[] };
