import type { Day } from '#domain/kernel/day.ts';
import { commendation as step } from '#domain/process/commendation.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { decidedBy, memberToday, proposalOf, restingOf } from './resting.ts';

/** Whether a decision that the member is not recommended still runs 暂不推荐. */
async function isBarred(doing: Doing, subject: string): Promise<boolean> {
  const approved = await doing.list('commendation', { subject, state: ['approved'] });
  return approved.some(({ body: { kind, ends } }) => kind === 'bar' && ends >= doing.today);
}

/** A recommendation holds for the year after the one that it rests on. */
async function endOf(doing: Doing, year: string): Promise<Day> {
  return (await doing.yearNamed(`${Number(year) + 1}`)).to;
}

/** The acts of commendation 评先评优 (§四(二)–(三), product §3.12). */
export const commendationActs: Handlers<ActsOf<'commendation'>> = {
  'commendation.propose': async (doing, { title, ...given }) => {
    await doing.allow({});
    const subject = await memberToday(doing, given.member);
    const facts = { ...(await proposalOf(doing, given)), barred: await isBarred(doing, subject) };
    const state = doing.decide(step, undefined, 'commendation.propose', facts);
    const body = { ...restingOf(doing, given), kind: 'commend' as const, title, ends: await endOf(doing, given.year) };
    return doing.answer(await doing.add('commendation', { state, subject, period: given.year, body }));
  },
  'commendation.bar': async (doing, { ends, ...given }) => {
    await doing.allow({});
    const subject = await memberToday(doing, given.member);
    const facts = { ...(await proposalOf(doing, given)), ends, today: doing.today };
    const state = doing.decide(step, undefined, 'commendation.bar', facts);
    const body = { ...restingOf(doing, given), kind: 'bar' as const, title: '', ends };
    return doing.answer(await doing.add('commendation', { state, subject, period: given.year, body }));
  },
  'commendation.approve': async (doing, { id, motion }) => {
    const found = await doing.find('commendation', id);
    await doing.allow({}, found);
    const to = doing.decide(step, found, 'commendation.approve', await decidedBy(doing, motion, id));
    return doing.answer(await doing.move(found, to, { motion }));
  },
  'commendation.end': async (doing, { id }) => {
    const found = await doing.find('commendation', id);
    await doing.allow({}, found);
    const facts = { ends: found.body.ends, today: doing.today };
    return doing.answer(await doing.move(found, doing.decide(step, found, 'commendation.end', facts)));
  },
  'commendation.drop': async (doing, { id, reason }) => {
    const found = await doing.find('commendation', id);
    await doing.allow({}, found);
    return doing.answer(
      await doing.move(found, doing.decide(step, found, 'commendation.drop', { reason }), { reason }),
    );
  },
};
