import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonical, type Json } from '#domain/ledger/canonical.ts';
import { listDocuments, readDocument } from '#store/act.ts';
import { addEntries } from '#store/entry.ts';
import { listMatters, readMatter } from '#store/matter.ts';
import { settle } from '#store/settle/settle.ts';
import { CLOCK, openBranch, refusedWith, SCHEME, type TestBranch } from './process-branch.ts';
import { determined, quarter } from './process-determined.ts';

let at: TestBranch;
let first: string;

beforeAll(async () => {
  at = await openBranch(undefined, { scheme: { ...SCHEME, effective: '2025-01-01' } });
  await determined(at, { id: 'L1', subject: 'f', fact: { item: 'zhiyuan', day: '2025-03-05' } });
  await determined(at, { id: 'L2', subject: 'g', fact: { item: 'huojiang', day: '2025-06-06', level: '区级' } });
  await determined(at, { id: 'L3', subject: 'g', fact: { item: 'weigui', day: '2025-09-07' } });
  await determined(at, { id: 'L4', subject: 'h', fact: { item: 'quexi', day: '2025-11-07' } });
  at.day = '2026-01-05';
});
afterAll(async () => await at.close());

const year = '2025';
type Snapshot = {
  readonly head: string;
  readonly reason?: string;
  readonly members: readonly {
    readonly claim: { readonly member: string; readonly total: number; readonly components: Record<string, number> };
    readonly tree: { readonly points: number; readonly children: readonly object[] };
  }[];
};
const snapshot = async (number: number): Promise<Snapshot> => {
  const document = await readDocument(at.store.rows, 'B', 'settlement', number);
  return JSON.parse(document?.text ?? '{}') as Snapshot;
};
/** Lets the notice of the settlement run its days. */
async function notice(): Promise<void> {
  const { id } = await at.act('a', 'notice.draft', { of: 'settlement', period: year, text: '年度积分公示' });
  await at.act('b', 'notice.review', { id });
  await at.act('a', 'notice.post', { id });
  const [before] = await listDocuments(at.store.rows, 'B', 'notice');
  expect(JSON.parse(before?.text ?? '')).toMatchObject({ of: 'settlement', shows: { kind: 'settlement', number: 2 } });
  at.day = '2026-02-01';
  await at.act(CLOCK, 'notice.close', { id });
}

