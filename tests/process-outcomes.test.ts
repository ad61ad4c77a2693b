import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyBranch } from '#service/verify.ts';
import { hashOf } from '#store/hash.ts';
import { readMatter } from '#store/matter.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { CLOCK, openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { determined } from './process-determined.ts';
import { bodyOf, convene, decidedLine, freeze } from './process-sitting.ts';

const ALL = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const Q1 = '2026Q1';
const S = { branch: 'S' } as const;

describe('a quarter, its notice, an objection dismissed and an appeal upheld, played (§三(三)–(四))', () => {
  let at: TestBranch;
  let credit = '';
  let contested = '';
  let objection = '';
  let appeal = '';

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
    credit = await decidedLine(at, 'f', { item: 'zhiyuan', day: '2026-03-05' });
    contested = await decidedLine(at, 'h', { item: 'quexi', day: '2026-03-07' }, 'contest');
    at.day = '2026-04-10';
    for (const id of ['2026-01', '2026-02', '2026-03']) await at.act('a', 'month.close', { id });
    const sitting = await convene(at, { day: at.day, quarter: Q1 });
    await freeze(at, sitting, ALL);
    const pass = async (input: { kind: 'bundle' | 'contested'; lines?: string[] }): Promise<string> => {
      const { id } = await at.act('a', 'motion.put', { assembly: sitting, title: '评定', ...input });
      await at.act('a', 'assembly.brief', { id: sitting, motion: id });
      await at.act('a', 'motion.open', { id, way: 'hands' });
      await at.act('e', 'motion.count', { id, counts: { ayes: 6, noes: 0, abstentions: 0 } });
      return id;
    };
    await pass({ kind: 'contested', lines: [contested] });
    await at.act('e', 'quarter.determine', { id: Q1, motion: await pass({ kind: 'bundle' }) });
    await at.act('a', 'assembly.close', { id: sitting });
  });
  afterAll(async () => await at.close());

  test('the register and then the notice show it; the quarter ends with the notice', async () => {
    const { id } = await at.act('a', 'notice.draft', { of: 'quarter', period: Q1, text: '一季度公示' });
    await at.act('b', 'notice.review', { id });
    expect(await refusedWith(at.act('a', 'notice.post', { id }))).toBe('notice.not-sealed');
    const register = await at.act('e', 'register.draw', { quarter: Q1 });
    await at.act('e', 'register.seal', { id: register.id });
    await at.act('a', 'quarter.post', { id: Q1 });
    await at.act('a', 'notice.post', { id });
    at.day = '2026-04-18';
    expect(await refusedWith(at.act(CLOCK, 'quarter.close', { id: Q1 }))).toBe('notice.not-over');
    await at.act(CLOCK, 'notice.close', { id });
    expect(await at.act(CLOCK, 'quarter.close', { id: Q1 })).toMatchObject({ state: 'closed' });
  });

  test('where the whole committee decided or proposed the line, a person of the superior investigates', async () => {
    const given = { concerns: 'h', about: 'line', line: contested, reason: '当天已请假' } as const;
    ({ id: objection } = await at.act('h', 'objection.raise', given));
    for (const investigator of ['a', 'b', 'c', 'd'])
      expect(['investigation.barred', 'second.waiting']).toContain(
        await refusedWith(at.act('a', 'objection.assign', { id: objection, investigator })),
      );
    await at.act('a', 'objection.assign', { id: objection });
    expect(await bodyOf(at, 'objection', objection)).toMatchObject({ investigator: 'sup' });
    await at.act('sup', 'objection.find', { id: objection, result: 'dismissed', reason: '没有请假记录' });
    await at.act('sup', 'objection.answer', { id: objection });
  });

  test('another person of the superior looks into the appeal; its outcome corrects the ledger', async () => {
    const given = { of: 'B', concerns: 'h', about: 'line', line: contested, reason: '请假条在此' } as const;
    ({ id: appeal } = await at.act('h', 'appeal.lodge', given, S));
    expect(await refusedWith(at.act('sup', 'appeal.assign', { id: appeal, investigator: 'sup' }, S))).toBe(
      'investigation.barred',
    );
    await at.act('sup', 'appeal.assign', { id: appeal, investigator: 'sup2' }, S);
    const sitting = await convene(at, { day: '2026-04-20' });
    expect((await bodyOf(at, 'assembly', sitting))['owed']).toEqual([objection]);
    await at.act('sup', 'appeal.serve', { id: appeal }, S);
    await at.act('sup2', 'appeal.find', { id: appeal, result: 'upheld', reason: '属实', correction: 'removed' }, S);
    await at.act('sup2', 'appeal.answer', { id: appeal }, S);
    expect(await readMatter(at.store.rows, 'B', 'line', contested)).toMatchObject({ state: 'reversed' });
    expect(await readMatter(at.store.rows, 'B', 'line', credit)).toMatchObject({ state: 'determined' });

    at.day = '2026-04-20';
    await freeze(at, sitting, ALL);
    expect((await bodyOf(at, 'assembly', sitting))['owed']).toEqual([objection, appeal]);
    expect(await refusedWith(at.act('a', 'assembly.close', { id: sitting }))).toBe('assembly.outcomes-first');
    await at.act('e', 'assembly.brief', { id: sitting, outcomes: true });
    await at.act('e', 'objection.report', { id: objection, assembly: sitting });
    await at.act('e', 'appeal.report', { id: appeal, assembly: sitting });
    expect(await at.act('a', 'assembly.close', { id: sitting })).toMatchObject({ state: 'closed' });
  });

  test('of a reported line nobody of the branch investigates, so that no refusal tells who reported it (product §5.7)', async () => {
    const fact = { item: 'quexi', day: '2026-02-07' };
    await determined(at, { id: 'R1', subject: 'h', fact, ayes: ['c'], reporter: 'b' });
    const { id } = await at.act('h', 'objection.raise', { concerns: 'h', about: 'line', line: 'R1', reason: '不实' });
    for (const investigator of ['a', 'b', 'c', 'd'])
      expect(await refusedWith(at.act('a', 'objection.assign', { id, investigator }))).toBe('second.waiting');
    await at.act('a', 'objection.assign', { id });
    expect(await bodyOf(at, 'objection', id)).toMatchObject({ investigator: 'sup' });
  });

  test('both chains say what every matter came to, and verify (product §5.2)', async () => {
    for (const branch of ['B', 'S']) {
      const check = new ArchiveCheck(hashOf, undefined);
      const strays = await verifyBranch(at.context, { branch }, (line) => check.take(line));
      // The line laid by the test came by no act.
      const told = strays.filter(({ of }) => of !== 'line R1');
      expect({ branch, told, ...check.finish() }).toMatchObject({ told: [], faults: [], sound: true });
    }
  });
});

