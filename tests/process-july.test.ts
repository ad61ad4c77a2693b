import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { read } from '#service/services.ts';
import { listDocuments } from '#store/act.ts';
import { readMatter } from '#store/matter.ts';
import { openBranch, refusedWith, SCHEME, type TestBranch } from './process-branch.ts';
import { determined, quarter } from './process-determined.ts';

let at: TestBranch;

beforeAll(async () => {
  const cycle = { starts: '07-01', period: 'quarter', year: 'whole' };
  const scheme: typeof SCHEME & { cycle: typeof cycle } = { ...SCHEME, effective: '2025-07-01', cycle };
  at = await openBranch(undefined, { scheme });
  await determined(at, { id: 'L1', subject: 'f', fact: { item: 'zhiyuan', day: '2025-08-05' } });
  await determined(at, { id: 'L2', subject: 'f', fact: { item: 'zhiyuan', day: '2026-05-05' } });
  await determined(at, { id: 'L3', subject: 'f', fact: { item: 'weigui', day: '2026-07-01' } });
  at.day = '2026-06-30';
});
afterAll(async () => await at.close());

async function ask<A extends ReadAction>(person: string, action: A, input: object = {}): Promise<AnswerOf<A>> {
  const caller = { person, kind: 'person', password: true } as const;
  return await read(at.context, action, { branch: 'B', ...input } as InputOf<A>, caller);
}

describe('a year from July to June is called by the year in which it begins (scheme language, cycle)', () => {
  test('it runs until the end of June: nothing has happened in the next one, and it is not sealed', async () => {
    expect(await refusedWith(at.act('a', 'settlement.preview', { year: '2026' }))).toBe('month.no-scheme');
    const { id } = await at.act('a', 'settlement.preview', { year: '2025' });
    expect(await refusedWith(at.act('a', 'settlement.seal', { id }))).toBe('settlement.year-running');
    expect(await ask('f', 'rank.show', { member: 'f' })).toMatchObject({
      year: '2025',
      rows: [{ total: 640_000 }],
    });
  });

  test('its course goes from July to June', async () => {
    const { year, points } = await ask('f', 'score.course', { member: 'f' });
    expect([year, points.length]).toEqual(['2025', 12]);
    expect([points[0], points[11]]).toMatchObject([
      { day: '2025-07-31', total: { exact: '60.0000' } },
      { day: '2026-06-30', total: { exact: '64.0000' } },
    ]);
  });

  test('its quarters are those from the third of the one calendar year to the second of the next', async () => {
    at.day = '2026-07-02';
    const { id } = await at.act('a', 'settlement.preview', { year: '2025' });
    for (const period of ['2025Q3', '2025Q4', '2026Q1']) await quarter(at, period, 'closed');
    const open = at.act('a', 'settlement.seal', { id });
    await expect(open).rejects.toMatchObject({ code: 'settlement.quarters-open', params: { quarters: 1 } });
    await quarter(at, '2026Q2', 'posted');
    expect((await ask('a', 'work.list')).rows).toContainEqual(
      expect.objectContaining({ kind: 'settlement-seal', period: '2025' }),
    );
    await at.act('a', 'settlement.seal', { id });
    const [sealed] = await listDocuments(at.store.rows, 'B', 'settlement');
    const { asOf, members } = JSON.parse(sealed?.text ?? '') as {
      asOf: string;
      members: { claim: { member: string; total: number } }[];
    };
    expect(asOf).toBe('2026-06-30');
    expect(members.find(({ claim }) => claim.member === 'f')?.claim.total).toBe(640_000);
  });

  test('what is contested belongs to the year of its day', async () => {
    const reason = '时间有误';
    const before = await at.act('f', 'objection.raise', { concerns: 'f', about: 'line', line: 'L2', reason });
    const after = await at.act('f', 'objection.raise', { concerns: 'f', about: 'line', line: 'L3', reason });
    const periods = [];
    for (const { id } of [before, after]) periods.push((await readMatter(at.store.rows, 'B', 'objection', id))?.period);
    expect(periods).toEqual(['2025', '2026']);
  });

  test('the next one begins anew', async () => {
    expect(await ask('f', 'rank.show', { member: 'f' })).toMatchObject({
      year: '2026',
      rows: [{ total: 540_000 }],
    });
    expect(await ask('f', 'score.show', { member: 'f', year: '2025' })).toMatchObject({ total: { exact: '64.0000' } });
  });
});