describe('the annual settlement (§三(五), product §3.9)', () => {
  test('a year without a scheme is not previewed; a preview is renewed as often as wanted', async () => {
    expect(await refusedWith(at.act('a', 'settlement.preview', { year: '2024' }))).toBe('month.no-scheme');
    expect(await refusedWith(at.act('f', 'settlement.preview', { year }))).toBe('right.missing');
    const preview = await at.act('e', 'settlement.preview', { year });
    expect(await at.act('e', 'settlement.preview', { year })).toEqual({ ...preview, revision: 2 });
    first = preview.id;
    expect(await refusedWith(at.act('a', 'settlement.amend', { year, reason: '更正' }))).toBe('settlement.not-sealed');
    expect(await refusedWith(at.act('a', 'filing.draft', { year }))).toBe('settlement.not-sealed');
  });

  test('it is not sealed while the year runs, while a quarter is not posted, or while an objection runs', async () => {
    const running = await at.act('a', 'settlement.preview', { year: '2026' });
    expect(await refusedWith(at.act('a', 'settlement.seal', { id: running.id }))).toBe('settlement.year-running');
    for (const period of ['2025Q1', '2025Q2', '2025Q3']) await quarter(at, period, 'closed');
    await expect(at.act('a', 'settlement.seal', { id: first })).rejects.toMatchObject({
      code: 'settlement.quarters-open',
      params: { quarters: 1 },
    });
    await quarter(at, '2025Q4', 'posted');
    const given = { concerns: 'h', about: 'line', line: 'L4', reason: '已请假' } as const;
    const objection = await at.act('h', 'objection.raise', given);
    expect(await refusedWith(at.act('a', 'settlement.seal', { id: first }))).toBe('settlement.objections-running');
    await at.act('h', 'objection.withdraw', { id: objection.id });
    await expect(at.act('b', 'settlement.seal', { id: first })).rejects.toMatchObject({ code: 'right.missing' });
  });

  test('an appeal that runs keeps nothing from being sealed, for waiting would tell of it (product §5.7)', async () => {
    const given = { of: 'B', concerns: 'h', about: 'line', line: 'L4', reason: '已请假' } as const;
    expect(await at.act('h', 'appeal.lodge', given, { branch: 'S' })).toMatchObject({ state: 'lodged' });
  });

  test('the sealed snapshot holds every member’s claim and tree, the schemes and the head', async () => {
    expect(await at.act('a', 'settlement.seal', { id: first })).toMatchObject({
      state: 'sealed',
      told: { number: '1' },
    });
    const { members, head } = await snapshot(1);
    expect(members).toHaveLength(8);
    expect(members.find(({ claim }) => claim.member === 'g')?.claim.total).toBe(590_000);
    for (const { claim, tree } of members) expect(tree.points).toBe(claim.total);
    expect(head).toMatch(/^4 [0-9a-f]{64}$/);
    expect(await refusedWith(at.act('a', 'settlement.seal', { id: first }))).toBe('settlement.sealed');
    expect(await refusedWith(at.act('a', 'settlement.preview', { year }))).toBe('settlement.sealed');
  });

  test('the sealed totals equal those of the settlement in SQL over the same rows (product §4)', async () => {
    const prepared = await at.context.schemes.prepared(at.store.rows, 'B', '2025-12-31');
    const settled = await settle(at.store.rows, 'B', prepared);
    const { members } = await snapshot(1);
    expect(members.map(({ claim: { member, total, components } }) => [member, total, canonical(components)])).toEqual(
      members.map(({ claim: { member } }) => {
        const own = settled.get(member);
        return [member, own?.total, canonical(Object.fromEntries(own?.components ?? []) as Json)];
      }),
    );
  });

  test('what comes later is an amended snapshot with a reason, by two persons; the first stays readable', async () => {
    expect(await refusedWith(at.act('a', 'settlement.supersede', { id: first }))).toBe('settlement.no-successor');
    // A later objection is received too, stays nothing sealed, and leads to the amended snapshot.
    const given = { concerns: 'h', about: 'line', line: 'L4', reason: '有请假条' } as const;
    const { id } = await at.act('h', 'objection.raise', given);
    await at.act('a', 'objection.assign', { id, investigator: 'd' });
    await at.act('d', 'objection.find', { id, result: 'upheld', reason: '请假条属实', correction: 'removed' });
    await at.act('d', 'objection.answer', { id });
    expect(await refusedWith(at.act('a', 'settlement.amend', { year, reason: ' ' }))).toBe('reason.missing');
    const request = await at.act('a', 'settlement.amend', { year, reason: '异议成立' });
    expect(request).toMatchObject({ waits: true });
    expect(await refusedWith(at.act('a', 'second.confirm', { id: request.id }))).toBe('second.same-person');
    const amended = await at.act('b', 'second.confirm', { id: request.id });
    expect(amended).toMatchObject({ state: 'previewed' });
    expect(await refusedWith(at.act('a', 'settlement.supersede', { id: amended.id }))).toBe('settlement.not-sealed');
    await at.act('a', 'settlement.seal', { id: amended.id });
    expect(await at.act('a', 'settlement.supersede', { id: first })).toMatchObject({ state: 'superseded' });
    const documents = await listDocuments(at.store.rows, 'B', 'settlement');
    expect(documents.map(({ number, supersedes }) => [number, supersedes])).toEqual([
      [1, null],
      [2, 1],
    ]);
    const totals = async (number: number) =>
      (await snapshot(number)).members.find(({ claim }) => claim.member === 'h')?.claim.total;
    expect([await totals(1), await totals(2)]).toEqual([580_000, 600_000]);
    expect((await snapshot(2)).reason).toBe('异议成立');
  });
});

