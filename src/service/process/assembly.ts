import type { Json } from '#domain/ledger/canonical.ts';
import { assembly as step } from '#domain/process/assembly.ts';
import { motion as motionStep } from '#domain/process/motion.ts';
import { daysApart } from '#domain/process/small-branch.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { listVoted } from '#store/ballot.ts';
import { listMatters } from '#store/matter.ts';
import { theMember } from './declaration.ts';
import { committeeOf } from './review.ts';
import { rollToday } from './roll.ts';
import { frozenRoll, isUndecided, motionsOf, pollOf } from './sitting.ts';

/** Why motions of a meeting that lapsed go to the next one; it stands in their record. */
const LAPSED = '到会人数不足法定人数';

/** The outcomes of objections and served appeals 异议、申诉处理结果 that the next meeting is owed: answered, and reported to no meeting yet. */
async function outcomesOwed(doing: Doing): Promise<readonly string[]> {
  const objections = await doing.list('objection', { state: ['answered'] });
  const appeals = await doing.list('appeal', { state: ['answered'] });
  return [...objections, ...appeals.filter(({ body }) => body.at === 'branch')].map(({ id }) => id);
}

/** The days on which the branch meeting 支部党员大会 reviews or reviewed. */
export async function reviewDays({ rows, at }: Pick<Doing, 'rows' | 'at'>): Promise<readonly string[]> {
  const sessions = await listMatters(rows, at, 'review', { state: ['convened', 'open', 'closed'] });
  return sessions.flatMap(({ body }) => (body.body === 'branch-meeting' ? [body.day] : []));
}

/** The acts of a general meeting 党员大会 (§三(三), product §3.6). */
export const assemblyActs: Handlers<ActsOf<'assembly'>> = {
  'assembly.convene': async (doing, { day, place, chair, recorder, items: given, quarter }) => {
    await doing.allow({});
    for (const person of [chair, recorder]) await theMember(doing, person);
    // The minutes need two signatures, of two persons.
    if (chair === recorder) doing.refuse({ refused: 'minutes.two-signatures' });
    const items = given.filter((item) => item.trim() !== '');
    const owed = await outcomesOwed(doing);
    const to = doing.decide(step, undefined, 'assembly.convene', {
      items: items.length,
      outcomesMissing: 0, // they are put on the agenda by themselves
      day,
      reviews: await reviewDays(doing),
      committee: await committeeOf(doing),
    });
    const called = { day, place, chair, recorder, items, owed };
    const body = { ...called, present: [], leave: [], told: false, briefed: [] };
    return doing.answer(await doing.add('assembly', { state: to, ...(quarter && { period: quarter }), body }));
  },
  'assembly.freeze': async (doing, { id }) => {
    const sitting = await doing.find('assembly', id);
    await doing.allow({}, sitting);
    const { day } = sitting.body;
    const to = doing.decide(step, sitting, 'assembly.freeze', { today: doing.today, day });
    // A review that was convened for this day after the meeting was would come too close as well.
    if (!daysApart(await committeeOf(doing), day, await reviewDays(doing)))
      doing.refuse({ refused: 'assembly.same-day' });
    const content = JSON.parse(JSON.stringify({ ...(await rollToday(doing)), assembly: id })) as Json;
    const roll = await doing.seal({ kind: 'roll', matter: id, period: day, content });
    return doing.answer(await doing.move(sitting, to, { roll }));
  },
  'assembly.attend': async (doing, { id, present: came, leave: away }) => {
    const sitting = await doing.find('assembly', id);
    await doing.allow({}, sitting);
    const to = doing.decide(step, sitting, 'assembly.attend', {});
    const onRoll = new Set((await frozenRoll(doing, sitting)).lines.map(({ member }) => member));
    const present = [...new Set(came)].toSorted();
    const leave = away.filter(({ member }) => !came.includes(member));
    if ([...present, ...leave.map(({ member }) => member)].some((one) => !onRoll.has(one)))
      doing.refuse({ refused: 'thing.unknown' });
    // While a vote is open people may come late but nobody is taken off: the count must fit those who could vote.
    const left = sitting.body.present.some((member) => !came.includes(member));
    const open = (await motionsOf(doing, id)).filter(({ state }) => state === 'open').length;
    if (left && open > 0) doing.refuse({ refused: 'motion.still-open', params: { motions: open } });
    return doing.answer(await doing.move(sitting, to, { present, leave }));
  },
  'assembly.open': async (doing, { id }) => {
    const sitting = await doing.find('assembly', id);
    await doing.allow({}, sitting);
    const to = doing.decide(step, sitting, 'assembly.open', {});
    // What was answered since the meeting was convened is owed as well.
    return doing.answer(await doing.move(sitting, to, { owed: await outcomesOwed(doing) }));
  },
  'assembly.brief': async (doing, { id, outcomes = false, motion }) => {
    const sitting = await doing.find('assembly', id);
    await doing.allow({}, sitting);
    const { owed, told, briefed } = sitting.body;
    const outcomesTold = told || owed.length === 0;
    const to = doing.decide(step, sitting, 'assembly.brief', { outcomes, outcomesTold });
    const put = motion === undefined ? undefined : await doing.find('motion', motion);
    if (put && (put.parent !== id || !isUndecided(put))) doing.refuse({ refused: 'motion.not-open' });
    const next = { told: told || outcomes, briefed: [...new Set([...briefed, ...(put ? [put.id] : [])])] };
    return doing.answer(await doing.move(sitting, to, next));
  },
  'assembly.close': async (doing, { id }) => {
    const sitting = await doing.find('assembly', id);
    await doing.allow({}, sitting);
    const motionsOpen = (await motionsOf(doing, id)).filter(isUndecided).length;
    const outcomesTold = sitting.body.told || sitting.body.owed.length === 0;
    const to = doing.decide(step, sitting, 'assembly.close', { motionsOpen, outcomesTold });
    return doing.answer(await doing.move(sitting, to));
  },
  'assembly.lapse': async (doing, { id }) => {
    const sitting = await doing.find('assembly', id);
    await doing.allow({}, sitting);
    const motions = await motionsOf(doing, id);
    const counted = motions.filter(({ state }) => state === 'counted').length;
    const to = doing.decide(step, sitting, 'assembly.lapse', { ...(await pollOf(doing, sitting)), counted });
    for (const one of motions.filter(isUndecided)) {
      const votes = (await listVoted(doing.rows, doing.at, one.id)).length;
      const deferred = doing.decide(motionStep, one, 'motion.defer', { votes, reason: LAPSED });
      await doing.move(one, deferred, { reason: LAPSED });
    }
    return doing.answer(await doing.move(sitting, to));
  },
  'assembly.cancel': async (doing, { id, reason }) => {
    const sitting = await doing.find('assembly', id);
    await doing.allow({}, sitting);
    const to = doing.decide(step, sitting, 'assembly.cancel', { reason });
    return doing.answer(await doing.move(sitting, to, { reason }));
  },
};
