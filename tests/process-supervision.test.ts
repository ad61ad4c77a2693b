import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, OBSERVER } from '#service/caller.ts';
import { FEW_A_DAY } from '#service/few-a-day.ts';
import { read } from '#service/services.ts';
import { listDocuments } from '#store/act.ts';
import { listMatters, readMatter } from '#store/matter.ts';
import { CLOCK, openBranch, refusedWith, type TestBranch } from './process-branch.ts';
import { assembly, determined, quarter } from './process-determined.ts';

let at: TestBranch;

beforeAll(async () => {
  at = await openBranch();
  await determined(at, { id: 'L1', subject: 'f', fact: { item: 'zhiyuan', day: '2026-03-05' } });
  await determined(at, { id: 'L2', subject: 'f', fact: { item: 'quexi', day: '2026-03-06' } });
  await determined(at, { id: 'L3', subject: 'g', fact: { item: 'weigui', day: '2026-03-07' }, ayes: ['a', 'b'] });
});
afterAll(async () => await at.close());

const total = async (member: string): Promise<number> => {
  const { members } = await at.context.scores.of(at.store, 'B', '2026-12-31');
  return members.find(({ kept }) => kept.member.id === member)?.year.evaluation.total ?? 0;
};
/** What an objection says to who reads it. */
const seen = async (person: string, id: string) => {
  const { matters } = await read(at.context, 'objection.show', { branch: 'B', id }, { person, kind: 'person' });
  return matters[0]?.content;
};
const entries = async () =>
  await at.store.rows.selectFrom('entry').selectAll().where('branch_id', '=', 'B').orderBy('seq').execute();

describe('the notice (§三(四), product §3.7)', () => {
  let id: string;
  test('its content is reviewed by another person than who wrote or edited it, and given back with a reason', async () => {
    ({ id } = await at.act('a', 'notice.draft', { of: 'quarter', period: '2026Q1', text: '第一季度积分公示' }));
    expect(await refusedWith(at.act('a', 'notice.post', { id }))).toBe('notice.not-reviewed');
    await at.act('c', 'notice.edit', { id, text: '第一季度党员积分公示' });
    expect(await refusedWith(at.act('c', 'notice.review', { id }))).toBe('notice.same-person');
    await at.act('b', 'notice.review', { id });
    expect(await refusedWith(at.act('b', 'notice.return', { id, reason: ' ' }))).toBe('reason.missing');
    await at.act('b', 'notice.return', { id, reason: '缺起止日期' });
    expect(await refusedWith(at.act('f', 'notice.review', { id }))).toBe('right.missing');
    await at.act('b', 'notice.review', { id });
  });

  test('it is posted only for what is sealed and never for too few days; its code has 128 random bits and more', async () => {
    at.day = '2026-04-10';
    expect(await refusedWith(at.act('a', 'notice.post', { id }))).toBe('notice.not-sealed');
    await quarter(at, '2026Q1', 'posted');
    expect(await refusedWith(at.act('a', 'notice.post', { id, days: 4 }))).toBe('notice.too-short');
    const noPassword: Caller = { person: 'a', kind: 'person' };
    expect(await refusedWith(at.act(noPassword, 'notice.post', { id }))).toBe('password.missing');
    const posted = await at.act('a', 'notice.post', { id });
    expect(posted.told?.['last']).toBe('2026-04-17');
    expect(posted.told?.['code']).toMatch(/^[0-9a-z]{26,}$/);
    const [sealed] = await listDocuments(at.store.rows, 'B', 'notice');
    expect(JSON.parse(sealed?.text ?? '')).toMatchObject({
      text: '第一季度党员积分公示',
      start: '2026-04-10',
      days: 5,
    });
    expect(sealed?.text).not.toContain(posted.told?.['code']);
    expect(await refusedWith(at.act('a', 'notice.edit', { id, text: '另' }))).toBe('notice.posted');
  });

  test('a member is masked by itself, feedback is written into its file', async () => {
    await at.act('h', 'notice.mask', { id });
    await at.act('e', 'notice.feedback', { id, text: '收到口头意见一条' });
    const notice = await readMatter(at.store.rows, 'B', 'notice', id);
    expect(notice?.body).toMatchObject({ masked: ['h'], feedback: [{ day: '2026-04-10' }] });
  });

  test('it closes by the calendar alone, after its last working day, and is filed once no question is open', async () => {
    at.day = '2026-04-17';
    expect(await refusedWith(at.act('a', 'notice.close', { id }))).toBe('right.missing');
    expect(await refusedWith(at.act(CLOCK, 'notice.close', { id }))).toBe('notice.running');
    const question = await at.act(OBSERVER, 'question.raise', { notice: id, words: '志愿服务如何计分' });
    at.day = '2026-04-18';
    expect(await refusedWith(at.act('a', 'notice.file', { id }))).toBe('notice.posted');
    await at.act(CLOCK, 'notice.close', { id });
    expect(await refusedWith(at.act('a', 'notice.file', { id }))).toBe('notice.questions-open');
    await at.act('a', 'question.admit', { id: question.id });
    await at.act('a', 'question.answer', { id: question.id, reason: '每次两分' });
    await at.act('a', 'question.show', { id: question.id });
    expect(await at.act('a', 'notice.file', { id })).toMatchObject({ state: 'filed' });
    expect(await refusedWith(at.act('h', 'notice.mask', { id }))).toBe('notice.not-now');
    expect(await refusedWith(at.act('a', 'notice.feedback', { id, text: '迟' }))).toBe('notice.not-now');
  });

  test('a term over days whose holidays are not published closes nothing (product §3)', async () => {
    at.day = '2026-12-30';
    const draft = await at.act('a', 'notice.draft', { of: 'quarter', period: '2026Q1' });
    await at.act('b', 'notice.review', { id: draft.id });
    await at.act('a', 'notice.post', { id: draft.id });
    at.day = '2027-02-01';
    expect(await refusedWith(at.act(CLOCK, 'notice.close', { id: draft.id }))).toBe('term.unpublished');
    at.day = '2026-04-20';
  });

  test('it is withdrawn by two persons, with the reason', async () => {
    const draft = await at.act('a', 'notice.draft', { of: 'quarter', period: '2026Q1' });
    await at.act('b', 'notice.review', { id: draft.id });
    await at.act('a', 'notice.post', { id: draft.id });
    expect(await refusedWith(at.act('a', 'notice.withdraw', { id: draft.id, reason: '' }))).toBe('reason.missing');
    const request = await at.act('a', 'notice.withdraw', { id: draft.id, reason: '内容有误' });
    expect(request).toMatchObject({ waits: true });
    expect(await refusedWith(at.act('a', 'second.confirm', { id: request.id }))).toBe('second.same-person');
    expect(await at.act('b', 'second.confirm', { id: request.id })).toMatchObject({ state: 'withdrawn' });
  });
});