describe('the filing (§三(五), product §3.10)', () => {
  let id: string;
  test('it is sent only when the settlement’s notice has run its days', async () => {
    ({ id } = await at.act('a', 'filing.draft', { year }));
    expect(await refusedWith(at.act('a', 'filing.draft', { year }))).toBe('filing.not-now');
    expect(await refusedWith(at.act('a', 'filing.send', { id }))).toBe('notice.not-over');
    await notice();
    expect(await refusedWith(at.act('sup', 'filing.send', { id }))).toBe('right.missing');
    expect(await at.act('a', 'filing.send', { id })).toMatchObject({ state: 'sent' });
    expect(await refusedWith(at.act('a', 'filing.send', { id }))).toBe('filing.sent');
  });

  test('the superior returns it with a reason, naming determined lines of the branch', async () => {
    expect(await refusedWith(at.act('a', 'filing.return', { id, reason: '核', lines: ['L1'] }))).toBe('right.missing');
    expect(await refusedWith(at.act('sup', 'filing.return', { id, reason: '核', lines: [] }))).toBe('filing.no-lines');
    expect(await refusedWith(at.act('sup', 'filing.return', { id, reason: ' ', lines: ['L1'] }))).toBe(
      'reason.missing',
    );
    expect(await refusedWith(at.act('sup', 'filing.return', { id, reason: '核', lines: ['none'] }))).toBe(
      'thing.unknown',
    );
    await at.act('sup', 'filing.return', { id, reason: '请核对两项', lines: ['L1', 'L2', 'L1'] });
  });

  test('it is sent again when each returned line was corrected or is stood by; only these count', async () => {
    await expect(at.act('a', 'filing.send', { id })).rejects.toMatchObject({
      code: 'filing.lines-open',
      params: { lines: 2 },
    });
    await expect(at.act('a', 'filing.send', { id, confirmed: ['L1', 'L3'] })).rejects.toMatchObject({
      params: { lines: 1 },
    });
    const given = { concerns: 'g', about: 'line', line: 'L2', reason: '级别应为校级' } as const;
    const objection = await at.act('g', 'objection.raise', given);
    await at.act('a', 'objection.assign', { id: objection.id, investigator: 'd' });
    const correction = { item: 'huojiang', day: '2025-06-06', level: '校级' };
    await at.act('d', 'objection.find', { id: objection.id, result: 'upheld', reason: '证书为校级', correction });
    await at.act('d', 'objection.answer', { id: objection.id });
    expect(await at.act('a', 'filing.send', { id, confirmed: ['L1'] })).toMatchObject({ state: 'sent' });
    const filings = await listDocuments(at.store.rows, 'B', 'filing');
    expect(filings.map(({ supersedes }) => supersedes)).toEqual([null, 1]);
  });

  test('approved under a number and archived, it is over', async () => {
    expect(await refusedWith(at.act('sup', 'filing.archive', { id }))).toBe('filing.sent');
    await at.act('sup', 'filing.approve', { id, number: '审〔2026〕3号' });
    expect((await readMatter(at.store.rows, 'B', 'filing', id))?.body.rounds.map(({ did }) => did)).toEqual([
      'sent',
      'returned',
      'sent',
      'approved',
    ]);
    expect(await at.act('sup', 'filing.archive', { id })).toMatchObject({ state: 'archived' });
    expect(await refusedWith(at.act('sup', 'filing.approve', { id, number: '2' }))).toBe('filing.not-now');
  });
});

test('a fact that comes in between preview and seal makes the preview stale', async () => {
  at.day = '2027-01-10';
  for (const period of ['2026Q1', '2026Q2', '2026Q3', '2026Q4']) await quarter(at, period, 'closed');
  const { id } = await at.act('a', 'settlement.preview', { year: '2026' });
  const entry = { member: 'f', fact: { item: 'zhiyuan', day: '2026-05-05' } };
  await addEntries(at.store.rows, 'B', [entry], '2027-01-10T00:00:00.000Z');
  expect(await refusedWith(at.act('a', 'settlement.seal', { id }))).toBe('revision.stale');
  expect(await listMatters(at.store.rows, 'B', 'settlement', { period: ['2026'] })).toHaveLength(1);
});
