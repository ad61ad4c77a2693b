import { parsePeriod } from '#domain/kernel/day.ts';
import type { Json } from '#domain/ledger/canonical.ts';
import { notice as step } from '#domain/process/notice.ts';
import { scoreRows } from '#service/branch-scores.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { newBoardCode } from '#service/new-id.ts';
import { listDocuments } from '#store/act.ts';
import type { Matter } from '#store/matter.ts';
import { addNoticeCode } from '#store/public.ts';
import type { DocumentTable } from '#store/tables-process.ts';
import { latestSealed } from './settlement.ts';

/** Questions that nobody has answered, declined or forwarded yet. */
const OPEN = ['received', 'admitted'];

/** What a notice shows 公示内容: the sealed register of its quarter or the sealed settlement of its year; undefined while there is none. */
async function shownBy(doing: Doing, { period, body }: Matter<'notice'>): Promise<DocumentTable | undefined> {
  if (body.of === 'settlement') return await latestSealed(doing, period ?? '');
  const registers = await listDocuments(doing.rows, doing.at, 'register');
  return registers.findLast((document) => document.period === period);
}

/** The year to which what a notice shows belongs. */
async function yearOfNotice(doing: Doing, { period = '', body }: Matter<'notice'>): Promise<string> {
  const { to } = parsePeriod(period) ?? {};
  return body.of === 'settlement' || to === undefined ? period : await doing.yearOf(to);
}

/** Totals, components and front mark 靠前 of everyone who is in the branch then, as the notice tells them: no reasons, and nobody's order (product §6). */
async function figuresOf(doing: Doing, { period = '', body }: Matter<'notice'>): Promise<Json> {
  const span = body.of === 'settlement' ? await doing.yearNamed(period) : parsePeriod(period);
  const { members } = await scoreRows(doing.rows, doing.at, span?.to ?? doing.today);
  const there = members.filter(({ year }) => year.unranked !== 'not-member');
  return there.map(({ kept: { member }, year: { evaluation, rank } }) => ({
    member: member.id,
    name: member.name,
    total: evaluation.total,
    components: Object.fromEntries(evaluation.components),
    ...(rank?.position === 'front' && { front: true }),
  }));
}

/** The acts of a notice 公示 (§三(四), product §3.7). */
export const noticeActs: Handlers<ActsOf<'notice'>> = {
  'notice.draft': async (doing, { of, period, text = '' }) => {
    await doing.allow({});
    const to = doing.decide(step, undefined, 'notice.draft', {});
    const { noticeDays: days } = await doing.terms();
    const body = { of, author: doing.by, edited: [], days, text, masked: [], feedback: [] };
    return doing.answer(await doing.add('notice', { state: to, period, body }));
  },
  'notice.edit': async (doing, { id, text }) => {
    const notice = await doing.find('notice', id);
    await doing.allow({}, notice);
    const to = doing.decide(step, notice, 'notice.edit', {});
    const edited = [...new Set([...notice.body.edited, doing.by])];
    return doing.answer(await doing.move(notice, to, { text, edited }));
  },
  'notice.review': async (doing, { id }) => {
    const notice = await doing.find('notice', id);
    await doing.allow({}, notice);
    const { author, edited } = notice.body;
    const wrote = edited.includes(doing.by) ? doing.by : author;
    const to = doing.decide(step, notice, 'notice.review', { author: wrote, by: doing.by });
    return doing.answer(await doing.move(notice, to, { reviewer: doing.by }));
  },
  'notice.return': async (doing, { id, reason }) => {
    const notice = await doing.find('notice', id);
    await doing.allow({}, notice);
    return doing.answer(await doing.move(notice, doing.decide(step, notice, 'notice.return', { reason }), { reason }));
  },
  'notice.post': async (doing, { id, days: asked }) => {
    const notice = await doing.find('notice', id);
    await doing.allow({}, notice);
    const { noticeDays: least } = await doing.terms();
    const days = asked ?? least;
    const shown = await shownBy(doing, notice);
    const to = doing.decide(step, notice, 'notice.post', { sealed: shown !== undefined, days, least });
    const { of, text } = notice.body;
    const period = notice.period ?? '';
    const content = {
      of,
      period,
      text,
      start: doing.today,
      days,
      shows: { kind: shown?.kind ?? '', number: shown?.number ?? 0 },
      members: await figuresOf(doing, notice),
    };
    const document = await doing.seal({ kind: 'notice', matter: id, period, content });
    const code = newBoardCode();
    await addNoticeCode(doing.rows, { code, branch_id: doing.at, notice_id: id });
    const posted = await doing.move(notice, to, {
      days,
      start: doing.today,
      code,
      document,
      shows: content.shows.number,
    });
    return doing.answer(posted, { code, last: doing.window({ start: doing.today, days }).last });
  },
  'notice.feedback': async (doing, { id, text }) => {
    const notice = await doing.find('notice', id);
    await doing.allow({}, notice);
    const to = doing.decide(step, notice, 'notice.feedback', {});
    const feedback = [...notice.body.feedback, { day: doing.today, text }];
    return doing.answer(await doing.move(notice, to, { feedback }));
  },
  'notice.close': async (doing, { id }) => {
    const notice = await doing.find('notice', id);
    await doing.allow({}, notice);
    const { start = doing.today, days } = notice.body;
    const facts = { window: doing.window({ start, days }), today: doing.today };
    return doing.answer(await doing.move(notice, doing.decide(step, notice, 'notice.close', facts)));
  },
  'notice.withdraw': async (doing, { id, reason }) => {
    const notice = await doing.find('notice', id);
    await doing.allow({}, notice);
    const to = doing.decide(step, notice, 'notice.withdraw', { ...doing.two, reason });
    return doing.answer(await doing.move(notice, to, { reason }));
  },
  'notice.file': async (doing, { id }) => {
    const notice = await doing.find('notice', id);
    await doing.allow({}, notice);
    const about = (await doing.list('question')).filter(({ body }) => body.notice === id);
    const openQuestions = about.filter(({ state }) => OPEN.includes(state)).length;
    const to = doing.decide(step, notice, 'notice.file', { openQuestions });
    const { feedback, document = 0 } = notice.body;
    const answered = about.flatMap(({ body: { words, answer } }) => (answer === undefined ? [] : [{ words, answer }]));
    const objections = (await doing.list('objection', { period: [await yearOfNotice(doing, notice)] })).length;
    const content = {
      notice: document,
      feedback: feedback.map((one) => ({ ...one })),
      questions: answered,
      objections,
    };
    await doing.seal({ kind: 'notice-file', matter: id, ...of(notice), content });
    return doing.answer(await doing.move(notice, to));
  },
  'notice.mask': async (doing, { id }) => {
    const notice = await doing.find('notice', id);
    await doing.allow({ own: [doing.by] }, notice);
    if (!['drafted', 'reviewed', 'posted'].includes(notice.state)) doing.refuse({ refused: 'notice.not-now' });
    const masked = [...new Set([...notice.body.masked, doing.by])].toSorted();
    return doing.answer(await doing.move(notice, notice.state, { masked }));
  },
};

function of({ period }: Matter<'notice'>): { readonly period?: string } {
  return period === undefined ? {} : { period };
}
