import { describe, expect, test } from 'vitest';
import { WORK_KINDS, type WorkKind } from './kinds.ts';
import type { Asker, Board, Owed, Seen } from './owed.ts';
import { receivedWork } from './superior.ts';
import { branchWork, inOrder, isLate } from './work.ts';

const NOTHING: Board = {
  line: [],
  hearing: [],
  month: [],
  review: [],
  veto: [],
  second: [],
  assembly: [],
  motion: [],
  minutes: [],
  quarter: [],
  register: [],
  notice: [],
  objection: [],
  appeal: [],
  question: [],
  settlement: [],
  filing: [],
  appraisal: [],
  assessment: [],
  commendation: [],
  talk: [],
  improvement: [],
  disposition: [],
  absence: [],
  dossier: [],
};

const TODAY = '2027-01-10';

/** Somebody of the branch who may do what is told; `x` is the caller, whoever else is another. */
function asker(may: readonly string[], more: Partial<Asker> = {}): Asker {
  return {
    by: 'x',
    today: TODAY,
    may: (action) => may.includes(action),
    wasMember: () => true,
    heads: new Set(['head']),
    small: false,
    reported: new Set(),
    concerned: new Set(),
    votes: new Set(),
    dayOf: (instant) => instant.slice(0, 10),
    term: (start, days) => ({
      last: `${start.slice(0, 8)}${String(Number(start.slice(8)) + days)}`,
      provisional: false,
    }),
    replyDays: { objection: 15, question: 10 },
    label: (item) => `项目${item}`,
    yearOf: (day) => day.slice(0, 4),
    yearNamed: (name) => ({ from: `${name}-01-01`, to: `${name}-12-31` }),
    ...more,
  };
}

function seen<Body>(noun: string, state: string, body: Body, more: Partial<Seen<Body>> = {}): Seen<Body> {
  const instant = '2027-01-05T04:00:00.000Z';
  return { noun, id: `${noun}1`, state, revision: 1, body, created: instant, changed: instant, ...more };
}

const fact = { item: 'a', day: '2027-01-02' };
const line = (state: string, origin: string, more: object = {}, about: object = {}) =>
  seen('line', state, { origin, fact, ...more }, { subject: 'y', period: '2027-01', ...about });
const told = (subject: string, parent = 'line1') =>
  seen('hearing', 'told', { start: '2027-01-06', days: 5, about: 'line' }, { subject, parent });
const month = (id: string, confirmed: readonly string[] = ['x']) =>
  seen('month', 'open', { confirmed }, { id, period: id });
const sitting = (state: string, day: string, about: object = {}) =>
  seen('assembly', state, { day, chair: 'x', recorder: 'r', items: ['评定积分'], present: ['x'] }, about);
const motion = (state: string, more: object = {}) =>
  seen('motion', state, { kind: 'bundle', title: '评定', ...more }, { parent: 'assembly1', period: '2026Q4' });
const quarter = (state: string, id = '2026Q4') => seen('quarter', state, {}, { id, period: id });
const register = (state: string) => seen('register', state, {}, { period: '2026Q4' });
const notice = (state: string, more: object = {}) =>
  seen('notice', state, { of: 'quarter', author: 'y', edited: [], days: 5, ...more }, { period: '2026Q4' });
const settlement = (state: string) => seen('settlement', state, { document: 1 }, { period: '2026' });
const noticed = notice('closed', { of: 'settlement', shows: 1 });
const overYear = { ...noticed, period: '2026' };
const objection = (state: string, subject = 'y', more: object = {}) =>
  seen('objection', state, { start: '2027-01-05', raisedBy: subject, ...more }, { subject, period: '2026' });
const of = (noun: string, state: string, body: object = {}, subject = 'y') => seen(noun, state, body, { subject });
const inYear = (noun: string, state: string, body: object = {}) => seen(noun, state, body, { period: '2026' });

