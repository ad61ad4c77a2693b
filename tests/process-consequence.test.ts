import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportList } from '#service/export-list.ts';
import { tick } from '#service/tick.ts';
import { addStatuses } from '#store/status.ts';
import { findStrays } from '#store/strays.ts';
import { CLOCK, openBranch, refusedWith, SCHEME, type TestBranch } from './process-branch.ts';
import { determined, quarter } from './process-determined.ts';
import { bodyOf, convene, freeze, idOf } from './process-sitting.ts';

let at: TestBranch;
let sitting: string;
const year = '2025';
const rule = '§四';

beforeAll(async () => {
  at = await openBranch(undefined, { scheme: { ...SCHEME, effective: '2025-01-01' } });
  const many = { item: 'zhiyuan', day: '2025-03-05', quantity: 200_000 };
  await determined(at, { id: 'L1', subject: 'f', fact: many });
  await determined(at, { id: 'L2', subject: 'g', fact: { item: 'weigui', day: '2025-09-07' } });
  await determined(at, { id: 'L3', subject: 'b', fact: { item: 'quexi', day: '2025-11-07' } });
  const probationary = { standing: 'probationary' as const, from: '2025-01-01', to: '9999-12-31' };
  await addStatuses(at.store.rows, 'B', 'h', [probationary], '2026-01-02T00:00:00.000Z');
  at.day = '2026-01-05';
  for (const one of ['2025Q1', '2025Q2', '2025Q3', '2025Q4']) await quarter(at, one, 'closed');
});
afterAll(async () => await at.close());

/** Lets the general meeting decide about a thing. */
async function resolved(about: string, ayes = 6): Promise<string> {
  const { id } = await at.act('a', 'motion.put', { assembly: sitting, kind: 'other', title: '决议', about });
  await at.act('a', 'assembly.brief', { id: sitting, motion: id });
  await at.act('a', 'motion.open', { id, way: 'hands' });
  await at.act('e', 'motion.count', { id, counts: { ayes, noes: 7 - ayes, abstentions: 0 } });
  return id;
}

/** Tells a member why a disposition is considered, and lets it answer. */
async function heard(member: string): Promise<void> {
  const { id } = await at.act('b', 'hearing.serve', { member, cause: '年度积分低于基础分' });
  await at.act(member, 'hearing.answer', { id, answer: 'contest', words: '愿意改正' });
}

