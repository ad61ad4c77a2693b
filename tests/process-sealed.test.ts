import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, OBSERVER } from '#service/caller.ts';
import { FEW_A_DAY } from '#service/few-a-day.ts';
import { addBranch } from '#store/branch.ts';
import { listMatters, readMatter } from '#store/matter.ts';
import { addOrg } from '#store/org.ts';
import { openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { assembly, determined, dump } from './process-determined.ts';

let at: TestBranch;

beforeAll(async () => {
  at = await openBranch();
  await determined(at, { id: 'L3', subject: 'g', fact: { item: 'weigui', day: '2026-03-07' }, ayes: ['a', 'b'] });
  await assembly(at, 'M1', 'convened');
  await assembly(at, 'M2', 'open');
  at.day = '2026-05-06';
});
afterAll(async () => await at.close());

const S = { branch: 'S' } as const;
const total = async (member: string): Promise<number> => {
  const { members } = await at.context.scores.of(at.store, 'B', '2026-12-31');
  return members.find(({ kept }) => kept.member.id === member)?.year.evaluation.total ?? 0;
};
const entries = async () =>
  await at.store.rows.selectFrom('entry').selectAll().where('branch_id', '=', 'B').orderBy('seq').execute();

describe('the appeal (§三(四), product §3.8, §5.7)', () => {
  const given = { of: 'B', concerns: 'g', about: 'line', line: 'L3', reason: '没有违反规定，当日在外出差' } as const;
  let id: string;

  test('lodging, refusing and withdrawing it leave every row of the branch as it was, to the byte', async () => {
    const before = await dump(at, 'B');
    const lodged = await at.act('g', 'appeal.lodge', given, { ...S, key: 'appeal-key-1' });
    expect(lodged.told).toEqual({ last: '2026-08-06' });
    ({ id } = lodged);
    expect(await refusedWith(at.act('f', 'appeal.lodge', given, S))).toBe('appeal.not-own');
    expect(await refusedWith(at.act('g', 'appeal.lodge', { ...given, reason: '' }, S))).toBe('reason.missing');
    expect(await refusedWith(at.act('stranger', 'appeal.lodge', given, S))).toBe('right.missing');
    expect(await refusedWith(at.act('g', 'appeal.lodge', given))).toBe('appeal.no-superior');
    const other = await at.act('g', 'appeal.lodge', given, S);
    expect(await refusedWith(at.act('f', 'appeal.withdraw', { id: other.id }, S))).toBe('right.missing');
    await at.act('g', 'appeal.withdraw', { id: other.id }, S);
    expect(await refusedWith(at.act('g', 'appeal.withdraw', { id: other.id }, S))).toBe('appeal.not-now');
    await at.act('sup', 'appeal.assign', { id, investigator: 'sup2' }, S);
    expect(await dump(at, 'B')).toBe(before);
  });

  test('neither words nor member nor line can be read in the database; its size tells nothing', async () => {
    const rows = (await dump(at, 'S')).split('\n').filter((row) => /^(matter|step|act|record|answer|event) /.test(row));
    const about = rows.filter((row) => row.includes('appeal'));
    expect(about.length).toBeGreaterThan(5);
    for (const row of about.filter((one) => !one.includes('"actor":"stranger"'))) {
      expect(row).not.toMatch(/出差|"L3"|"g"/);
    }
    const appeals = await listMatters(at.store.rows, 'S', 'appeal');
    const sizes = appeals.map(({ body }) => (body.at === 'superior' ? body.sealed.length : 0));
    expect(new Set(sizes).size).toBe(1);
  });

  test('to the people of the branch one that is not served is exactly what a random id is', async () => {
    const none = '00000000-0000-7000-8000-000000000000';
    for (const person of ['a', 'e', 'f', 'stranger'])
      for (const branch of ['B', 'S']) {
        const report = async (of: string) =>
          await refusedWith(at.act(person, 'appeal.report', { id: of, assembly: 'M2' }, { branch }));
        expect(await report(id)).toBe(await report(none));
        const serve = async (of: string) => await refusedWith(at.act(person, 'appeal.serve', { id: of }, { branch }));
        expect(await serve(id)).toBe(await serve(none));
      }
    expect(await refusedWith(at.act('a', 'appeal.report', { id, assembly: 'M2' }))).toBe('thing.unknown');
  });

  test('the superior names who looks into it, not someone who decided, and nobody finds before it is served', async () => {
    expect(await refusedWith(at.act('sup', 'appeal.assign', { id, investigator: 'a' }, S))).toBe('second.waiting');
    await at.act('sup', 'appeal.assign', { id, investigator: 'sup' }, S);
    expect(await refusedWith(at.act('sup', 'appeal.assign', { id, investigator: 'sup2' }, S))).toBe(
      'investigation.barred',
    );
    const finding = { id, result: 'dismissed', reason: '属实' } as const;
    expect(await refusedWith(at.act('sup', 'appeal.find', finding, S))).toBe('appeal.not-now');
  });

  test('served, the branch has an event and a matter; found and answered, its ledger is corrected in the same transaction', async () => {
    const events = async () =>
      (await at.store.rows.selectFrom('event').select('seq').where('branch_id', '=', 'B').execute()).length;
    const before = await events();
    await at.act('sup', 'appeal.serve', { id }, S);
    expect(await events()).toBe(before + 1);
    expect(await readMatter(at.store.rows, 'B', 'appeal', id)).toMatchObject({
      state: 'served',
      subject: 'g',
      parent: 'L3',
      body: { raisedBy: 'g', words: given.reason },
    });
    expect(await refusedWith(at.act('sup', 'appeal.serve', { id }))).toBe('thing.unknown');
    const correction = { item: 'quexi', day: '2026-03-07' };
    const finding = { id, result: 'partly', reason: '应按缺席记', correction } as const;
    expect(await refusedWith(at.act('sup2', 'appeal.find', finding, S))).toBe('investigation.not-yours');
    await at.act('sup', 'appeal.find', finding, S);
    const points = await total('g');
    await at.act('sup', 'appeal.answer', { id }, S);
    expect(await total('g')).toBe(points + 40_000);
    const [back, made] = (await entries()).slice(-2);
    expect([back?.ref, made?.ref]).toEqual([`appeal:${id}`, `appeal:${id}`]);
    expect(await readMatter(at.store.rows, 'B', 'appeal', id)).toMatchObject({
      state: 'answered',
      body: { result: 'partly', finding: '应按缺席记', carriedOut: true, entry: made?.seq },
    });
  });

  test('its outcome is reported to the next open meeting', async () => {
    expect(await refusedWith(at.act('e', 'appeal.report', { id, assembly: 'M1' }))).toBe('assembly.not-open');
    expect(await at.act('e', 'appeal.report', { id, assembly: 'M2' })).toMatchObject({ state: 'reported' });
  });

  test('one withdrawn after it was served is withdrawn on both sides', async () => {
    const lodged = await at.act('g', 'appeal.lodge', { ...given, about: 'total', year: '2026' }, S);
    await at.act('sup', 'appeal.assign', { id: lodged.id, investigator: 'sup' }, S);
    await at.act('sup', 'appeal.serve', { id: lodged.id }, S);
    await at.act('g', 'appeal.withdraw', { id: lodged.id }, S);
    for (const side of ['B', 'S'])
      expect(await readMatter(at.store.rows, side, 'appeal', lodged.id)).toMatchObject({ state: 'withdrawn' });
  });
});

describe('a member’s right at the superior (product §3.8)', () => {
  test('reaches only the superior above its own branch, and only what is its own', async () => {
    const now = '2026-01-01T00:00:00.000Z';
    await addOrg(at.store.rows, { id: 'T', parent_id: null, path: '/T/', name: '其他党委', created_at: now });
    await at.store.transaction(async (rows) => {
      const other = { branch_id: 'T', org_id: 'T', name: '其他党委', kind: 'superior' as const, demo: 0 as const };
      await addBranch(rows, { ...other, created_at: now });
    });
    const given = { of: 'B', concerns: 'g', about: 'total', reason: '总分不对' } as const;
    const elsewhere = { branch: 'T' } as const;
    expect(await refusedWith(at.act('g', 'appeal.lodge', given, elsewhere))).toBe('right.missing');
    expect(await refusedWith(at.act('g', 'appeal.lodge', { ...given, of: 'S' }, S))).toBe('right.missing');
    expect(await refusedWith(at.act('g', 'appeal.lodge', { ...given, of: 'none' }, S))).toBe('right.missing');
    // Being a member below gives no other right there.
    expect(await refusedWith(at.act('g', 'appeal.assign', { id: 'none', investigator: 'g' }, S))).toBe('right.missing');
    expect(await refusedWith(at.act('a', 'filing.archive', { id: 'none' }, S))).toBe('right.missing');
    expect(await listMatters(at.store.rows, 'T', 'appeal')).toHaveLength(0);
  });
});

describe('the concern (§三(四), product §3.8)', () => {
  const there: Caller = { ...OBSERVER, place: '10.9.9.9', request: 'req-1' };
  let code: string;

  test('raised, it leaves the branch as it was, and no row at the superior has an instant, a request or the number', async () => {
    const before = await dump(at, 'B');
    const known = new Set((await dump(at, 'S')).split('\n'));
    const raised = await at.act(there, 'concern.raise', { words: '党员d多次迟到' }, { ...S, key: 'concern-key-1' });
    code = raised.told?.['case'] ?? '';
    expect(code.length).toBeGreaterThanOrEqual(26);
    const made = (await dump(at, 'S')).split('\n').filter((row) => !known.has(row));
    expect(made.map((row) => row.split(' ')[0])).toEqual(['matter', 'record', 'step']);
    for (const row of made) {
      expect(row).not.toMatch(/T\d\d:|req-1|迟到|10\.9/);
      expect(row).not.toContain(code);
      expect(row).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/); // no id that tells the time
    }
    expect(await refusedWith(at.act(there, 'concern.raise', { words: '' }, S))).toBe('concern.no-words');
    expect(await refusedWith(at.act(there, 'concern.raise', { words: '意见' }))).toBe('concern.no-superior');
    expect(await dump(at, 'B')).toBe(before);
    for (let count = 3; count < FEW_A_DAY; count++) await at.act(there, 'concern.raise', { words: '意见' }, S);
    expect(await refusedWith(at.act(there, 'concern.raise', { words: '意见' }, S))).toBe('concern.too-many');
    const records = at.store.rows.selectFrom('record').selectAll().where('action', 'like', 'concern.raise');
    for (const record of await records.execute())
      expect(record).toMatchObject({ branch_id: 'S', actor: 'observer', at: at.day, target: null, request: null });
  });

  test('it is followed by its number; the superior takes it up, serves it in its own words, and answers', async () => {
    expect(await at.act(there, 'concern.follow', { case: code }, S)).toMatchObject({ state: 'received' });
    const [concern] = (await listMatters(at.store.rows, 'S', 'concern', { state: ['received'] })).filter(({ body }) =>
      at.context.secrets.open(body.sealed ?? '').includes('迟到'),
    );
    const id = concern?.id ?? '';
    expect(await refusedWith(at.act('a', 'concern.take', { id }, S))).toBe('right.missing');
    expect(await refusedWith(at.act('sup', 'concern.answer', { id, reason: '答' }, S))).toBe('concern.not-now');
    const taken = await at.act('sup', 'concern.take', { id }, S);
    expect(taken.told).toEqual({ words: '党员d多次迟到' });
    expect(await listMatters(at.store.rows, 'B', 'concern')).toHaveLength(0);
    expect(await refusedWith(at.act('sup', 'concern.serve', { id, to: 'S', words: '请说明考勤' }, S))).toBe(
      'thing.unknown',
    );
    await at.act('sup', 'concern.serve', { id, to: 'B', words: '请说明考勤' }, S);
    const [served] = await listMatters(at.store.rows, 'B', 'concern');
    expect(served?.body).toEqual({ words: '请说明考勤', day: at.day });
    expect(await refusedWith(at.act('sup', 'concern.answer', { id: served?.id ?? '', reason: '答' }))).toBe(
      'thing.unknown',
    );
    expect(await refusedWith(at.act('sup', 'concern.answer', { id, reason: '' }, S))).toBe('reason.missing');
    await at.act('sup', 'concern.answer', { id, reason: '已提醒本人' }, S);
    expect(await at.act(there, 'concern.follow', { case: code }, S)).toMatchObject({
      state: 'answered',
      told: { answer: '已提醒本人' },
    });
    const [other] = await listMatters(at.store.rows, 'S', 'concern', { state: ['received'] });
    expect(await refusedWith(at.act('sup', 'concern.decline', { id: other?.id ?? '', reason: '' }, S))).toBe(
      'reason.missing',
    );
    await at.act('sup', 'concern.decline', { id: other?.id ?? '', reason: '没有具体内容' }, S);
  });

  test('an old number is as unknown as one that never was', async () => {
    const today = at.day;
    at.day = '2027-12-31';
    expect(await refusedWith(at.act(there, 'concern.follow', { case: code }, S))).toBe('thing.unknown');
    expect(await refusedWith(at.act(there, 'concern.follow', { case: 'x'.repeat(32) }, S))).toBe('thing.unknown');
    at.day = today;
  });
});
