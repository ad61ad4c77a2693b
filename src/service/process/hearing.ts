import type { ActAnswer } from '#contract/endpoint.ts';
import type { HearingState } from '#domain/process/hearing.ts';
import { hearing } from '#domain/process/hearing.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Matter } from '#store/matter.ts';
import { needsHearing } from './concerned.ts';
import { memberToday } from './resting.ts';
import { undoLast } from './undo.ts';

/** Tells a member of what is to be decided about it 告知; from this day the term of its answer runs. */
export async function serveHearing(
  doing: Doing,
  about: { readonly kind: 'line' | 'veto'; readonly id: string; readonly subject: string; readonly credit: boolean },
): Promise<Matter<'hearing'>> {
  const { hearingDays } = await doing.terms();
  const body = { start: doing.today, days: hearingDays, about: about.kind, credit: about.credit };
  return await doing.add('hearing', { state: 'told', subject: about.subject, parent: about.id, body });
}

/** Tells a member that the branch considers a rung of its disposition, and why; each legal rung is told anew (product §3.12, §5.3). @throws reason.missing */
async function serveDisposition(doing: Doing, member: string, cause: string): Promise<ActAnswer> {
  await doing.allow({});
  await memberToday(doing, member);
  if (cause.trim() === '') doing.refuse({ refused: 'reason.missing' });
  const to = doing.decide(hearing, undefined, 'hearing.serve', { needed: true });
  const { hearingDays } = await doing.terms();
  const body = { start: doing.today, days: hearingDays, about: 'disposition' as const, credit: false, cause };
  return doing.answer(await doing.add('hearing', { state: to, subject: member, body }));
}

/** The acts of a hearing 告知申辩 (product §3.3). */
export const hearingActs: Handlers<ActsOf<'hearing'>> = {
  'hearing.serve': async (doing, { line: id, member, cause }) => {
    if (id === undefined) return await serveDisposition(doing, member ?? '', cause ?? '');
    const line = await doing.find('line', id);
    await doing.allow(verifierOf(doing, line));
    const [served] = await doing.list('hearing', { parent: id });
    doing.decide(hearing, served, 'hearing.serve', { needed: await needsHearing(doing, line) });
    const about = { kind: 'line', id, subject: line.subject ?? '', credit: !line.body.deduction } as const;
    return doing.answer(await serveHearing(doing, about));
  },
  'hearing.answer': async (doing, { id, answer, words, onBehalf = false }) => {
    const found = await doing.find('hearing', id);
    await doing.allow({ own: [found.subject ?? ''] }, found);
    const { credit } = found.body;
    const facts = { by: doing.by, subject: found.subject ?? '', onBehalf, answer, credit };
    const to = doing.decide(hearing, found, 'hearing.answer', { ...timeOf(doing, found), ...facts });
    const said = { answer, ...(words !== undefined && { words }), ...(onBehalf && { onBehalf: doing.by }) };
    return doing.answer(await doing.move(found, to, said));
  },
  'hearing.undo': async (doing, { id }) => {
    const found = await doing.find('hearing', id);
    await doing.allow({ own: [found.subject ?? ''] }, found);
    return doing.answer(await undoLast(doing, found));
  },
  'hearing.lapse': async (doing, { id }) => {
    const found = await doing.find('hearing', id);
    await doing.allow({}, found);
    const to: HearingState = doing.decide(hearing, found, 'hearing.lapse', timeOf(doing, found));
    return doing.answer(await doing.move(found, to));
  },
};

function timeOf(doing: Doing, { body }: Matter<'hearing'>) {
  return { window: doing.window(body), today: doing.today };
}

/** The named verifier of a line acts as such in it. */
export function verifierOf(doing: Doing, { body }: Matter<'line'>) {
  const { verifier } = body;
  return verifier === doing.by ? { own: [doing.by], parts: ['verifier'] as const } : {};
}