describe('the democratic appraisal (§四(一), product §3.11)', () => {
  let id: string;
  test('it is opened after the settlement’s notice and never before', async () => {
    expect(await refusedWith(at.act('a', 'appraisal.open', { year }))).toBe('settlement.not-sealed');
    const preview = await at.act('e', 'settlement.preview', { year });
    await at.act('a', 'settlement.seal', { id: preview.id });
    const notice = await at.act('a', 'notice.draft', { of: 'settlement', period: year, text: '年度积分公示' });
    await at.act('b', 'notice.review', { id: notice.id });
    await at.act('a', 'notice.post', { id: notice.id });
    expect(await refusedWith(at.act('a', 'appraisal.open', { year }))).toBe('appraisal.before-notice');
    at.day = '2026-02-02';
    await at.act(CLOCK, 'notice.close', { id: notice.id });
    expect(await refusedWith(at.act('f', 'appraisal.open', { year }))).toBe('right.missing');
    ({ id } = await at.act('a', 'appraisal.open', { year }));
    expect(await refusedWith(at.act('a', 'appraisal.open', { year }))).toBe('appraisal.not-now');
  });

  test('grades are proposed from the sealed bands and ranks; below base is considered, and proposed as nothing', async () => {
    const { proposals } = await bodyOf(at, 'appraisal', id);
    expect(proposals).toEqual(
      expect.arrayContaining([
        { member: 'f', band: '好', grade: 'excellent', mayBeConsidered: false },
        { member: 'a', band: '一般', grade: 'qualified', mayBeConsidered: false },
        { member: 'g', band: '差', grade: null, mayBeConsidered: true },
        { member: 'h', band: null, grade: null, mayBeConsidered: false },
      ]),
    );
  });

  test('members assess themselves, then each other and never themselves, in this order', async () => {
    expect(await refusedWith(at.act('f', 'appraisal.rate', { id, member: 'g', words: '可以' }))).toBe(
      'appraisal.not-now',
    );
    await at.act('f', 'appraisal.assess', { id, words: '自评' });
    await at.act('h', 'appraisal.assess', { id, words: '预备党员自评' });
    await at.act('a', 'appraisal.peers', { id });
    await at.act('f', 'appraisal.rate', { id, member: 'g', words: '需努力' });
    expect(await refusedWith(at.act('g', 'appraisal.rate', { id, member: 'g', words: '好' }))).toBe('review.recused');
    expect(await refusedWith(at.act('sup', 'appraisal.rate', { id, member: 'g', words: '好' }))).toBe('right.missing');
  });

  test('the meeting decides with reasons: no probationary member, not too many 优秀, 不合格 only by a motion of its own', async () => {
    at.day = '2026-02-06';
    sitting = await convene(at, { day: at.day, items: ['民主评议'] });
    expect(await refusedWith(at.act('a', 'appraisal.ballot', { id, assembly: sitting }))).toBe('assembly.not-open');
    await freeze(at, sitting, ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    await at.act('a', 'appraisal.ballot', { id, assembly: sitting });
    const lost = await resolved(id, 3);
    const motion = await resolved(id);
    const good = { member: 'f', grade: 'excellent', reason: '积分靠前，测评好' } as const;
    const decide = async (grades: readonly object[], by = motion) =>
      await refusedWith(at.act('e', 'appraisal.decide', { id, motion: by, grades: grades as (typeof good)[] }));
    expect(await decide([good], lost)).toBe('motion.not-passed');
    expect(await decide([{ ...good, reason: ' ' }])).toBe('appraisal.no-reasons');
    expect(await decide([{ ...good, member: 'h' }])).toBe('appraisal.probationary');
    expect(await decide(['a', 'b', 'f'].map((member) => ({ ...good, member })))).toBe('appraisal.places-over');
    expect(await decide([{ ...good, member: 'g', grade: 'unqualified' }])).toBe('appraisal.unqualified-alone');
    expect(await decide([good, good])).toBe('thing.unknown');
    const own = await resolved('g');
    expect(
      await decide([good, { member: 'g', grade: 'unqualified', reason: '大会决定', motion: own }]),
    ).toBeUndefined();
    expect((await at.act('a', 'appraisal.tell', { id })).state).toBe('told');
  });
});

describe('commendation (§四(二)–(三))', () => {
  test('a running objection stays it; who is left out until a day is not proposed, until time ends that', async () => {
    const given = { member: 'b', year, rule, title: '优秀共产党员' };
    expect(await refusedWith(at.act('a', 'commendation.propose', { ...given, rule: ' ' }))).toBe('consequence.no-rule');
    const contest = { concerns: 'b', about: 'line', line: 'L3', reason: '已请假' } as const;
    const objection = await at.act('b', 'objection.raise', contest);
    expect(await refusedWith(at.act('a', 'commendation.propose', given))).toBe('consequence.stayed');
    await at.act('b', 'objection.withdraw', { id: objection.id });
    const { title: _, ...barred } = given;
    const early = { ...barred, ends: at.day };
    expect(await refusedWith(at.act('a', 'commendation.bar', early))).toBe('consequence.no-end');
    const bar = await at.act('a', 'commendation.bar', { ...barred, ends: '2026-06-30' });
    const other = await resolved('b');
    expect(await refusedWith(at.act('e', 'commendation.approve', { id: bar.id, motion: other }))).toBe(
      'motion.not-passed',
    );
    await at.act('e', 'commendation.approve', { id: bar.id, motion: await resolved(bar.id) });
    expect(await refusedWith(at.act('a', 'commendation.propose', given))).toBe('commendation.barred');
    expect(await refusedWith(at.act(CLOCK, 'commendation.end', { id: bar.id }))).toBe('commendation.running');
    const dropped = await at.act('a', 'commendation.propose', { ...given, member: 'f' });
    expect(await refusedWith(at.act('a', 'commendation.drop', { id: dropped.id, reason: '' }))).toBe('reason.missing');
    const day = at.day;
    at.day = '2026-07-01';
    await tick(at.context, 'B');
    expect((await idOf(at, 'commendation', bar.id)).state).toBe('ended');
    at.day = day;
  });
});

describe('the talk (§四(三))', () => {
  const record = { recorder: 'e', time: '2026-02-06 16:00', place: '会议室', cause: '积分靠后', content: '谈话内容' };
  test('the branch’s head holds it, with a whole record which the member has read', async () => {
    const { id } = await at.act('b', 'talk.propose', { member: 'g', year, rule });
    expect(await refusedWith(at.act('sup', 'talk.hold', { id, ...record }))).toBe('talk.wrong-talker');
    expect(await refusedWith(at.act('a', 'talk.hold', { id, ...record, place: ' ' }))).toBe('talk.record-incomplete');
    expect(await refusedWith(at.act('a', 'talk.hold', { id, ...record, admonition: true }))).toBe('talk.not-ordered');
    await at.act('a', 'talk.hold', { id, ...record });
    expect(await refusedWith(at.act('f', 'talk.sign', { id }))).toBe('right.missing');
    expect(await refusedWith(at.act('e', 'talk.sign', { id }))).toBe('talk.not-subject');
    expect((await at.act('g', 'talk.sign', { id })).state).toBe('signed');
  });

  test('with the head itself the superior talks, and only the superior orders 诫勉', async () => {
    const { id } = await at.act('sup', 'talk.propose', { member: 'a', year, rule });
    expect(await refusedWith(at.act('a', 'talk.drop', { id, reason: '不必' }))).toBe('review.recused');
    expect(await refusedWith(at.act('a', 'talk.hold', { id, ...record }))).toBe('talk.wrong-talker');
    expect(await refusedWith(at.act('a', 'talk.order', { id, number: '1号' }))).toBe('right.missing');
    await at.act('sup', 'talk.order', { id, number: '某委〔2026〕1号' });
    await at.act('sup', 'talk.hold', { id, ...record, admonition: true });
    expect(await refusedWith(at.act('sup', 'talk.order', { id, number: '2号' }))).toBe('talk.not-now');
    await at.act('e', 'talk.sign', { id, onBehalf: true });
    expect((await bodyOf(at, 'talk', id))['signed']).toMatchObject({ by: 'e' });
  });
});

describe('improvement and the ladder (§四(三)–(四))', () => {
  let improvement: string;
  let id: string;
  test('an improvement has a plan, a helper and a deadline within a year, and is not missed before its day', async () => {
    ({ id: improvement } = await at.act('a', 'improvement.propose', { member: 'g', year, rule }));
    const start = { id: improvement, plan: '每月汇报', helper: 'c', last: '2026-08-06' };
    const refused = async (change: object) =>
      await refusedWith(at.act('a', 'improvement.start', { ...start, ...change }));
    expect(await refused({ plan: ' ' })).toBe('improvement.no-plan');
    expect(await refused({ helper: 'g' })).toBe('improvement.no-helper');
    expect(await refused({ helper: 'nobody' })).toBe('thing.unknown');
    expect(await refused({ last: '2026-02-06' })).toBe('consequence.no-end');
    expect(await refused({ last: '2027-02-07' })).toBe('improvement.too-long');
    await at.act('a', 'improvement.start', start);
    const extended = { id: improvement, last: '2026-09-06', reason: '因病' };
    await at.act('a', 'improvement.extend', extended);
    expect(await refusedWith(at.act('b', 'improvement.miss', { id: improvement, reason: '未改' }))).toBe(
      'improvement.running',
    );
  });

  test('nobody is listed without having been told, below base, and by the meeting', async () => {
    const given = { member: 'g', year, rule };
    const motion = await resolved('g');
    expect(await refusedWith(at.act('a', 'disposition.list', { ...given, motion }))).toBe('hearing.not-served');
    const served = await at.act('b', 'hearing.serve', { member: 'g', cause: '年度积分低于基础分' });
    expect(await refusedWith(at.act('a', 'disposition.list', { ...given, motion }))).toBe('hearing.not-over');
    await at.act('g', 'hearing.answer', { id: served.id, answer: 'accept' });
    expect(await refusedWith(at.act('a', 'disposition.list', { ...given, member: 'f', motion }))).toBe(
      'disposition.not-below-base',
    );
    ({ id } = await at.act('a', 'disposition.list', { ...given, motion }));
    expect(await refusedWith(at.act('a', 'disposition.list', { ...given, motion }))).toBe('disposition.skips');
  });

  test('no rung is skipped; a legal rung needs a hearing, a motion and an approval of its own', async () => {
    const motion = await resolved(id);
    const legal = { id, rule, motion };
    const improve = { ...legal, improvement };
    expect(await refusedWith(at.act('a', 'disposition.improve', improve))).toBe('disposition.skips');
    await at.act('a', 'disposition.remind', { id, rule });
    await at.act('a', 'disposition.criticise', { id, rule });
    expect(await refusedWith(at.act('a', 'disposition.improve', improve))).toBe('hearing.not-served');
    await heard('g');
    // A number that the secretary types is none where the superior is in the installation.
    expect(await refusedWith(at.act('a', 'disposition.improve', { ...improve, approval: '1号' }))).toBe(
      'disposition.no-approval',
    );
    expect(await refusedWith(at.act('a', 'disposition.approve', { id, rung: 'improving', number: '1号' }))).toBe(
      'right.missing',
    );
    await at.act('sup', 'disposition.approve', { id, rung: 'improving', number: '某委〔2026〕2号' });
    await at.act('a', 'disposition.improve', improve);
    expect(await refusedWith(at.act('a', 'disposition.urge', legal))).toBe('disposition.improvement-running');
    expect(await refusedWith(at.act('a', 'disposition.leave', { ...legal, away: '2025-12-01' }))).toBe(
      'disposition.not-away',
    );
  });

  test('whoever improved is not urged; the rungs stay on record, and the chain fits the matters', async () => {
    await at.act('b', 'improvement.meet', { id: improvement, reason: '表现好转' });
    const motion = await resolved(id);
    expect(await refusedWith(at.act('a', 'disposition.urge', { id, rule, motion }))).toBe('disposition.improved');
    expect((await at.act('a', 'disposition.end', { id, reason: '已改正' })).state).toBe('ended');
    const { rungs } = await bodyOf(at, 'disposition', id);
    expect((rungs as { state: string }[]).map(({ state }) => state)).toEqual([
      'listed',
      'reminded',
      'criticised',
      'improving',
    ]);
    const laid = (await findStrays(at.store.rows, 'B')).filter(({ of = '' }) => !/^(line|quarter) /.test(of));
    expect(laid).toEqual([]);
  });
});

describe('appraisal and what follows as lists (product §6)', () => {
  const had = async (person: string, list: 'appraisal' | 'consequences') => {
    const caller = { person, kind: 'person', password: true } as const;
    const { bytes } = await exportList(at.context, caller, { branch: 'B', list, format: 'csv', year });
    return new TextDecoder().decode(bytes);
  };

  test('the office has grades with their reasons, never what one wrote about another', async () => {
    const list = await had('e', 'appraisal');
    expect(list).toContain('2025,f,党员f,好,优秀,,优秀,积分靠前，测评好,告知,2026-02-06');
    expect(list).toMatch(/2025,g,党员g,差,不评,低于基础分[^,]*,不合格,大会决定/);
    expect(list).not.toMatch(/需努力|自评/);
    expect(await refusedWith(had('f', 'appraisal'))).toBe('right.missing');
  });

  test('each use stands with its rule, state and end; the superior has what it orders and approves', async () => {
    const own = await had('a', 'consequences');
    for (const row of [
      /2025,暂不推荐,b,党员b,已到期,§四,.*,2026-06-30,/,
      /2025,提醒谈话,g,党员g,已签阅,§四,,积分靠后；谈话内容,党员a,2026-02-06 16:00 会议室,/,
      /2025,诫勉谈话,a,党员a,已签阅,.*某委〔2026〕1号/,
      /2025,限期整改,g,党员g,已改正,§四,,每月汇报,党员c,,2026-02-06,2026-09-06,,表现好转/,
      /2025,组织处置,g,党员g,已终止,.*列为不合格党员.*限期整改.*某委〔2026〕2号,已改正/,
    ])
      expect(own).toMatch(row);
    const above = await had('sup', 'consequences');
    expect(above).toContain('组织处置');
    expect(above).not.toMatch(/推荐/);
    expect(await refusedWith(had('g', 'consequences'))).toBe('right.missing');
  });
});