describe('questions on the notice (§五(三), product §3.8)', () => {
  test('they are few a day from one place, have words, and only a posted notice is asked about', async () => {
    const here: Caller = { ...OBSERVER, place: '10.0.0.1' };
    expect(await refusedWith(at.act(here, 'question.raise', { words: '  ' }))).toBe('concern.no-words');
    expect(await refusedWith(at.act(here, 'question.raise', { words: '问', notice: 'none' }))).toBe('thing.unknown');
    for (let count = 1; count < FEW_A_DAY; count++) await at.act(here, 'question.raise', { words: '问' });
    expect(await refusedWith(at.act(here, 'question.raise', { words: '问' }))).toBe('concern.too-many');
    await at.act({ ...OBSERVER, place: '10.0.0.2' }, 'question.raise', { words: '问' });
  });

  test('what names someone in office is not admitted but forwarded to the superior; the rest may be declined with a reason', async () => {
    const [one, two] = await listMatters(at.store.rows, 'B', 'question', { state: ['received'] });
    expect(await refusedWith(at.act('b', 'question.admit', { id: one?.id ?? '', namesOffice: true }))).toBe(
      'question.names-office',
    );
    const named = await at.act({ ...OBSERVER, place: 'x' }, 'question.raise', { words: '党员a为何满分' });
    expect(await refusedWith(at.act('b', 'question.admit', { id: named.id }))).toBe('question.names-office');
    await at.act('b', 'question.forward', { id: named.id });
    expect(await listMatters(at.store.rows, 'S', 'concern')).toHaveLength(1);
    expect(await refusedWith(at.act('b', 'question.decline', { id: two?.id ?? '', reason: '' }))).toBe(
      'reason.missing',
    );
    await at.act('b', 'question.decline', { id: two?.id ?? '', reason: '与公示无关' });
    expect(await refusedWith(at.act('b', 'question.answer', { id: two?.id ?? '', reason: '答' }))).toBe(
      'question.not-now',
    );
  });
});