/** Of each kind the smallest board that has it, and who sees it. */
const CASES: Readonly<Record<WorkKind, readonly [board: object, may: readonly string[], more?: Partial<Asker>]>> = {
  'vote-open': [{ motion: [motion('open', { way: 'screen' })] }, [], { votes: new Set(['motion1']) }],
  'assembly-today': [{ assembly: [sitting('frozen', TODAY)] }, []],
  'motion-count': [{ motion: [motion('open')] }, ['motion.count']],
  'hearing-answer': [{ line: [line('submitted', 'report', {}, { subject: 'x' })], hearing: [told('x')] }, []],
  'opening-answer': [{ line: [line('submitted', 'opening', {}, { subject: 'x' })], hearing: [told('x')] }, []],
  'month-confirm': [{ month: [month('2027-01', [])] }, []],
  'line-confirm': [{ line: [line('proposed', 'batch', {}, { subject: 'x' })] }, []],
  'line-draft': [{ line: [line('draft', 'report')] }, [], { reported: new Set(['line1']) }],
  'objection-answered': [{ objection: [objection('answered', 'x')] }, []],
  'objection-waits': [{ objection: [objection('assigned', 'x')] }, []],
  'appeal-answered': [{ appeal: [of('appeal', 'answered', { at: 'branch' }, 'x')] }, []],
  'appeal-waits': [{}, []],
  'talk-sign': [{ talk: [of('talk', 'held', {}, 'x')] }, []],
  'appraisal-assess': [{ appraisal: [inYear('appraisal', 'open')] }, []],
  'appraisal-rate': [{ appraisal: [inYear('appraisal', 'peers')] }, []],
  'notice-running': [{ notice: [notice('posted', { start: '2027-01-04' })] }, ['notice.show']],
  'assembly-next': [{ assembly: [sitting('convened', '2027-01-20')] }, []],
  'line-verify': [{ line: [line('submitted', 'report', { verifier: 'x' })] }, []],
  'hearing-serve': [{ line: [line('proposed', 'proposed')] }, ['hearing.serve']],
  'hearing-waits': [{ line: [line('proposed', 'proposed')], hearing: [told('y')] }, ['hearing.serve']],
  'opening-waits': [{ line: [line('submitted', 'opening')], hearing: [told('y')] }, ['hearing.serve']],
  'line-bring': [{ line: [line('proposed', 'proposed')], hearing: [told('y')] }, ['review.serve']],
  'confirm-waits': [{ line: [line('proposed', 'prefill')] }, ['declaration.enter']],
  'review-ready': [{ line: [line('submitted', 'own')] }, ['review.take']],
  'review-open': [{ review: [seen('review', 'convened', { day: TODAY })] }, ['review.open']],
  'review-close': [{ review: [seen('review', 'open', { day: TODAY })] }, ['review.close']],
  'month-close': [{ month: [month('2026-12')] }, ['month.close']],
  'veto-cite': [{ veto: [of('veto', 'pending')] }, ['veto.cite']],
  'veto-confirm': [{ veto: [of('veto', 'cited')] }, ['veto.confirm']],
  'second-confirm': [
    { second: [seen('second', 'waiting', { action: 'month.reopen', by: 'y', target: '2026-12' })] },
    ['second.confirm'],
  ],
  'assembly-due': [{ quarter: [quarter('open')] }, ['assembly.convene']],
  'quarter-determine': [
    { quarter: [quarter('open')], motion: [motion('counted', { result: 'passed' })] },
    ['quarter.determine'],
  ],
  'minutes-draft': [{ assembly: [sitting('closed', TODAY)] }, ['minutes.draft']],
  'minutes-sign': [
    { assembly: [sitting('closed', TODAY)], minutes: [seen('minutes', 'drafted', {}, { parent: 'assembly1' })] },
    ['minutes.sign'],
  ],
  'register-draw': [{ quarter: [quarter('determined')] }, ['register.draw']],
  'register-seal': [{ register: [register('drafted')] }, ['register.seal']],
  'quarter-post': [{ quarter: [quarter('determined')], register: [register('sealed')] }, ['quarter.post']],
  'notice-draft': [{ quarter: [quarter('determined')], register: [register('sealed')] }, ['notice.draft']],
  'notice-review': [{ notice: [notice('drafted')] }, ['notice.review']],
  'notice-post': [{ notice: [notice('reviewed')] }, ['notice.post']],
  'notice-file': [{ notice: [notice('closed')] }, ['notice.file']],
  'objection-assign': [{ objection: [objection('registered')] }, ['objection.report', 'objection.assign']],
  'objection-find': [{ objection: [objection('assigned', 'y', { investigator: 'x' })] }, []],
  'objection-answer': [{ objection: [objection('found', 'y', { investigator: 'x' })] }, []],
  'objection-report': [{ objection: [objection('answered')] }, ['objection.report']],
  'appeal-report': [{ appeal: [of('appeal', 'answered', { at: 'branch' })] }, ['appeal.report']],
  'question-admit': [{ question: [seen('question', 'received', { start: '2027-01-05' })] }, ['question.admit']],
  'question-answer': [{ question: [seen('question', 'admitted', { start: '2027-01-05' })] }, ['question.answer']],
  'question-show': [{ question: [seen('question', 'answered', { start: '2027-01-05' })] }, ['question.show']],
  'settlement-preview': [{ quarter: [quarter('posted')] }, ['settlement.preview']],
  'settlement-seal': [{ settlement: [settlement('previewed')] }, ['settlement.seal']],
  'filing-draft': [{ settlement: [settlement('sealed')], notice: [overYear] }, ['filing.draft']],
  'filing-send': [
    { settlement: [settlement('sealed')], notice: [overYear], filing: [inYear('filing', 'drafted')] },
    ['filing.send'],
  ],
  'filing-sent': [{ filing: [inYear('filing', 'sent')] }, ['filing.send']],
  'filing-returned': [{ filing: [inYear('filing', 'returned')] }, ['filing.send']],
  'appraisal-open': [{ settlement: [settlement('sealed')], notice: [overYear] }, ['appraisal.open']],
  'appraisal-peers': [{ appraisal: [inYear('appraisal', 'open')] }, ['appraisal.peers']],
  'appraisal-ballot': [{ appraisal: [inYear('appraisal', 'peers')] }, ['appraisal.ballot']],
  'appraisal-decide': [{ appraisal: [inYear('appraisal', 'ballot')] }, ['appraisal.decide']],
  'appraisal-tell': [{ appraisal: [inYear('appraisal', 'decided')] }, ['appraisal.tell']],
  'commendation-approve': [
    { commendation: [of('commendation', 'proposed', { title: '优秀' })] },
    ['commendation.approve'],
  ],
  'talk-hold': [{ talk: [of('talk', 'proposed')] }, ['talk.propose', 'talk.hold']],
  'improvement-start': [{ improvement: [of('improvement', 'proposed')] }, ['improvement.start']],
  'improvement-judge': [{ improvement: [of('improvement', 'running', { last: '2027-06-30' })] }, ['improvement.meet']],
  'disposition-next': [{ disposition: [of('disposition', 'reminded')] }, ['disposition.end']],
  'absence-approve': [{ absence: [of('absence', 'asked')] }, ['absence.approve']],
  'import-apply': [{ dossier: [seen('dossier', 'read', { title: '签到表' })] }, ['dossier.apply']],
  'filing-in': [{ filing: [inYear('filing', 'sent')] }, ['filing.approve']],
  'filing-archive': [{ filing: [inYear('filing', 'approved')] }, ['filing.archive']],
  'absence-consent': [{ absence: [of('absence', 'asked')] }, ['absence.consent']],
  'verifier-draw': [{ line: [line('submitted', 'report')] }, ['verifier.draw']],
  'appeal-assign': [{}, ['appeal.assign']],
  'appeal-serve': [{}, ['appeal.assign']],
  'appeal-find': [{}, ['appeal.assign']],
  'appeal-answer': [{}, ['appeal.assign']],
  'concern-in': [{}, ['appeal.assign']],
  'concern-answer': [{}, ['appeal.assign']],
};

