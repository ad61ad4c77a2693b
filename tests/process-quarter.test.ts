import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMatter } from '#store/matter.ts';
import { addStatuses } from '#store/status.ts';
import { CLOCK, openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { bodyOf, convene, decidedLine, freeze, idOf, vote } from './process-sitting.ts';

const ALL = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const AYES = { ayes: 5, noes: 0, abstentions: 0 };
const NOES = { ayes: 4, noes: 1, abstentions: 0 };

let at: TestBranch;

/** A motion of an open meeting, briefed, voted by hands and counted. */
async function decided(
  assembly: string,
  put: Pick<Parameters<typeof putInput>[0], 'kind' | 'lines' | 'quarter' | 'about'>,
  counts = AYES,
): Promise<string> {
  const { id } = await at.act('a', 'motion.put', putInput({ assembly, ...put }));
  await at.act('a', 'assembly.brief', { id: assembly, motion: id });
  await at.act('a', 'motion.open', { id, way: 'hands' });
  await at.act('e', 'motion.count', { id, counts });
  return id;
}

function putInput(put: {
  assembly: string;
  kind: 'bundle' | 'contested' | 'scheme' | 'absence' | 'other';
  lines?: string[];
  quarter?: string;
  about?: string;
}) {
  return { title: '事项', ...put };
}

async function sittingOn(day: string, people = ALL): Promise<string> {
  at.day = day;
  const id = await convene(at, { day });
  await freeze(at, id, people);
  return id;
}

/** A matter of another room of the process, as it stands when that room is done with it. */
async function standing(
  noun: 'objection' | 'appeal' | 'notice',
  id: string,
  state: string,
  body: object,
): Promise<void> {
  const now = `${at.day}T04:00:00.000Z`;
  const matter = { noun, id, state, revision: 1, period: '2026Q1', created: now, changed: now };
  await at.store.transaction(async (rows) => await addMatter(rows, 'B', { ...matter, body: body as never }));
}

beforeAll(async () => {
  at = await openBranch();
  at.day = '2026-03-10';
  await at.act(CLOCK, 'quarter.open', { quarter: '2026Q1' });
  await at.act(CLOCK, 'month.open', { month: '2026-03' });
});
afterAll(async () => await at.close());

describe('what a quarter is determined on (§三(三), product §5.5)', () => {
  let first = '';
  let second = '';
  let bundle = '';

  test('a bundle that was lost determines nothing, and its lines go into the next one', async () => {
    first = await decidedLine(at, 'f', { item: 'zhiyuan', day: '2026-03-05' });
    second = await decidedLine(at, 'g', { item: 'zhiyuan', day: '2026-03-06' });
    at.day = '2026-04-08';
    await at.act('a', 'month.close', { id: '2026-03' });
    const sitting = await sittingOn('2026-04-08');
    const lost = await decided(sitting, { kind: 'bundle', quarter: '2026Q1' }, NOES);
    expect(await refusedWith(at.act('e', 'quarter.determine', { id: '2026Q1', motion: lost }))).toBe(
      'motion.not-passed',
    );
    expect(await refusedWith(at.act('e', 'line.reject', { id: first, motion: lost, reason: '未通过' }))).toBe(
      'motion.not-passed',
    );
    bundle = await decided(sitting, { kind: 'bundle', quarter: '2026Q1' });
    expect((await bodyOf(at, 'motion', bundle))['lines']).toEqual([first, second]);
    await at.act('a', 'assembly.close', { id: sitting });
  });

  test('months must be closed, and a line changed since the vote is not what was voted on', async () => {
    const request = await at.act('a', 'month.reopen', { id: '2026-03', reason: '记录有误' });
    await at.act('b', 'second.confirm', { id: request.id });
    expect(await refusedWith(at.act('e', 'quarter.determine', { id: '2026Q1', motion: bundle }))).toBe(
      'quarter.months-open',
    );
    const session = await at.act('a', 'review.convene', { month: '2026-03', day: at.day });
    const review = session.id;
    await at.act('a', 'review.open', { id: review, present: ['a', 'b', 'c', 'd'] });
    await at.act('a', 'review.take', { id: second, review });
    const decision = { id: second, review, ayes: ['a', 'c', 'd'], reason: '次日' };
    await at.act('c', 'review.adjust', { ...decision, fact: { item: 'zhiyuan', day: '2026-03-07' } });
    await at.act('a', 'review.close', { id: review });
    await at.act('a', 'month.close', { id: '2026-03' });
    await expect(at.act('e', 'quarter.determine', { id: '2026Q1', motion: bundle })).rejects.toMatchObject({
      code: 'motion.not-passed',
      params: { lines: 1 },
    });
    expect(await at.store.rows.selectFrom('entry').select('seq').execute()).toHaveLength(0);
  });

  test('the meeting decides the line alone; a lost motion rejects it with a reason', async () => {
    const sitting = await sittingOn('2026-04-10');
    const alone = await decided(sitting, { kind: 'contested', lines: [second], quarter: '2026Q1' }, NOES);
    expect(await refusedWith(at.act('e', 'line.reject', { id: second, motion: alone, reason: ' ' }))).toBe(
      'reason.missing',
    );
    expect(await at.act('e', 'line.reject', { id: second, motion: alone, reason: '证据不足' })).toMatchObject({
      state: 'rejected',
    });
    await at.act('a', 'assembly.close', { id: sitting });
    await at.act('e', 'quarter.determine', { id: '2026Q1', motion: bundle });
    expect(await idOf(at, 'line', first)).toMatchObject({ state: 'determined' });
  });

  test('the outcomes of objections are told first, and no meeting ends without them (§三(四))', async () => {
    await standing('objection', 'objection-1', 'answered', { raisedBy: 'f', about: 'line', words: '异议' });
    await standing('appeal', 'appeal-1', 'answered', { at: 'branch', raisedBy: 'g', about: 'line', words: '申诉' });
    await standing('appeal', 'appeal-2', 'answered', { at: 'superior', sealed: '-', who: '-' });
    const sitting = await sittingOn('2026-04-14');
    expect((await bodyOf(at, 'assembly', sitting))['owed']).toEqual(['objection-1', 'appeal-1']);
    const { id } = await at.act('a', 'motion.put', putInput({ assembly: sitting, kind: 'other' }));
    expect(await refusedWith(at.act('a', 'assembly.brief', { id: sitting, motion: id }))).toBe(
      'assembly.outcomes-first',
    );
    await at.act('a', 'motion.defer', { id, reason: '改日' });
    expect(await refusedWith(at.act('a', 'assembly.brief', { id: sitting, outcomes: true, motion: id }))).toBe(
      'motion.not-open',
    );
    expect(await refusedWith(at.act('a', 'assembly.close', { id: sitting }))).toBe('assembly.outcomes-first');
    await at.act('e', 'assembly.brief', { id: sitting, outcomes: true });
    await at.act('a', 'assembly.close', { id: sitting });
    const minutes = await at.act('e', 'minutes.draft', { assembly: sitting });
    expect((await bodyOf(at, 'minutes', minutes.id))['text']).toContain('会议通报了 2 件异议、申诉的处理结果');
    expect(await refusedWith(at.act('b', 'minutes.sign', { id: minutes.id }))).toBe('right.missing');
    await at.store.rows
      .updateTable('matter')
      .set({ state: 'reported' })
      .where('id', 'in', ['objection-1', 'appeal-1'])
      .execute();
  });

  test('a fact of a determined quarter goes to the next meeting and onto a supplement sheet (product §3.9)', async () => {
    expect(await refusedWith(at.act('e', 'register.supplement', { quarter: '2026Q1' }))).toBe('register.not-sealed');
    const drawn = await at.act('e', 'register.draw', { quarter: '2026Q1' });
    await at.act('e', 'register.seal', { id: drawn.id });
    await at.act('a', 'quarter.post', { id: '2026Q1' });
    await at.act(CLOCK, 'month.open', { month: '2026-04' });
    const { id: line } = await at.act('h', 'declaration.draft', {
      subject: 'h',
      fact: { item: 'zhiyuan', day: '2026-03-20' },
    });
    await at.act('h', 'declaration.submit', { id: line });
    expect(await bodyOf(at, 'line', line)).toMatchObject({ supplementTo: '2026Q1' });
    const session = await at.act('a', 'review.convene', { month: '2026-04', day: at.day });
    await at.act('a', 'review.open', { id: session.id, present: ['a', 'b', 'c'] });
    await at.act('a', 'review.take', { id: line, review: session.id });
    await at.act('b', 'review.accept', { id: line, review: session.id, ayes: ['a', 'b'] });
    await at.act('a', 'review.close', { id: session.id });
    at.day = '2026-07-02';
    await at.act('a', 'month.close', { id: '2026-04' });
    await at.act(CLOCK, 'quarter.open', { quarter: '2026Q2' });
    const sitting = await sittingOn('2026-07-03');
    const motion = await decided(sitting, { kind: 'bundle', quarter: '2026Q2' });
    await at.act('e', 'quarter.determine', { id: '2026Q2', motion });
    const sheet = await at.act('e', 'register.supplement', { quarter: '2026Q1' });
    expect(await refusedWith(at.act('e', 'register.seal', { id: sheet.id }))).toBe('assembly.still-open');
    await at.act('a', 'assembly.close', { id: sitting });
    await at.act('e', 'register.seal', { id: sheet.id });
    const entry = await at.store.rows.selectFrom('entry').selectAll().where('member_id', '=', 'h').executeTakeFirst();
    expect(entry).toMatchObject({ day: '2026-03-20', created_at: '2026-07-03T04:00:00.000Z' });
    const sealed = await at.store.rows.selectFrom('document').selectAll().where('kind', '=', 'register').execute();
    expect(sealed.map(({ number, period }) => [number, period])).toEqual([
      [1, '2026Q1'],
      [2, '2026Q1'],
    ]);
    expect(sealed[0]?.text).not.toContain(line);
    expect(sealed[1]?.text).toContain(line);
    expect(sealed[1]?.text).not.toContain(first);
  });

  test('what is taken back after its register was sealed stands on a supplement sheet as withdrawn; the register stays', async () => {
    const asked = await at.act('e', 'line.reverse', { id: first, finding: '支委会核查 2 号', reason: '重复登记' });
    await at.act('b', 'second.confirm', { id: asked.id });
    const { id } = await at.act('e', 'register.supplement', { quarter: '2026Q1' });
    await at.act('e', 'register.seal', { id });
    const { text = '' } = (await bodyOf(at, 'register', id)) as { text?: string };
    expect(JSON.parse(text)).toMatchObject({ withdrawn: [1] });
    expect(text).not.toContain('zhiyuan');
  });

  test('the quarter ends by itself when its notice is over (§三(四))', async () => {
    expect(await refusedWith(at.act(CLOCK, 'quarter.close', { id: '2026Q1' }))).toBe('notice.not-over');
    await standing('notice', 'notice-1', 'closed', { of: 'quarter', author: 'a' });
    expect(await at.act(CLOCK, 'quarter.close', { id: '2026Q1' })).toMatchObject({ state: 'closed' });
  });
});

describe('who is on the roll (product §2, §3.6)', () => {
  test('an absence takes a mobile member off the roll only when superior and meeting both agreed beforehand', async () => {
    const mobile = [{ from: '2026-04-01', to: '9999-12-31', standing: 'mobile' as const }];
    await at.store.transaction(async (rows) => await addStatuses(rows, 'B', 'h', mobile, '2026-04-01T00:00:00.000Z'));
    const { id } = await at.act('h', 'absence.ask', { from: '2026-07-01', to: '2026-12-31' });
    expect(await refusedWith(at.act('a', 'absence.consent', { id }))).toBe('right.missing');
    await at.act('sup', 'absence.consent', { id });
    const sitting = await sittingOn('2026-07-06');
    const lost = await decided(sitting, { kind: 'absence', about: id }, NOES);
    expect(await refusedWith(at.act('e', 'absence.approve', { id, motion: lost }))).toBe('motion.not-passed');
    const other = await decided(sitting, { kind: 'other', about: id });
    expect(await refusedWith(at.act('e', 'absence.approve', { id, motion: other }))).toBe('motion.not-passed');
    const passed = await decided(sitting, { kind: 'absence', about: id });
    expect(await at.act('e', 'absence.approve', { id, motion: passed })).toMatchObject({ state: 'agreed' });
    expect((await bodyOf(at, 'motion', passed))['entitled']).toBe(8);
    await at.act('a', 'assembly.close', { id: sitting });
    const next = await sittingOn('2026-07-08');
    const later = await decided(next, { kind: 'other' });
    expect((await bodyOf(at, 'motion', later))['entitled']).toBe(7);
    await at.act('a', 'assembly.close', { id: next });
  });

  test('whoever is suspended may come, but has no vote and does not count', async () => {
    const suspended = [{ from: '2026-07-01', to: '9999-12-31', standing: 'suspended' as const }];
    await at.store.transaction(
      async (rows) => await addStatuses(rows, 'B', 'g', suspended, '2026-07-01T00:00:00.000Z'),
    );
    const sitting = await sittingOn('2026-07-10', ['a', 'b', 'c', 'd', 'e', 'g']);
    const { id } = await at.act('a', 'motion.put', putInput({ assembly: sitting, kind: 'other' }));
    await at.act('a', 'assembly.brief', { id: sitting, motion: id });
    await at.act('a', 'motion.open', { id, way: 'screen' });
    expect(await refusedWith(at.act('g', 'motion.cast', { id, choice: 'aye' }))).toBe('motion.not-entitled');
    const unsigned = { person: 'a', kind: 'person' } as const;
    expect(await refusedWith(at.act(unsigned, 'motion.cast', { id, choice: 'aye' }))).toBe('password.missing');
    await vote(at, id, { a: 'aye', b: 'aye', c: 'aye', d: 'aye', e: 'abstain' });
    expect(await at.act('e', 'motion.count', { id })).toMatchObject({ told: { result: 'passed' } });
    expect(await bodyOf(at, 'motion', id)).toMatchObject({ entitled: 6, present: 5 });
    await at.act('a', 'assembly.close', { id: sitting });
    const minutes = await at.act('e', 'minutes.draft', { assembly: sitting });
    expect((await bodyOf(at, 'minutes', minutes.id))['text']).toContain('列席（无表决权）：党员g');
  });
});
