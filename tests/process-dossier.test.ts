import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf } from '#contract/api.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { read as readFor } from '#service/services.ts';
import { verifyBranch } from '#service/verify.ts';
import { addEntries } from '#store/entry.ts';
import { readMatter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { isReversed } from '#store/reversal.ts';
import { CLOCK, openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { bodyOf, idOf } from './process-sitting.ts';

let at: TestBranch;
type Roster = Extract<InputOf<'dossier.read'>['rows'], { roster: unknown }>['roster'];
type Facts = Extract<InputOf<'dossier.read'>['rows'], { facts: unknown }>['facts'];

beforeAll(async () => {
  at = await openBranch();
  await at.act(CLOCK, 'month.open', { month: '2026-03' });
});
afterAll(async () => await at.close());

const readRoster = async (roster: Roster) =>
  await at.act('e', 'dossier.read', { title: '名册.xlsx', rows: { roster } });
const readFacts = async (facts: Facts) => await at.act('e', 'dossier.read', { title: '三月.xlsx', rows: { facts } });
const imports = async () =>
  (await readFor(at.context, 'dossier.show', { branch: 'B' }, { person: 'e', kind: 'person', password: true })).rows;
const second = async (person: string, id: string) =>
  await readFor(at.context, 'second.show', { branch: 'B', id }, { person, kind: 'person', password: true });
const kindsOwed = async (person: string, ...ids: string[]) => {
  const { rows } = await readFor(at.context, 'work.list', { branch: 'B' }, { person, kind: 'person', password: true });
  return rows.filter(({ id }) => ids.includes(id)).map(({ kind, owedBy }) => [kind, owedBy]);
};
const known = (code: string) => ({ code, name: `党员${code}`, from: '2020-01-01' });

/** The standing of everyone on a day, by the roster's number. */
async function standings(day = at.day): Promise<Readonly<Record<string, string | undefined>>> {
  const members = await listMembers(at.store.rows, 'B');
  return Object.fromEntries(members.map(({ code, member }) => [code, statusOn(member, day)?.standing]));
}

describe('a roster (§五(二), product §3.13)', () => {
  const rows: Roster = [
    { ...known('f'), standing: 'full' },
    { ...known('g'), standing: 'mobile', from: '2026-03-01' },
    { code: 'n1', name: '新党员', standing: 'probationary', from: '2026-03-01' },
  ];
  let id: string;

  test('is read and changes nothing: the difference and what is wrong are shown', async () => {
    const before = await standings();
    const wrong = [
      ...rows,
      { ...known('f'), standing: 'full' as const },
      { ...known('h'), name: '别名', standing: 'full' as const },
    ];
    const read = await readRoster(wrong);
    expect(read.told).toEqual({ joins: '1', changes: '1', gone: '5', facts: '0', unchanged: '1', problems: '2' });
    expect((await bodyOf(at, 'dossier', read.id))['problems']).toEqual([
      { row: 4, problem: 'twice' },
      { row: 5, problem: 'other-name' },
    ]);
    expect(await refusedWith(at.act('e', 'dossier.apply', { id: read.id, seen: true }))).toBe('dossier.has-problems');
    await at.act('e', 'dossier.discard', { id: read.id });
    expect(await refusedWith(at.act('e', 'dossier.apply', { id: read.id, seen: true }))).toBe('dossier.not-now');
    expect(await standings()).toEqual(before);
    expect(await refusedWith(at.act('b', 'dossier.read', { title: 'x', rows: { roster: rows } }))).toBe(
      'right.missing',
    );
  });

  test('is applied as one step once its difference was seen, and not when the roster has moved on since', async () => {
    const stale = await readRoster(rows);
    ({ id } = await readRoster(rows));
    expect(await refusedWith(at.act('e', 'dossier.apply', { id, seen: false }))).toBe('dossier.not-seen');
    expect((await at.act('e', 'dossier.apply', { id, seen: true })).state).toBe('applied');
    expect(await standings()).toMatchObject({ g: 'mobile', n1: 'probationary', f: 'full' });
    expect(await refusedWith(at.act('e', 'dossier.apply', { id: stale.id, seen: true }))).toBe('revision.stale');
  });

  test('is taken back as one step: what held before holds again, and who joined by it belongs to nothing', async () => {
    await at.act('e', 'dossier.undo', { id });
    expect(await standings()).toMatchObject({ g: 'full', n1: 'transferred', f: 'full' });
    expect(await standings('2026-02-01')).toMatchObject({ g: 'full' });
    expect(await refusedWith(at.act('e', 'dossier.undo', { id }))).toBe('dossier.not-now');
  });

  test('needs two persons where it gives or takes a vote, and so does taking that back (trust §2.5)', async () => {
    const read = await readRoster([{ ...known('h'), standing: 'suspended', from: '2026-03-01' }]);
    const asked = await at.act('e', 'dossier.apply', { id: read.id, seen: true });
    expect(asked).toMatchObject({ waits: true });
    expect(await standings()).toMatchObject({ h: 'full' });
    // Among the imports it stands first, with the step that waits.
    const seen = async () => (await imports())[0];
    expect(await seen()).toMatchObject({
      id: read.id,
      state: 'read',
      content: { second: { action: 'dossier.apply' } },
    });
    // The second person sees all that it confirms, and nobody else does; the first one waits.
    expect((await second('b', asked.id)).import?.roster).toMatchObject([
      { code: 'h', before: { standing: 'full' }, status: { standing: 'suspended', from: '2026-03-01' } },
    ]);
    for (const other of ['e', 'f', 'x']) expect(await refusedWith(second(other, asked.id))).toBe('right.missing');
    expect(await kindsOwed('b', read.id, asked.id)).toEqual([['second-confirm', 'me']]);
    expect(await kindsOwed('e', read.id, asked.id)).toEqual([['second-confirm', 'office']]);
    await at.act('b', 'second.confirm', { id: asked.id });
    expect(await refusedWith(second('b', asked.id))).toBe('thing.unknown');
    expect((await seen())?.content).not.toHaveProperty('second');
    expect(await standings()).toMatchObject({ h: 'suspended' });
    const refused = await at.act('e', 'dossier.undo', { id: read.id });
    await at.act('b', 'second.refuse', { id: refused.id, reason: '名册没有错' });
    expect((await seen())?.content['second']).toMatchObject({ state: 'refused', reason: '名册没有错' });
    const back = await at.act('e', 'dossier.undo', { id: read.id });
    expect(back).toMatchObject({ waits: true });
    expect((await seen())?.content['second']).toMatchObject({ action: 'dossier.undo', state: 'waiting' });
    await at.act('b', 'second.confirm', { id: back.id });
    expect(await standings()).toMatchObject({ h: 'full' });
  });

  test('a change of the roster shows its second person whom it concerns, what holds and what will (trust §2.5)', async () => {
    const asked = await at.act('a', 'transfer.open', {
      code: 'z9',
      name: '转入的人',
      standing: 'full',
      from: '2026-03-05',
      statement: '第7号',
      openings: [{ component: 'duty', points: 35_000 }],
    });
    expect(await second('c', asked.id)).toMatchObject({
      roster: { code: 'z9', name: '转入的人', joins: true, status: { standing: 'full', from: '2026-03-05' } },
      statement: '第7号',
      openings: [{ label: '履职分', points: 35_000 }],
    });
    await at.act('c', 'second.refuse', { id: asked.id, reason: '没有收到介绍信' });
  });

  test('is not taken back over what someone else has done since', async () => {
    const read = await readRoster([{ ...known('g'), standing: 'mobile', from: '2026-03-02' }]);
    await at.act('e', 'dossier.apply', { id: read.id, seen: true });
    await at.act('a', 'roster.change', { member: 'g', standing: 'exempt', from: '2026-03-03' });
    expect(await refusedWith(at.act('e', 'dossier.undo', { id: read.id }))).toBe('revision.stale');
  });
});

describe('facts (product §3.13)', () => {
  const fact = { item: 'zhiyuan', day: '2026-03-05' };
  test('that name no member, no item or a day to come are problems', async () => {
    const read = await readFacts([
      { code: 'zz', fact },
      { code: 'f', fact: { ...fact, item: 'none' } },
      { code: 'f', fact: { ...fact, day: '2026-12-01' } },
      { code: 'f', fact },
    ]);
    expect((await bodyOf(at, 'dossier', read.id))['problems']).toEqual([
      { row: 1, problem: 'member-unknown' },
      { row: 2, problem: 'item-unknown' },
      { row: 3, problem: 'future-day' },
    ]);
    expect(await refusedWith(at.act('e', 'dossier.apply', { id: read.id, seen: true }))).toBe('dossier.has-problems');
  });

  test('become proposals that are no score, pass confirmation and hearing, and are withdrawn as one', async () => {
    const { id } = await readFacts([
      { code: 'f', fact, words: '签到表' },
      { code: 'g', fact: { item: 'quexi', day: '2026-03-06' } },
    ]);
    const { told } = await at.act('e', 'dossier.apply', { id, seen: true });
    const [credit = '', deduction = ''] = (told?.['lines'] ?? '').split(' ');
    expect(await readMatter(at.store.rows, 'B', 'line', credit)).toMatchObject({
      state: 'proposed',
      subject: 'f',
      body: { origin: 'batch', words: '签到表' },
    });
    await at.act('e', 'declaration.confirm', { id: deduction, readBack: true });
    const hearings = at.store.rows.selectFrom('matter').select('state').where('parent', '=', deduction);
    expect(await hearings.execute()).toEqual([{ state: 'told' }]);
    expect(await refusedWith(at.act('a', 'dossier.reverse', { id, reason: '错表' }))).toBe('dossier.not-determined');
    await at.act('e', 'dossier.undo', { id });
    expect([await idOf(at, 'line', credit), await idOf(at, 'line', deduction)]).toMatchObject([
      { state: 'withdrawn' },
      { state: 'withdrawn' },
    ]);
  });

  test('once one of them is determined the import is reversed, by two persons and with a reason', async () => {
    const { id } = await readFacts([
      { code: 'f', fact },
      { code: 'f', fact: { ...fact, day: '2026-03-07' } },
    ]);
    const { told } = await at.act('e', 'dossier.apply', { id, seen: true });
    const [one = '', other = ''] = (told?.['lines'] ?? '').split(' ');
    const { store } = at;
    const { seq } = await addEntries(store.rows, 'B', [{ member: 'f', fact }], '2026-03-10T00:00:00.000Z');
    const line = await readMatter(store.rows, 'B', 'line', one);
    const body = JSON.stringify({ ...line?.body, entry: seq });
    await store.rows.updateTable('matter').set({ state: 'determined', body }).where('id', '=', one).execute();
    await expect(at.act('e', 'dossier.undo', { id })).rejects.toMatchObject({
      code: 'dossier.determined',
      params: { determined: 1 },
    });
    expect(await refusedWith(at.act('e', 'dossier.reverse', { id, reason: '错表' }))).toBe('right.missing');
    expect(await refusedWith(at.act('a', 'dossier.reverse', { id, reason: ' ' }))).toBe('reason.missing');
    const asked = await at.act('a', 'dossier.reverse', { id, reason: '错表' });
    expect(asked).toMatchObject({ waits: true });
    expect(await refusedWith(at.act('a', 'second.confirm', { id: asked.id }))).toBe('second.same-person');
    await at.act('b', 'second.confirm', { id: asked.id });
    expect((await idOf(at, 'dossier', id)).state).toBe('reversed');
    expect(await isReversed(store.rows, 'B', seq)).toBe(true);
    expect([(await idOf(at, 'line', one)).state, (await idOf(at, 'line', other)).state]).toEqual([
      'reversed',
      'withdrawn',
    ]);
  });

  test('the chain still fits every row but what this test laid itself', async () => {
    const strays = await verifyBranch({ store: at.store }, { branch: 'B' }, () => undefined);
    expect(strays.filter(({ table }) => table !== 'matter')).toEqual([]);
  });
});