describe('a small branch (product §2)', () => {
  let at: TestBranch;
  beforeAll(async () => {
    at = await openBranch(undefined, {
      members: ['a', 'e', 'f', 'g'],
      offices: [
        ['a', 'secretary'],
        ['e', 'recorder'],
        ['x', 'lent'],
      ],
    });
  });
  afterAll(async () => await at.close());

  test('a lent member or the superior reviews its notice, and nobody of its own', async () => {
    const { id } = await at.act('e', 'notice.draft', { of: 'quarter', period: Q1 });
    for (const person of ['a', 'e', 'f'])
      expect(await refusedWith(at.act(person, 'notice.review', { id }))).toBe('right.missing');
    await at.act('x', 'notice.review', { id });
    await at.act('sup', 'notice.return', { id, reason: '缺说明' });
    expect(await at.act('sup', 'notice.review', { id })).toMatchObject({ state: 'reviewed' });
  });

  test('a lent member investigates before the superior does; with nobody left the step waits and says so', async () => {
    const { id } = await at.act('f', 'objection.raise', { concerns: 'f', about: 'total', reason: '总分不对' });
    await at.act('a', 'objection.assign', { id });
    expect(await bodyOf(at, 'objection', id)).toMatchObject({ investigator: 'x' });
    for (const next of ['sup', 'sup2']) {
      await at.act('sup', 'objection.assign', { id });
      expect(await bodyOf(at, 'objection', id)).toMatchObject({ investigator: next });
    }
    expect(await refusedWith(at.act('a', 'objection.assign', { id }))).toBe('second.waiting');
  });
});
