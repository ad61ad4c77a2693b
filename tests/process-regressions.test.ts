import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findStrays } from '#store/strays.ts';
import { openBranch, refusedWith, type TestBranch } from './process-branch.ts';

// Each of these broke an invariant of product §5 in a sequence of the model (model.test.ts), and is kept here in its smallest form.

let at: TestBranch;

beforeEach(async () => {
  at = await openBranch();
});
afterEach(async () => await at.close());

/** A report by g about h, submitted; d is its verifier. */
async function reported(): Promise<string> {
  await at.act('a', 'month.open', { month: '2026-03' });
  const fact = { item: 'huojiang', level: '区级', day: '2026-03-06' };
  const { id } = await at.act('g', 'declaration.draft', { subject: 'h', fact });
  await at.act('g', 'declaration.submit', { id });
  return id;
}

describe('a reporter’s name (product §3.3, §5.7)', () => {
  test('whoever consents to its opening is not told it; the verifier asks once more and is told once', async () => {
    const id = await reported();
    const asked = await at.act('d', 'reporter.read', { id, reason: '核对情况' });
    expect(asked).toMatchObject({ waits: true });
    expect(await at.act('b', 'second.confirm', { id: asked.id })).not.toHaveProperty('told');
    expect(await refusedWith(at.act('b', 'reporter.read', { id, reason: '核对情况' }))).toBe('right.missing');
    expect(await at.act('d', 'reporter.read', { id, reason: '核对情况' })).toMatchObject({ told: { reporter: 'g' } });
    expect(await at.act('d', 'reporter.read', { id, reason: '再看一次' })).toMatchObject({ waits: true });
    const access = at.store.rows.selectFrom('access').selectAll().where('action', '=', 'reporter.read');
    expect(await access.execute()).toMatchObject([{ viewer: 'd', subject: id }]);
  });

  test('it does not stand in the record either when the reporter is refused something about the report', async () => {
    const id = await reported();
    expect(await refusedWith(at.act('g', 'declaration.submit', { id }))).toBe('line.not-now');
    expect(await refusedWith(at.act('g', 'declaration.edit', { id, fact: { item: 'x', day: '2026-03-06' } }))).toBe(
      'line.not-now',
    );
    const record = at.store.rows.selectFrom('record').selectAll().where('outcome', '=', 'refused');
    const rows = await record.execute();
    expect(rows).toHaveLength(2);
    for (const { actor, target, request } of rows) {
      expect(actor).toMatch(/^shield:/);
      expect([target, request]).toEqual([id, null]);
    }
    // Whoever else is refused stands there by name.
    expect(await refusedWith(at.act('f', 'declaration.edit', { id, fact: { item: 'x', day: '2026-03-06' } }))).toBe(
      'right.missing',
    );
    expect(await record.where('actor', '=', 'f').execute()).toHaveLength(1);
  });
});

test('a member confirms a month with whatever revision of it was seen, for others confirm beside it (product §3.2)', async () => {
  await at.act('a', 'month.open', { month: '2026-03' });
  for (const member of ['f', 'g', 'h']) await at.act(member, 'month.confirm', { id: '2026-03', member });
  const [month] = await at.store.rows.selectFrom('matter').selectAll().where('noun', '=', 'month').execute();
  expect(month).toMatchObject({ revision: 4 });
  expect(JSON.parse(month?.body ?? '{}')).toMatchObject({ confirmed: ['f', 'g', 'h'] });
});

test('who is concerned by a line does not declare its decision either, whoever voted for it (product §5.4)', async () => {
  await at.act('a', 'month.open', { month: '2026-03' });
  const fact = { item: 'zhiyuan', day: '2026-03-06' };
  const { id } = await at.act('b', 'declaration.draft', { subject: 'b', fact });
  await at.act('b', 'declaration.submit', { id });
  const { id: review } = await at.act('a', 'review.convene', { month: '2026-03', day: '2026-03-10' });
  await at.act('a', 'review.open', { id: review, present: ['a', 'b', 'c', 'd'] });
  await at.act('b', 'review.take', { id, review });
  await at.act('c', 'review.recuse', { id: review, line: id });
  const decision = { id, review, ayes: ['a', 'd'] };
  expect(await refusedWith(at.act('b', 'review.accept', decision))).toBe('review.recused');
  expect(await refusedWith(at.act('c', 'review.decline', { ...decision, reason: '无记录' }))).toBe('review.recused');
  expect(await at.act('d', 'review.accept', decision)).toMatchObject({ state: 'accepted' });
});

describe('a matter is held to what the chain last said of it (product §5.2)', () => {
  test('also where an act without an event came between two with one', async () => {
    const id = await reported();
    await at.act('sup', 'verifier.draw', { id, verifier: 'b' });
    await at.act('b', 'declaration.verify', { id });
    expect(await findStrays(at.store.rows, 'B')).toEqual([]);
  });

  test('what no act changed in between is still held to it', async () => {
    const id = await reported();
    await at.act('sup', 'verifier.draw', { id, verifier: 'b' });
    await at.act('b', 'declaration.verify', { id });
    const line = await at.store.rows.selectFrom('matter').select('body').where('id', '=', id).executeTakeFirstOrThrow();
    const body = line.body.replace('区级', '校级');
    await at.store.rows.updateTable('matter').set({ body }).where('id', '=', id).execute();
    expect(await findStrays(at.store.rows, 'B')).toEqual([{ table: 'matter', of: `line ${id}` }]);
  });
});
