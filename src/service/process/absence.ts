import { carried } from '#domain/process/guards.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Matter } from '#store/matter.ts';

/** What an absence is when one more has agreed: it counts only with both superior and meeting (product §2). */
function stateOf({ consented, approved }: Matter<'absence'>['body']): string {
  return consented !== undefined && approved !== undefined ? 'agreed' : 'asked';
}

async function agree(doing: Doing, absence: Matter<'absence'>, patch: Partial<Matter<'absence'>['body']>) {
  const { consented, approved } = absence.body;
  // The day on which each agreed is kept: agreeing again moves it to no later one.
  const body = { ...patch, ...(consented !== undefined && { consented }), ...(approved !== undefined && { approved }) };
  return doing.answer(await doing.move(absence, stateOf({ ...absence.body, ...body }), body));
}

/** The acts of a long absence 长期外出、不能参加 (product §2): asked for by the member, consented to by the superior, approved by the general meeting. */
export const absenceActs: Handlers<ActsOf<'absence'>> = {
  'absence.ask': async (doing, { from, to }) => {
    await doing.allow({ own: [doing.by] });
    return doing.answer(await doing.add('absence', { state: 'asked', subject: doing.by, body: { from, to } }));
  },
  'absence.consent': async (doing, { id }) => {
    const absence = await doing.find('absence', id);
    await doing.allow({}, absence);
    return await agree(doing, absence, { consented: doing.today });
  },
  'absence.approve': async (doing, { id, motion: by }) => {
    const absence = await doing.find('absence', id);
    await doing.allow({}, absence);
    const { body } = await doing.find('motion', by);
    const about = body.kind === 'absence' && body.about === id;
    doing.must(carried, about && body.result ? { motion: body.result } : {});
    return await agree(doing, absence, { approved: doing.today, motion: by });
  },
};