describe('the objection (§三(四), product §3.8)', () => {
  let id: string;
  test('it is raised by the member about its own determined line, or by the recorder on its behalf', async () => {
    const given = { concerns: 'f', about: 'line', line: 'L2', reason: '当天已请假' } as const;
    expect(await refusedWith(at.act('g', 'objection.raise', given))).toBe('objection.not-own');
    expect(await refusedWith(at.act('stranger', 'objection.raise', given))).toBe('right.missing');
    expect(await refusedWith(at.act('f', 'objection.raise', { ...given, reason: '' }))).toBe('reason.missing');
    expect(await refusedWith(at.act('f', 'objection.raise', { ...given, line: 'L3' }))).toBe('thing.unknown');
    const raised = await at.act('f', 'objection.raise', given);
    expect(raised.told).toEqual({ last: '2026-05-13' });
    ({ id } = raised);
    const entered = await at.act('e', 'objection.raise', { ...given, about: 'total', year: '2026' });
    const [one, two] = await listMatters(at.store.rows, 'B', 'objection');
    expect([one?.body, two?.body]).toMatchObject([{ raisedBy: 'f' }, { raisedBy: 'f', enteredBy: 'e' }]);
    await at.act('f', 'objection.withdraw', { id: entered.id });
    expect(await refusedWith(at.act('f', 'objection.withdraw', { id: entered.id }))).toBe('objection.not-now');
  });

  test('nothing but a determined line can be objected to', async () => {
    at.day = '2026-05-06';
    await at.act(CLOCK, 'month.open', { month: '2026-05' });
    const draft = await at.act('f', 'declaration.draft', {
      subject: 'f',
      fact: { item: 'zhiyuan', day: '2026-05-05' },
    });
    const given = { concerns: 'f', about: 'line', line: draft.id, reason: '早' } as const;
    expect(await refusedWith(at.act('f', 'objection.raise', given))).toBe('line.not-now');
  });

  test('whoever decided its line does not investigate; without anyone left the step waits', async () => {
    expect(await refusedWith(at.act('a', 'objection.assign', { id, investigator: 'b' }))).toBe('investigation.barred');
    expect(await refusedWith(at.act('a', 'objection.assign', { id, investigator: 'h' }))).toBe('second.waiting');
    await at.act('a', 'objection.assign', { id });
    expect((await readMatter(at.store.rows, 'B', 'objection', id))?.body.investigator).toBe('d');
    await at.act('a', 'objection.assign', { id, investigator: 'sup' });
    expect(await refusedWith(at.act('a', 'objection.assign', { id, investigator: 'd' }))).toBe('investigation.barred');
  });

  test('only the investigator finds, with reasons, and says what is right where it upholds', async () => {
    const upheld = { id, result: 'upheld', reason: '请假属实', correction: 'removed' } as const;
    expect(await refusedWith(at.act('d', 'objection.find', upheld))).toBe('investigation.not-yours');
    expect(await refusedWith(at.act('f', 'objection.find', upheld))).toBe('right.missing');
    expect(await refusedWith(at.act('sup', 'objection.find', { ...upheld, reason: ' ' }))).toBe('reason.missing');
    expect(await refusedWith(at.act('sup', 'objection.find', { id, result: 'partly', reason: '部分' }))).toBe(
      'finding.not-carried-out',
    );
    expect(await at.act('sup', 'objection.find', upheld)).toMatchObject({ state: 'found' });
    // Its member reads what was found with the answer, and not before.
    const before = await seen('f', id);
    expect(before).toMatchObject({ words: expect.any(String) });
    for (const field of ['result', 'finding', 'correction']) expect(before).not.toHaveProperty(field);
    expect(await seen('a', id)).toMatchObject({ result: 'upheld', finding: '请假属实' });
  });

  test('the answer carries the finding out by a reversal that names it, and the next open meeting is told', async () => {
    const before = await total('f');
    await at.act('a', 'objection.answer', { id });
    const last = (await entries()).at(-1);
    expect(last).toMatchObject({ reverses: 2, ref: `objection:${id}`, note: '请假属实' });
    expect(await total('f')).toBe(before + 20_000);
    expect((await readMatter(at.store.rows, 'B', 'line', 'L2'))?.state).toBe('reversed');
    await assembly(at, 'M1', 'convened');
    await assembly(at, 'M2', 'open');
    expect(await refusedWith(at.act('e', 'objection.report', { id, assembly: 'M1' }))).toBe('assembly.not-open');
    expect(await at.act('e', 'objection.report', { id, assembly: 'M2' })).toMatchObject({ state: 'reported' });
  });

  test('a corrected line has a reversal and a new entry; a dismissed objection leaves the ledger as it is', async () => {
    const raised = await at.act('f', 'objection.raise', {
      concerns: 'f',
      about: 'line',
      line: 'L1',
      reason: '应为两次',
    });
    await at.act('a', 'objection.assign', { id: raised.id, investigator: 'd' });
    const correction = { item: 'zhiyuan', day: '2026-03-08' };
    await at.act('d', 'objection.find', { id: raised.id, result: 'partly', reason: '日期有误', correction });
    await at.act('d', 'objection.answer', { id: raised.id });
    const [back, made] = (await entries()).slice(-2);
    expect(back).toMatchObject({ reverses: 1, ref: `objection:${raised.id}` });
    expect(made).toMatchObject({ day: '2026-03-08', reverses: null, ref: `objection:${raised.id}` });
    const line = await readMatter(at.store.rows, 'B', 'line', 'L1');
    expect(line).toMatchObject({ state: 'determined', body: { entry: made?.seq, reversal: back?.seq } });

    const other = await at.act('g', 'objection.raise', { concerns: 'g', about: 'total', reason: '总分不对' });
    await at.act('a', 'objection.assign', { id: other.id, investigator: 'c' });
    await at.act('c', 'objection.find', { id: other.id, result: 'dismissed', reason: '核对无误' });
    const count = (await entries()).length;
    await at.act('c', 'objection.answer', { id: other.id });
    expect(await entries()).toHaveLength(count);
    expect(await at.act('e', 'objection.report', { id: other.id, assembly: 'M2' })).toMatchObject({
      state: 'reported',
    });
  });
});
