import { addMonths } from '#domain/kernel/day.ts';
import { concern as step } from '#domain/process/concern.ts';
import type { Doing } from '#service/doing.ts';
import { tooManyToday } from '#service/few-a-day.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { superiorOf } from '#service/nameless.ts';
import { newBoardCode, timelessId } from '#service/new-id.ts';
import { readBranch } from '#store/branch.ts';
import { addMatter, type Matter } from '#store/matter.ts';
import { addStep } from '#store/step.ts';

/** A case number is answered for so long after its concern ended; then it is as unknown as one that never was. */
const KEPT_MONTHS = 12;

/** Lays a concern before a superior 接收: the words sealed, nothing finer than the day, the case number only as a digest. Answers with the id and the number. */
export async function receiveConcern(
  doing: Doing,
  superior: string,
  words: string,
): Promise<{ readonly id: string; readonly code: string }> {
  const { secrets } = doing.context;
  const [id, code, day] = [timelessId(), newBoardCode(), doing.today];
  const matter: Matter<'concern'> = {
    noun: 'concern',
    id,
    state: 'received',
    revision: 1,
    parent: secrets.digest('concern', code),
    body: { sealed: secrets.seal(words), day },
    created: day,
    changed: day,
  };
  await addMatter(doing.rows, superior, matter);
  const { noun, revision } = matter;
  const taken = { noun, id, revision, action: 'concern.raise', actor: 'observer', second: null, at: day, prior: null };
  await addStep(doing.rows, { branch_id: superior, ...taken });
  return { id, code };
}

/** A concern as the superior has it; what a branch was served is acted on there. @throws right.missing, thing.unknown */
async function received(doing: Doing, id: string): Promise<Matter<'concern'>> {
  const found = await doing.find('concern', id);
  if (found.body.sealed === undefined) doing.refuse({ refused: 'thing.unknown' });
  return found;
}

/** The acts of a concern 监督意见 (§三(四), product §3.8): anonymous, to the superior, followed by its case number. */
export const concernActs: Handlers<ActsOf<'concern'>> = {
  'concern.raise': async (doing, { words }) => {
    await doing.allow({});
    const superior = doing.branch.kind === 'superior';
    const tooMany = tooManyToday(doing.context, doing.caller);
    const state = doing.decide(step, undefined, 'concern.raise', { tooMany, text: words, superior });
    const { id, code } = await receiveConcern(doing, doing.at, words);
    return doing.answer({ id, state, revision: 1 }, { case: code });
  },
  'concern.take': async (doing, { id }) => {
    const concern = await received(doing, id);
    await doing.allow({}, concern);
    const to = doing.decide(step, concern, 'concern.take', {});
    return doing.answer(await doing.move(concern, to), {
      words: doing.context.secrets.open(concern.body.sealed ?? ''),
    });
  },
  'concern.serve': async (doing, { id, to: branchId, words }) => {
    const concern = await received(doing, id);
    await doing.allow({}, concern);
    const to = doing.decide(step, concern, 'concern.serve', {});
    const branch = await readBranch(doing.rows, branchId);
    const above = branch?.kind === 'branch' ? await superiorOf(doing.rows, branch) : undefined;
    if (!branch || above?.branch_id !== doing.at) return doing.refuse({ refused: 'thing.unknown' });
    const below = await doing.below(branch);
    await below.allow({});
    await below.add('concern', { state: to, body: { words, day: doing.today } });
    return doing.answer(await doing.move(concern, to, { to: branchId }));
  },
  'concern.answer': async (doing, { id, reason }) => {
    const concern = await received(doing, id);
    await doing.allow({}, concern);
    const to = doing.decide(step, concern, 'concern.answer', { reason });
    return doing.answer(await doing.move(concern, to, { answer: reason, ended: doing.today }));
  },
  'concern.decline': async (doing, { id, reason }) => {
    const concern = await received(doing, id);
    await doing.allow({}, concern);
    const to = doing.decide(step, concern, 'concern.decline', { reason });
    return doing.answer(await doing.move(concern, to, { answer: reason, ended: doing.today }));
  },
  'concern.follow': async (doing, { case: code }) => {
    await doing.allow({});
    const [found] = await doing.list('concern', { parent: doing.context.secrets.digest('concern', code) });
    const { ended, answer } = found?.body ?? {};
    const old = ended !== undefined && doing.today > addMonths(ended, KEPT_MONTHS);
    if (!found || old) return doing.refuse({ refused: 'thing.unknown' });
    // Neither its id nor its revision: the number is all that whoever raised it has.
    return { id: 'concern', state: found.state, revision: 0, ...(answer !== undefined && { told: { answer } }) };
  },
};
