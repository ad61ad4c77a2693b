import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '#service/services.ts';
import { addMatter, listMatters } from '#store/matter.ts';
import { openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { type Followed, follow, layLine, openQuarter, walk } from './process-follow.ts';
import { bodyOf, convene, idOf } from './process-sitting.ts';
import { timesAsLong } from './side-by-side.ts';

const Q1 = '2026Q1';
const ALL = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Words of a text, in their order. */
const listed = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Of which line a motion is, where it stands alone. */
const lineOf = ({ motions }: Followed, motion: string): string | undefined => {
  const [line, more] = motions.find(({ id }) => id === motion)?.lines ?? [];
  return more === undefined ? line : undefined;
};

describe('whoever always takes the next step brings a quarter from its meeting to the sealed register (§三(三), product §3.6)', () => {
  let at: TestBranch;
  let first = '';

  beforeAll(async () => {
    at = await openBranch();
    await openQuarter(at);
    for (const [id, subject, item, contested] of [
      ['l1', 'f', 'zhiyuan', false],
      ['l2', 'g', 'zhiyuan', false],
      ['l3', 'h', 'quexi', false],
      ['l4', 'f', 'weigui', true],
      ['l5', 'g', 'zhiyuan', true],
      ['l6', 'h', 'weigui', true],
    ] as const)
      await layLine(at, { id, subject, item, day: '2026-03-05', contested });
    await at.store.transaction(async (rows) => {
      const at = '2026-03-20T04:00:00.000Z';
      const looked = {
        investigator: 'c',
        investigated: [],
        result: 'dismissed' as const,
        finding: '记录无误',
        carriedOut: false,
      };
      const body = { ...looked, raisedBy: 'h', about: 'line', words: '异议', start: '2026-03-02' } as const;
      const kept = { noun: 'objection', state: 'answered', revision: 1, subject: 'h', period: '2026' } as const;
      await addMatter(rows, 'B', { id: 'o1', ...kept, body, created: at, changed: at });
    });
    at.day = '2026-04-08';
    await at.act('a', 'month.close', { id: '2026-03' });
  });
  afterAll(async () => await at.close());

  test('too few come twice: the meeting lapses and its minutes are signed', async () => {
    first = await convene(at, { day: '2026-04-08', quarter: Q1 });
    const acts = await walk(at, first, { present: (time) => ALL.slice(0, time) });
    expect(acts).toEqual([
      'assembly.freeze',
      'assembly.attend',
      'assembly.attend',
      'assembly.lapse',
      'minutes.draft',
      'minutes.sign',
      'minutes.sign',
    ]);
    expect(await idOf(at, 'assembly', first)).toMatchObject({ state: 'lapsed' });
  });

  test('contested lines are won and lost, one is deferred: the rest passes, and the quarter waits for the next meeting', async () => {
    at.day = '2026-04-10';
    const id = await convene(at, { day: at.day, quarter: Q1 });
    const seen: Followed[] = [];
    const acts = await walk(at, id, {
      present: () => ALL,
      noes: (sitting, motion) => {
        seen.push(sitting);
        return lineOf(sitting, motion) === 'l4' ? 5 : 0;
      },
      defers: (sitting, motion) => lineOf(sitting, motion) === 'l6',
    });
    expect(acts).toEqual(
      listed(`
      assembly.freeze assembly.attend assembly.open assembly.brief objection.report
      motion.put assembly.brief motion.open motion.count
      motion.put assembly.brief motion.open motion.count
      motion.put assembly.brief motion.defer
      motion.put assembly.brief motion.open motion.count
      assembly.close minutes.draft minutes.sign minutes.sign
    `),
    );
    // A number stays what it was, whatever was decided meanwhile.
    for (const { contested, rest } of seen) {
      expect(contested.map(({ line, number }) => [line, number])).toEqual([
        ['l4', 1],
        ['l5', 2],
        ['l6', 3],
      ]);
      expect(rest.map(({ line, number }) => [line, number])).toEqual([
        ['l1', 4],
        ['l2', 5],
        ['l3', 6],
      ]);
    }
    const after = await follow(at, 'a', { id });
    expect(after.motions.map(({ kind, state, result, numbers }) => [kind, state, result, numbers])).toEqual([
      ['contested', 'counted', 'lost', [1]],
      ['contested', 'counted', 'passed', [2]],
      ['contested', 'deferred', undefined, [3]],
      ['bundle', 'counted', 'passed', [4, 5, 6]],
    ]);
    expect(after.quarter).toMatchObject({ state: 'open', linesToDecide: { contested: 1, rest: 0 } });
  });

  test('the next meeting decides what was deferred, and the quarter is determined line by line by its motions', async () => {
    at.day = '2026-04-14';
    const id = await convene(at, { day: at.day, quarter: Q1 });
    expect((await follow(at, 'a')).contested.map(({ line, number }) => [line, number])).toEqual([['l6', 1]]);
    const acts = await walk(at, id, { present: () => ALL });
    expect(acts).toEqual(
      listed(`
      assembly.freeze assembly.attend assembly.open
      motion.put assembly.brief motion.open motion.count
      quarter.determine assembly.close minutes.draft minutes.sign minutes.sign
      register.draw register.seal notice.draft
    `),
    );
    const states = await Promise.all(
      ['l1', 'l2', 'l3', 'l4', 'l5', 'l6'].map(async (one) => await idOf(at, 'line', one)),
    );
    expect(states.map(({ state }) => state)).toEqual(
      listed(`
      determined determined determined rejected determined determined
    `),
    );
    expect(await bodyOf(at, 'line', 'l4')).toMatchObject({ rejected: '表决未通过：第1项 违反规定' });
    expect(await follow(at, 'a', { id })).toMatchObject({
      quarter: { state: 'determined' },
      minutes: { state: 'signed' },
      register: { state: 'sealed' },
      next: { step: 'done' },
    });
  });
});

describe('who sees what of a meeting (product §3.6, §5.8, §6)', () => {
  let at: TestBranch;
  let id = '';
  let vote = '';
  const looked = async () => {
    const noted = at.store.rows.selectFrom('access').select(['viewer', 'subject']).orderBy('at').orderBy('viewer');
    return (await noted.execute()).map(({ viewer, subject }) => `${viewer} ${subject}`);
  };
  const FULL = { label: '违反规定', subject: 'h', hearing: { answer: 'contest', words: '情况不符' }, words: '签到表' };

  beforeAll(async () => {
    at = await openBranch();
    await openQuarter(at);
    await layLine(at, { id: 'l1', subject: 'f', day: '2026-03-05' });
    await layLine(at, { id: 'l2', subject: 'h', item: 'weigui', day: '2026-03-06', contested: true });
    at.day = '2026-04-08';
    await at.act('a', 'month.close', { id: '2026-03' });
    id = await convene(at, { day: '2026-04-10', quarter: Q1 });
  });
  afterAll(async () => await at.close());

  test('without a meeting there is none; a stranger is refused, a meeting that is not there is unknown', async () => {
    const ask = async (person: string, more = {}) =>
      await read(at.context, 'assembly.follow', { branch: 'B', ...more }, { person, kind: 'person' });
    expect(await refusedWith(ask('nobody'))).toBe('right.missing');
    expect(await refusedWith(ask('a', { id: 'none' }))).toBe('thing.unknown');
    expect((await ask('a')).sitting?.meeting.id).toBe(id);
    const empty = await openBranch();
    const none = { branch: 'B' };
    expect(await read(empty.context, 'assembly.follow', none, { person: 'a', kind: 'person' })).toEqual({
      sitting: null,
    });
    await empty.close();
  });

  test('before the meeting the office reads the lines, noted once a day; members and the superior only how many and which items', async () => {
    for (const person of ['a', 'a', 'e', 'b', 'f', 'f', 'sup', 'sup']) await follow(at, person);
    const first = await looked();
    expect(first.toSorted()).toEqual(['a', 'b', 'e', 'sup'].map((one) => `${one} #sitting ${id}`));
    expect((await follow(at, 'b')).contested).toMatchObject([{ number: 1, ...FULL }]);
    for (const person of ['f', 'h', 'sup']) {
      const sitting = await follow(at, person);
      expect([sitting.full, sitting.contested, sitting.rest]).toEqual([
        false,
        [{ number: 1, label: '违反规定' }],
        [{ number: 2, label: '志愿服务' }],
      ]);
    }
    at.day = '2026-04-09';
    await follow(at, 'a');
    expect(await looked()).toHaveLength(5);
    expect((await follow(at, 'f')).roll).toMatchObject({ frozen: false, entitled: 8 });
  });

  test('while it is open the text is for those who are there, without a trace; nobody else, and afterwards nobody', async () => {
    at.day = '2026-04-10';
    const before = await looked();
    await at.act('e', 'assembly.freeze', { id });
    await at.act('e', 'assembly.attend', { id, present: ALL.slice(0, 7), leave: [{ member: 'h', reason: '病假' }] });
    expect((await follow(at, 'f')).full).toBe(false);
    await at.act('a', 'assembly.open', { id });
    for (const person of ['a', 'e', 'f', 'g']) expect((await follow(at, person)).contested).toMatchObject([FULL]);
    expect((await follow(at, 'h')).contested).toEqual([{ number: 1, label: '违反规定' }]);
    expect(await looked()).toEqual(before);
    expect((await follow(at, 'a')).next).toEqual({ step: 'put-contested', by: 'secretary', line: 'l2', quarter: Q1 });
  });

  test('the wall has the number alone of what is a deduction, and no reason of an absence', async () => {
    const put = { assembly: id, kind: 'contested' as const, title: '党员h违反规定', quarter: Q1, lines: ['l2'] };
    vote = (await at.act('a', 'motion.put', put)).id;
    const wall = await follow(at, 'a', { wall: true });
    expect(wall.contested).toEqual([{ number: 1, deduction: true }]);
    expect(wall.rest).toMatchObject([{ number: 2, label: '志愿服务', subject: 'f' }]);
    expect(wall.motions).toMatchObject([{ id: vote, lines: [], numbers: [1] }]);
    const text = JSON.stringify({ ...wall, roll: { ...wall.roll, lines: [] } });
    for (const said of ['违反规定', '病假', '情况不符', '签到表']) expect(text).not.toContain(said);
  });

  test('of a vote on screen everyone sees how many ballots there are, and each whether its own is among them', async () => {
    await at.act('a', 'assembly.brief', { id, motion: vote });
    expect((await follow(at, 'f')).motions).toMatchObject([
      { entitled: 8, present: 7, notVoting: 0, needed: 5, canPass: true, screen: true, briefed: true },
    ]);
    await at.act('a', 'motion.open', { id: vote, way: 'screen' });
    await at.act('f', 'motion.cast', { id: vote, choice: 'no' });
    await at.act('g', 'motion.cast', { id: vote, choice: 'aye' });
    const seenBy = async (person: string) => (await follow(at, person)).motions[0];
    expect(await seenBy('f')).toMatchObject({ cast: 2, mine: { may: true, voted: true } });
    expect(await seenBy('a')).toMatchObject({ cast: 2, mine: { may: true, voted: false } });
    expect(await seenBy('h')).toMatchObject({ cast: 2, mine: { may: false, voted: false } });
    expect(await seenBy('a')).not.toHaveProperty('counts');
    for (const person of ['a', 'b', 'c', 'd']) await at.act(person, 'motion.cast', { id: vote, choice: 'aye' });
    await at.act('e', 'motion.count', { id: vote });
    expect(await seenBy('f')).toMatchObject({ result: 'passed', counts: { ayes: 5, noes: 1 } });
    expect(await seenBy('f')).not.toHaveProperty('cast');
    await walk(at, id, { present: () => ALL });
    expect((await follow(at, 'f', { id })).contested).toEqual([{ number: 1, label: '违反规定' }]);
    expect((await follow(at, 'a', { id })).full).toBe(false);
  });
});

describe('a branch of forty with three hundred lines, six of them contested', () => {
  const members = Array.from({ length: 40 }, (_, at) => (at < 8 ? (ALL[at] ?? '') : `m${at}`));
  let at: TestBranch;
  let id = '';

  beforeAll(async () => {
    at = await openBranch(undefined, { members });
    await openQuarter(at);
    for (let line = 0; line < 300; line++) {
      const subject = members[line % 40] ?? '';
      const about = { id: `l${String(line).padStart(3, '0')}`, subject, day: '2026-03-05', contested: line % 50 === 7 };
      await layLine(at, { ...about, item: line % 10 === 7 ? 'quexi' : 'zhiyuan' });
    }
    at.day = '2026-04-10';
    await at.act('a', 'month.close', { id: '2026-03' });
    id = await convene(at, { day: at.day, quarter: Q1 });
  }, 60_000);
  afterAll(async () => await at.close());

  test('forty phones are answered, each in little more time than reading the lines takes', async () => {
    await at.act('e', 'assembly.freeze', { id });
    await at.act('e', 'assembly.attend', { id, present: members, leave: [] });
    await at.act('a', 'assembly.open', { id });
    for (const person of members) await follow(at, person);
    const phones = members.values();
    const answered = async (): Promise<void> => {
      const { contested, rest } = await follow(at, phones.next().value ?? '');
      expect([contested.length, rest.length]).toEqual([6, 294]);
    };
    const read = async (): Promise<unknown> => await listMatters(at.store.rows, 'B', 'line');
    expect(await timesAsLong(answered, read, members.length)).toBeLessThan(6);
  });

  test('the whole meeting is forty acts', async () => {
    const acts = await walk(at, id, { present: () => members });
    expect(3 + acts.length).toBeLessThanOrEqual(40);
  });
});
