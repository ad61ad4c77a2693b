import { afterAll, beforeAll, expect, test } from 'vitest';
import { strayMatters } from '#store/stray-matters.ts';
import { CLOCK, openBranch, type TestBranch } from './process-branch.ts';
import { determined, quarter } from './process-determined.ts';

let at: TestBranch;

beforeAll(async () => {
  at = await openBranch();
});
afterAll(async () => await at.close());

/** The matters of a noun that stand otherwise than the chain says. */
async function strays(noun: string): Promise<readonly string[]> {
  const found = await strayMatters(at.store.rows, 'B');
  return found.map(({ of }) => of).filter((of) => of.startsWith(`${noun} `));
}

test('a verifier drawn anew is on the chain (product §3.3, §5.2)', async () => {
  await at.act(CLOCK, 'month.open', { month: '2026-03' });
  const fact = { item: 'zhiyuan', day: '2026-03-05' };
  const { id } = await at.act('g', 'declaration.draft', { subject: 'f', fact });
  await at.act('g', 'declaration.submit', { id });
  await at.act('sup', 'verifier.draw', { id, verifier: 'c' });
  await at.act('c', 'declaration.verify', { id });
  expect(await strays('line')).toEqual([]);
});

test('what a preview that is not chained changed is said by the sealing that is (product §3.9, §5.2)', async () => {
  for (const period of ['2026Q1', '2026Q2', '2026Q3', '2026Q4']) await quarter(at, period, 'closed');
  at.day = '2027-01-10';
  const { id } = await at.act('a', 'settlement.preview', { year: '2026' });
  await at.act('a', 'settlement.seal', { id });
  const asked = await at.act('a', 'settlement.amend', { year: '2026', reason: '迟到的事项' });
  const amended = await at.act('b', 'second.confirm', { id: asked.id });
  await determined(at, { id: 'L1', subject: 'f', fact: { item: 'zhiyuan', day: '2026-04-05' } });
  await at.act('e', 'settlement.preview', { year: '2026' });
  await at.act('a', 'settlement.seal', { id: amended.id });
  expect(await strays('settlement')).toEqual([]);
});

test('stepping back from a line is on the chain, as every recusal that bears on a decision (product §3.4, §5.2)', async () => {
  at.day = '2026-03-10';
  const { id } = await at.act('a', 'review.convene', { month: '2026-03', day: at.day });
  await at.act('a', 'review.open', { id, present: ['a', 'b', 'c'] });
  const [line] = await at.store.rows.selectFrom('matter').select('id').where('noun', '=', 'line').execute();
  await at.act('c', 'review.recuse', { id, line: line?.id ?? '' });
  await at.act('a', 'review.close', { id });
  expect(await strays('review')).toEqual([]);
  const acts = await at.store.rows.selectFrom('step').select('action').where('action', '=', 'review.recuse').execute();
  expect(acts).toHaveLength(1);
});

test('a reporter’s name is opened by two persons on the report as it was seen (product §3.3)', async () => {
  const { id } = await at.act('h', 'declaration.draft', { subject: 'f', fact: { item: 'zhiyuan', day: '2026-03-06' } });
  await at.act('h', 'declaration.submit', { id });
  const asked = await at.act('d', 'reporter.read', { id, reason: '核实' });
  expect(asked).toMatchObject({ waits: true });
  await at.act('sup', 'second.confirm', { id: asked.id });
});