const RECEIVED: Readonly<Partial<Record<WorkKind, readonly [noun: 'appeal' | 'concern', state: string]>>> = {
  'appeal-assign': ['appeal', 'lodged'],
  'appeal-serve': ['appeal', 'assigned'],
  'appeal-find': ['appeal', 'served'],
  'appeal-answer': ['appeal', 'found'],
  'concern-in': ['concern', 'received'],
  'concern-answer': ['concern', 'taken'],
};

const SINCE = { since: '2027-01-05' };
const ownAppeal = {
  ...seen('appeal', 'served', { start: '2027-01-05' }),
  term: { last: '2027-04-05', provisional: true },
};

/** What the case of a kind brings, to whoever may what is told. */
function workOf(kind: WorkKind, may?: readonly string[], more: Partial<Asker> = {}): readonly Owed[] {
  const [part, usual, besides = {}] = CASES[kind];
  const who = asker(may ?? usual, { ...besides, ...more });
  const [noun, state] = RECEIVED[kind] ?? [];
  if (noun !== undefined && state !== undefined) {
    const one = { ...seen(noun, state, { investigator: 'x' }), ...SINCE };
    return receivedWork(who, noun === 'appeal' ? [one] : [], noun === 'concern' ? [one] : []);
  }
  return branchWork(who, { ...NOTHING, ...part }, kind === 'appeal-waits' ? [ownAppeal] : []);
}

