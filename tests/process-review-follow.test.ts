import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { read } from '#service/services.ts';
import { CLOCK, openBranch, refusedWith, type TestBranch } from './process-branch.ts';

let at: TestBranch;
let session: string;
const lines = new Map<string, string>();

const follow = async (person: string): Promise<AnswerOf<'review.follow'>> =>
  await read(at.context, 'review.follow', { branch: 'B', id: session }, { person, kind: 'person' });

const lineOf = async (name: string, person = 'a'): Promise<AnswerOf<'review.follow'>['lines'][number]> => {
  const found = (await follow(person)).lines.find(({ id }) => id === lines.get(name));
  if (!found) throw new Error(name);
  return found;
};

beforeAll(async () => {
  at = await openBranch();
  await at.act(CLOCK, 'month.open', { month: '2026-03' });
  await at.act('f', 'relative.declare', { one: 'f', other: 'c' });
  const declare = async (by: string, subject: string, item: string): Promise<string> => {
    const { id } = await at.act(by, 'declaration.draft', { subject, fact: { item, day: '2026-03-05' } });
    await at.act(by, 'declaration.submit', { id });
    return id;
  };
  lines.set('own', await declare('f', 'f', 'zhiyuan'));
  lines.set('report', await declare('b', 'h', 'zhiyuan'));
  lines.set('unheard', await declare('g', 'h', 'quexi'));
  const given = { subject: 'g', fact: { item: 'weigui', day: '2026-03-06', ref: '通报' } };
  lines.set('proposed', (await at.act('b', 'review.propose', given)).id);
  session = (await at.act('a', 'review.convene', { month: '2026-03', day: '2026-03-10' })).id;
  await at.act('a', 'review.open', { id: session, present: ['a', 'b', 'c', 'd'] });
});
afterAll(async () => await at.close());

test('a session tells of each line who decides it and who is barred, a relative by name of the relation (product §3.4)', async () => {
  const own = await lineOf('own');
  expect(own).toMatchObject({ deciders: ['b', 'd', 'a'], barred: [{ person: 'c', why: 'relative' }], ayes: 2 });
  expect(own.not).toBeUndefined();
  const deduction = await lineOf('proposed');
  expect(deduction).toMatchObject({ barred: [{ person: 'b', why: 'declarant' }], two: true, not: 'line.not-now' });
});

test('a reporter who sits in the committee reads like somebody who stepped back, to everybody (product §3.3)', async () => {
  await at.act('c', 'review.recuse', { id: session, line: lines.get('own') ?? '' });
  for (const person of ['a', 'b', 'c']) {
    const report = await lineOf('report', person);
    expect(report.barred).toEqual([{ person: 'b' }]);
    expect(report).not.toHaveProperty('declarant');
  }
  await at.act('d', 'review.recuse', { id: session, line: lines.get('report') ?? '' });
  expect((await lineOf('report')).barred).toEqual([{ person: 'b' }, { person: 'd' }]);
  expect(JSON.stringify((await follow('a')).session)).not.toContain(lines.get('report'));
});

test('it says why a line cannot be taken up yet', async () => {
  expect((await lineOf('report')).not).toBe('declaration.not-verified');
  await at.act('d', 'declaration.verify', { id: lines.get('report') ?? '' });
  expect((await lineOf('report')).not).toBe('hearing.not-over');
});

test('who does not sit in the committee does not follow it, and whoever polls it is noted once a day', async () => {
  for (const person of ['e', 'f', 'sup']) expect(await refusedWith(follow(person))).toBe('right.missing');
  const noted = at.store.rows.selectFrom('access').select('viewer').where('subject', '=', '#review 2026-03');
  expect((await noted.execute()).filter(({ viewer }) => viewer === 'a')).toHaveLength(1);
});
