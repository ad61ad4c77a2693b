import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOCK, openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { bodyOf, convene, freeze, idOf } from './process-sitting.ts';

const FOUR = ['a', 'e', 'f', 'g'];
let at: TestBranch;

beforeAll(async () => {
  at = await openBranch(undefined, {
    members: FOUR,
    offices: [
      ['a', 'secretary'],
      ['e', 'recorder'],
    ],
  });
  at.day = '2026-03-10';
  await at.act(CLOCK, 'quarter.open', { quarter: '2026Q1' });
  await at.act(CLOCK, 'month.open', { month: '2026-03' });
});
afterAll(async () => await at.close());

describe('a small branch of four without a committee (product §2)', () => {
  let line = '';
  let sitting = '';

  test('the branch meeting reviews; the meeting that determines stands on another day', async () => {
    const fact = { item: 'zhiyuan', day: '2026-03-05' };
    line = (await at.act('f', 'declaration.draft', { subject: 'f', fact })).id;
    await at.act('f', 'declaration.submit', { id: line });
    const { id: review } = await at.act('a', 'review.convene', { month: '2026-03', day: '2026-04-02' });
    at.day = '2026-04-02';
    await at.act('a', 'review.open', { id: review, present: FOUR });
    await at.act('a', 'review.take', { id: line, review });
    await at.act('a', 'review.accept', { id: line, review, ayes: ['a', 'e'] });
    await at.act('a', 'review.close', { id: review });
    await at.act('a', 'month.close', { id: '2026-03' });
    expect(await refusedWith(convene(at, { day: '2026-04-02' }))).toBe('assembly.same-day');
    sitting = await convene(at, { day: '2026-04-03', quarter: '2026Q1' });
    const second = await at.act('a', 'review.convene', { month: '2026-03', day: '2026-04-03' });
    at.day = '2026-04-03';
    expect(await refusedWith(at.act('e', 'assembly.freeze', { id: sitting }))).toBe('assembly.same-day');
    await at.act('a', 'review.cancel', { id: second.id, reason: '与党员大会同日' });
    await freeze(at, sitting, FOUR);
  });

  test('four voters are too few for the screen; three ayes of four pass', async () => {
    const { id } = await at.act('a', 'motion.put', { assembly: sitting, kind: 'bundle', title: '一季度事项' });
    await at.act('a', 'assembly.brief', { id: sitting, motion: id });
    expect(await refusedWith(at.act('a', 'motion.open', { id, way: 'screen' }))).toBe('motion.screen-too-few');
    await at.act('a', 'motion.open', { id, way: 'paper' });
    const counts = { issued: 4, returned: 4, ayes: 3, noes: 0, abstentions: 0, invalid: 1 };
    await at.act('e', 'motion.count', { id, counts });
    await at.act('e', 'quarter.determine', { id: '2026Q1', motion: id });
    expect(await idOf(at, 'line', line)).toMatchObject({ state: 'determined' });
    await at.act('a', 'assembly.close', { id: sitting });
  });

  test('the second person of a reversal comes from the superior; nobody in the branch can stand in', async () => {
    const asked = await at.act('e', 'line.reverse', { id: line, finding: '上级核查 3 号', reason: '时间不符' });
    expect(asked).toMatchObject({ waits: true });
    expect(await idOf(at, 'line', line)).toMatchObject({ state: 'determined' });
    for (const person of ['e', 'f']) {
      const refused = await refusedWith(at.act(person, 'second.confirm', { id: asked.id }));
      expect(refused, person).toBe('right.missing');
    }
    expect(await at.act('sup', 'second.confirm', { id: asked.id })).toMatchObject({ state: 'reversed' });
    expect((await bodyOf(at, 'line', line))['reversal']).toBe(2);
    const entries = await at.store.rows.selectFrom('entry').select(['seq', 'reverses']).orderBy('seq').execute();
    expect(entries).toEqual([
      { seq: 1, reverses: null },
      { seq: 2, reverses: 1 },
    ]);
  });
});

describe('before the vote (product §3.6)', () => {
  test('of ten entitled with five present nothing can pass, and that is said before the vote', async () => {
    const ten = await openBranch(undefined, { members: [...'abcdefghij'] });
    const sitting = await convene(ten, {});
    await freeze(ten, sitting, [...'abcde']);
    const { id } = await ten.act('a', 'motion.put', { assembly: sitting, kind: 'other', title: '学习计划' });
    await ten.act('a', 'assembly.brief', { id: sitting, motion: id });
    await expect(ten.act('a', 'motion.open', { id, way: 'hands' })).rejects.toMatchObject({
      code: 'motion.cannot-pass',
      params: { entitled: 10, voters: 5, least: 6 },
    });
    await ten.act('e', 'assembly.attend', { id: sitting, present: [...'abcdef'], leave: [] });
    await ten.act('a', 'motion.open', { id, way: 'hands' });
    const counts = { ayes: 6, noes: 0, abstentions: 0 };
    expect(await ten.act('e', 'motion.count', { id, counts })).toMatchObject({ told: { result: 'passed' } });
    await ten.close();
  });
});
