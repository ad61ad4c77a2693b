import { talk as step } from '#domain/process/talk.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { holdersOf, orgsAbove } from '#service/rights.ts';
import { memberToday, objectionRunning, proposalOf, refuseOwn, restingOf } from './resting.ts';

/** Who leads the branch 支部负责人, of several secretaries the one concerned or the one who acts; and who stands above it. */
async function leaders(doing: Doing, subject: string) {
  const secretaries = await holdersOf(doing.rows, doing.at, 'secretary', doing.today);
  const [first = ''] = [subject, doing.by].filter((one) => secretaries.includes(one)).concat(secretaries);
  const superiors: string[] = [];
  for (const org of await orgsAbove(doing.rows, doing.branch))
    superiors.push(...(await holdersOf(doing.rows, org, 'superior', doing.today)));
  return { head: first, superiors };
}

/** The acts of a talk 提醒谈话 (§四(三), product §3.12). */
export const talkActs: Handlers<ActsOf<'talk'>> = {
  'talk.propose': async (doing, given) => {
    await doing.allow({});
    const subject = await memberToday(doing, given.member);
    const state = doing.decide(step, undefined, 'talk.propose', await proposalOf(doing, given));
    return doing.answer(await doing.add('talk', { state, subject, period: given.year, body: restingOf(doing, given) }));
  },
  'talk.order': async (doing, { id, number }) => {
    const talk = await doing.find('talk', id);
    await doing.allow({}, talk);
    if (talk.state !== 'proposed') doing.refuse({ refused: 'talk.not-now' });
    if (number.trim() === '') doing.refuse({ refused: 'reason.missing' });
    return doing.answer(await doing.move(talk, talk.state, { ordered: { by: doing.by, number, day: doing.today } }));
  },
  'talk.hold': async (doing, input) => {
    const { id, branch: _, admonition = false, ...said } = input;
    const talk = await doing.find('talk', id);
    await doing.allow({}, talk);
    const { subject = '', body } = talk;
    // Who enters the record is who held the talk: nobody writes another's.
    const record = { ...said, subject, talker: doing.by };
    const to = doing.decide(step, talk, 'talk.hold', {
      objectionRunning: await objectionRunning(doing, subject, body.year),
      record,
      ...(await leaders(doing, subject)),
      admonition,
      ordered: body.ordered !== undefined,
    });
    return doing.answer(await doing.move(talk, to, { record, admonition }));
  },
  'talk.sign': async (doing, { id, onBehalf = false }) => {
    const talk = await doing.find('talk', id);
    const { subject = '' } = talk;
    await doing.allow({ own: [subject] }, talk);
    // On paper the member signs and the recorder enters it, who stands beside.
    const by = onBehalf && (await doing.may({})) ? subject : doing.by;
    const to = doing.decide(step, talk, 'talk.sign', { by, subject });
    return doing.answer(await doing.move(talk, to, { signed: { by: doing.by, day: doing.today } }));
  },
  'talk.drop': async (doing, { id, reason }) => {
    const talk = await doing.find('talk', id);
    await doing.allow({}, talk);
    refuseOwn(doing, talk.subject);
    return doing.answer(await doing.move(talk, doing.decide(step, talk, 'talk.drop', { reason }), { reason }));
  },
};
