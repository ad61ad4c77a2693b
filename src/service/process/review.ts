import type { InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { line as lineStep } from '#domain/process/declaration.ts';
import { deductionNeedsTwo } from '#domain/process/four-eyes.ts';
import type { ReviewDecision } from '#domain/process/line.ts';
import { samePlace } from '#domain/process/opening.ts';
import { decidersOf, isRecused } from '#domain/process/recusal.ts';
import { type ReviewState, review as step } from '#domain/process/review.ts';
import { reviewBody } from '#domain/process/small-branch.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { holdersOf } from '#service/rights.ts';
import type { Decision } from '#store/bodies.ts';
import type { Matter } from '#store/matter.ts';
import { concernedBy, hearingOf, needsHearing } from './concerned.ts';
import { theMember } from './declaration.ts';
import { isCovered, monthState, reviewMonth, worthOf } from './line-facts.ts';
import { isContested } from './quarter-lines.ts';
import { rollToday } from './roll.ts';
import { undoLast } from './undo.ts';

/** The committee 支委会 of a day: those with the office; the secretary belongs to it where there is one. */
export async function committeeOf({
  rows,
  at,
  today,
}: Pick<Doing, 'rows' | 'at' | 'today'>): Promise<readonly string[]> {
  const holders = async (role: 'committee' | 'discipline' | 'secretary') => await holdersOf(rows, at, role, today);
  const members = [...(await holders('committee')), ...(await holders('discipline'))];
  return members.length === 0 ? [] : [...new Set([...members, ...(await holders('secretary'))])];
}

type Decided = 'review.accept' | 'review.adjust' | 'review.decline';

async function decisionOf(
  doing: Doing,
  line: Matter<'line'>,
  given: { readonly review: string; readonly ayes: readonly string[] },
  points: number,
): Promise<ReviewDecision> {
  const review = await doing.find('review', given.review);
  const { of: body, present } = review.body;
  return {
    ...doing.two,
    session: line.body.review === review.id ? (review.state as ReviewState) : 'closed',
    month: await monthState(doing, line.period ?? ''),
    vote: { body, present, ayes: given.ayes },
    concerned: await concernedBy(doing, line, review),
    cites: line.body.fact.item.trim() !== '' && line.body.fact.day !== '',
    twoNeeded: deductionNeedsTwo(points),
  };
}

async function decideLine<A extends Decided>(
  doing: Doing,
  action: A,
  given: InputOf<A> & { readonly reason?: string },
  fact?: Decision['fact'],
): Promise<ActAnswer> {
  const line = await doing.find('line', given.id);
  await doing.allow({}, line);
  if (fact) doing.must(samePlace, { before: line.body.fact, after: fact });
  const points = fact ? await worthOf(doing, line.subject ?? '', fact) : (line.body.points ?? 0);
  const reasonNeeded = line.body.origin === 'opening' && (await isContested(doing, line));
  const facts = { ...(await decisionOf(doing, line, given, points)), reason: given.reason ?? '', reasonNeeded };
  // Who is concerned neither votes nor declares what was decided, and is no second person of it. Where the branch meeting reviews, its secretary
  // only writes down what the others decided: there is nobody else who could.
  const committee = (await doing.find('review', given.review)).body.body === 'committee';
  const acting = [...(committee ? [doing.by] : []), doing.asked.second ?? ''];
  if (acting.some((person) => isRecused(person, facts.concerned))) doing.refuse({ refused: 'review.recused' });
  const as = doing.decide(lineStep, line, action, facts) as Decision['as'];
  const decision: Decision = {
    as,
    review: given.review,
    ayes: given.ayes,
    ...doing.two,
    ...(given.reason !== undefined && { reason: given.reason }),
    ...(fact && { fact }),
  };
  return doing.answer(await doing.move(line, as, { decision, points, deduction: points < 0 }));
}

/** The acts of the review 初评 (§三(二), product §3.4). */
export const reviewActs: Handlers<ActsOf<'review'>> = {
  'review.convene': async (doing, { month, day }) => {
    await doing.allow({});
    const to = doing.decide(step, undefined, 'review.convene', {});
    const committee = await committeeOf(doing);
    const body = reviewBody(committee);
    const of =
      body === 'committee'
        ? committee
        : (await rollToday(doing)).lines.flatMap((one) => (one.entitled ? [one.member] : []));
    const session = { day, body, of, present: [], steppedBack: [] };
    return doing.answer(await doing.add('review', { state: to, period: month, body: session }));
  },
  'review.open': async (doing, { id, present }) => {
    const review = await doing.find('review', id);
    await doing.allow({}, review);
    const came = review.body.of.filter((person) => present.includes(person));
    const to = doing.decide(step, review, 'review.open', { body: review.body.of.length, present: came.length });
    return doing.answer(await doing.move(review, to, { present: came, day: doing.today }));
  },
  'review.recuse': async (doing, { id, line }) => {
    const review = await doing.find('review', id);
    await doing.allow({ own: [doing.by] }, review);
    const to = doing.decide(step, review, 'review.recuse', {});
    const steppedBack = [...review.body.steppedBack, { line, person: doing.by }];
    return doing.answer(await doing.move(review, to, { steppedBack }));
  },
  'review.close': async (doing, { id }) => {
    const review = await doing.find('review', id);
    await doing.allow({}, review);
    const before = await doing.list('line', { state: ['in-review'] });
    const linesOpen = before.filter(({ body }) => body.review === id).length;
    return doing.answer(await doing.move(review, doing.decide(step, review, 'review.close', { linesOpen })));
  },
  'review.cancel': async (doing, { id, reason }) => {
    const review = await doing.find('review', id);
    await doing.allow({}, review);
    return doing.answer(await doing.move(review, doing.decide(step, review, 'review.cancel', { reason }), { reason }));
  },
  'review.propose': async (doing, { subject, fact, words }) => {
    await doing.allow({});
    await theMember(doing, subject);
    const cites = fact.item.trim() !== '' && (fact.ref ?? fact.note ?? words ?? '').trim() !== '';
    doing.must(samePlace, { before: { item: '', day: fact.day }, after: fact });
    const covered = await isCovered(doing, subject, fact);
    const to = doing.decide(lineStep, undefined, 'review.propose', { cites, covered });
    const points = await worthOf(doing, subject, fact);
    const { month, quarter } = await reviewMonth(doing, fact);
    const body = {
      origin: 'proposed' as const,
      declarant: doing.by,
      fact,
      points,
      deduction: points < 0,
      ...(words !== undefined && { words }),
      ...(quarter !== undefined && { supplementTo: quarter }),
    };
    return doing.answer(await doing.add('line', { state: to, subject, period: month, body }));
  },
  'review.serve': async (doing, { id }) => {
    const line = await doing.find('line', id);
    await doing.allow({}, line);
    const hearing = await hearingOf(doing, id, await needsHearing(doing, line));
    return doing.answer(await doing.move(line, doing.decide(lineStep, line, 'review.serve', { hearing })));
  },
  'review.take': async (doing, { id, review: session }) => {
    const line = await doing.find('line', id);
    await doing.allow({}, line);
    const review = await doing.find('review', session);
    const to = doing.decide(lineStep, line, 'review.take', {
      session: review.state as ReviewState,
      month: await monthState(doing, line.period ?? ''),
      verified: line.body.origin !== 'report' || line.body.verified !== undefined,
      hearing: await hearingOf(doing, id, await needsHearing(doing, line)),
    });
    return doing.answer(await doing.move(line, to, { review: review.id }));
  },
  'review.accept': async (doing, given) => await decideLine(doing, 'review.accept', given),
  'review.adjust': async (doing, given) => await decideLine(doing, 'review.adjust', given, given.fact),
  'review.decline': async (doing, given) => await decideLine(doing, 'review.decline', given),
  'review.refer': async (doing, given) => {
    const line = await doing.find('line', given.id);
    await doing.allow({}, line);
    const facts = await decisionOf(doing, line, given, 0);
    const to = doing.decide(lineStep, line, 'review.refer', facts);
    const deciders = decidersOf(facts.vote, facts.concerned);
    const ayes = given.ayes.filter((person) => deciders.includes(person));
    const decision: Decision = { as: 'referred', review: given.review, ayes, by: doing.by };
    return doing.answer(await doing.move(line, to, { decision }));
  },
  'review.undo': async (doing, { id }) => {
    const line = await doing.find('line', id);
    await doing.allow({}, line);
    return doing.answer(await undoLast(doing, line));
  },
};
