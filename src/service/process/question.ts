import { question as step } from '#domain/process/concern.ts';
import type { Doing } from '#service/doing.ts';
import { tooManyToday } from '#service/few-a-day.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { superiorOf } from '#service/nameless.ts';
import { timelessId } from '#service/new-id.ts';
import { holdersOf } from '#service/rights.ts';
import { readMatter } from '#store/matter.ts';
import { readMember } from '#store/member.ts';
import { receiveConcern } from './concern.ts';

/** Whether words name someone in office of the branch 涉及在任职务人员. */
async function namesOfficer(doing: Doing, words: string): Promise<boolean> {
  for (const role of ['secretary', 'committee', 'discipline', 'recorder'] as const)
    for (const person of await holdersOf(doing.rows, doing.at, role, doing.today)) {
      const name = (await readMember(doing.rows, doing.at, person))?.member.name;
      if (name !== undefined && name !== '' && words.includes(name)) return true;
    }
  return false;
}

/** The acts of a question on the notice 公示询问 (§五(三), product §3.8): nothing of it is shown before a human let it. */
export const questionActs: Handlers<ActsOf<'question'>> = {
  'question.raise': async (doing, { notice: about, words }) => {
    await doing.allow({});
    const notice = about === undefined ? undefined : await readMatter(doing.rows, doing.at, 'notice', about);
    if (about !== undefined && notice?.state !== 'posted') doing.refuse({ refused: 'thing.unknown' });
    const tooMany = tooManyToday(doing.context, doing.caller);
    const state = doing.decide(step, undefined, 'question.raise', { tooMany, text: words });
    const body = { words, start: doing.today, ...(about !== undefined && { notice: about }) };
    const question = await doing.add('question', { id: timelessId(), state, body });
    const { questionReplyDays: days } = await doing.terms();
    return doing.answer(question, { last: doing.window({ start: doing.today, days }).last });
  },
  'question.admit': async (doing, { id, namesOffice: seen = false }) => {
    const question = await doing.find('question', id);
    await doing.allow({}, question);
    const namesOffice = seen || (await namesOfficer(doing, question.body.words));
    return doing.answer(await doing.move(question, doing.decide(step, question, 'question.admit', { namesOffice })));
  },
  'question.forward': async (doing, { id }) => {
    const question = await doing.find('question', id);
    await doing.allow({}, question);
    const to = doing.decide(step, question, 'question.forward', {});
    const superior = await superiorOf(doing.rows, doing.branch);
    if (!superior) return doing.refuse({ refused: 'concern.no-superior' });
    await receiveConcern(doing, superior.branch_id, question.body.words);
    return doing.answer(await doing.move(question, to));
  },
  'question.decline': async (doing, { id, reason }) => {
    const question = await doing.find('question', id);
    await doing.allow({}, question);
    const to = doing.decide(step, question, 'question.decline', { reason });
    return doing.answer(await doing.move(question, to, { reason }));
  },
  'question.answer': async (doing, { id, reason }) => {
    const question = await doing.find('question', id);
    await doing.allow({}, question);
    const to = doing.decide(step, question, 'question.answer', { reason });
    return doing.answer(await doing.move(question, to, { answer: reason }));
  },
  'question.show': async (doing, { id }) => {
    const question = await doing.find('question', id);
    await doing.allow({}, question);
    return doing.answer(await doing.move(question, doing.decide(step, question, 'question.show', {})));
  },
};