describe('what is owed 待办 (product §3, §6)', () => {
  test.each(WORK_KINDS)('%s is brought by a state, once', (kind) => {
    expect(workOf(kind).filter((row) => row.kind === kind)).toHaveLength(1);
  });

  const offices = WORK_KINDS.filter((kind) => CASES[kind][1].length > 0);
  test.each(offices)('%s is nothing to a member without the office', (kind) => {
    expect(workOf(kind, []).filter((row) => row.kind === kind)).toEqual([]);
  });

  test('a draft about another is its author’s alone, and a report’s verifier alone is asked to verify (product §3.3)', () => {
    const all = ['review.take', 'review.serve', 'hearing.serve', 'declaration.enter', 'month.close'];
    expect(workOf('line-draft', all, { by: 'y', reported: new Set() })).toEqual([]);
    expect(workOf('line-verify', all, { by: 'y' })).toEqual([]);
  });

  test('nobody is asked to act on what is about itself, and no second person is concerned', () => {
    const veto = workOf('veto-cite', ['veto.cite'], { by: 'y' });
    const second = workOf('second-confirm', ['second.confirm'], { concerned: new Set(['2026-12']) });
    expect([veto, second]).toEqual([[], []]);
    expect(workOf('second-confirm', [], { by: 'y' })).toMatchObject([{ owedBy: 'office', action: 'month.reopen' }]);
    const small = workOf('second-confirm', ['second.confirm'], { small: true });
    expect(small).toMatchObject([{ owedBy: 'superior' }]);
  });

  test('a second person reads what is asked for, whom it concerns and why, but never why points are taken (trust §2.5)', () => {
    const asked = (action: string, target: string, input: object): Owed | undefined => {
      const second = seen('second', 'waiting', { action, by: 'y', target, given: JSON.stringify({ input }) });
      const rows = branchWork(asker(['second.confirm']), { ...NOTHING, second: [second] });
      return rows.find(({ kind }) => kind === 'second-confirm');
    };
    expect(asked('month.reopen', '2026-10', { reason: '漏报' })).toMatchObject({ period: '2026-10', title: '漏报' });
    expect(asked('settlement.amend', '', { year: '2026', reason: '更正' })).toMatchObject({ period: '2026' });
    expect(asked('roster.change', '', { member: 'z' })).toMatchObject({ who: 'z', owedTo: 'y' });
    const review = asked('review.adjust', 'L1', { reason: '迟到' });
    expect(review).toMatchObject({ about: { noun: 'line', id: 'L1' } });
    expect(review).not.toHaveProperty('title');
  });

  test('a report that waits for its verifier is no row of the branch, and none of the review before it is verified', () => {
    expect(workOf('verifier-draw', ['review.take', 'review.serve'])).toEqual([]);
  });

  test('a month that is over is owed by who declared nothing in it; one that runs, by everyone who has not confirmed', () => {
    const declared = [
      line('accepted', 'own', {}, { subject: 'x' }),
      line('accepted', 'own', {}, { subject: 'x', period: '2026-12' }),
    ];
    const board = { month: [month('2026-12', []), month('2027-01', [])] };
    const owed = (lines: Board['line']) =>
      branchWork(asker([]), { ...NOTHING, ...board, line: lines }).map(({ kind, id }) => `${kind} ${id}`);
    expect(owed([])).toEqual(['month-confirm 2026-12', 'month-confirm 2027-01']);
    expect(owed(declared)).toEqual(['month-confirm 2027-01']);
  });

  test('the talk with the head of the branch is the superior’s (product §3.12)', () => {
    const board = { talk: [of('talk', 'proposed', {}, 'head')] };
    const kindly = (may: readonly string[]) =>
      branchWork(asker(may), { ...NOTHING, ...board }).map(({ owedBy }) => owedBy);
    expect(kindly(['talk.propose', 'talk.hold'])).toEqual(['superior']);
    expect(kindly(['talk.propose', 'talk.hold', 'talk.order'])).toEqual(['me']);
  });

  test('who wrote a notice does not review it', () => {
    expect(workOf('notice-review', ['notice.review', 'notice.edit'], { by: 'y' })).toMatchObject([
      { owedBy: 'office' },
    ]);
  });

  test('a title is the item’s label or the words of the thing itself, never why', () => {
    const titles = WORK_KINDS.flatMap((kind) => workOf(kind)).flatMap(({ title }) => title ?? []);
    expect(new Set(titles)).toEqual(new Set(['项目a', '评定', '评定积分', '优秀', '签到表']));
  });

  test('one list by date: by the last day, else since when; late after the last day, never while that is provisional', () => {
    const rows = inOrder(WORK_KINDS.flatMap((kind) => workOf(kind)));
    const days = rows.map(({ due, since }) => due ?? since);
    expect(days).toEqual(days.toSorted());
    const [row] = workOf('hearing-answer');
    expect(row?.due).toBe('2027-01-11');
    expect(['2027-01-11', '2027-01-12'].map((day) => row && isLate(row, day))).toEqual([false, true]);
    expect(row && isLate({ ...row, provisional: true }, '2028-01-01')).toBe(false);
  });
});
