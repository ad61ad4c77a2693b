import { improvement as step } from '#domain/process/improvement.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Matter } from '#store/matter.ts';
import { memberToday, objectionRunning, proposalOf, refuseOwn, restingOf } from './resting.ts';

/** The time of an improvement as the law asks for it: from the day it began, at most so many months. */
async function deadline(doing: Doing, last: string, begins = doing.today) {
  return { begins, last, most: (await doing.terms()).improvementMonths };
}

/** Finds an improvement that the caller may judge. @throws review.recused */
async function judged(doing: Doing, id: string): Promise<Matter<'improvement'>> {
  const found = await doing.find('improvement', id);
  await doing.allow({}, found);
  refuseOwn(doing, found.subject);
  return found;
}

/** The acts of an improvement 限期整改 (§四(三), product §3.12). */
export const improvementActs: Handlers<ActsOf<'improvement'>> = {
  'improvement.propose': async (doing, given) => {
    await doing.allow({});
    const subject = await memberToday(doing, given.member);
    const state = doing.decide(step, undefined, 'improvement.propose', await proposalOf(doing, given));
    const body = restingOf(doing, given);
    return doing.answer(await doing.add('improvement', { state, subject, period: given.year, body }));
  },
  'improvement.start': async (doing, { id, plan, helper, last }) => {
    const found = await doing.find('improvement', id);
    await doing.allow({}, found);
    const { subject = '', body } = found;
    const time = await deadline(doing, last);
    const to = doing.decide(step, found, 'improvement.start', {
      objectionRunning: await objectionRunning(doing, subject, body.year),
      ...time,
      helper,
      subject,
      plan,
    });
    await memberToday(doing, helper);
    return doing.answer(await doing.move(found, to, { plan, helper, begins: time.begins, last }));
  },
  'improvement.extend': async (doing, { id, last, reason }) => {
    const found = await judged(doing, id);
    const facts = { ...(await deadline(doing, last, found.body.begins)), reason };
    return doing.answer(
      await doing.move(found, doing.decide(step, found, 'improvement.extend', facts), { last, reason }),
    );
  },
  'improvement.meet': async (doing, { id, reason }) => {
    const found = await judged(doing, id);
    return doing.answer(await doing.move(found, doing.decide(step, found, 'improvement.meet', { reason }), { reason }));
  },
  'improvement.miss': async (doing, { id, reason }) => {
    const found = await judged(doing, id);
    // The day was told as a day: no holiday moves it.
    const window = { last: found.body.last ?? doing.today, provisional: false };
    const facts = { window, today: doing.today, reason };
    return doing.answer(await doing.move(found, doing.decide(step, found, 'improvement.miss', facts), { reason }));
  },
  'improvement.drop': async (doing, { id, reason }) => {
    const found = await judged(doing, id);
    return doing.answer(await doing.move(found, doing.decide(step, found, 'improvement.drop', { reason }), { reason }));
  },
};
