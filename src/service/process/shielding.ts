import { isRecused } from '#domain/process/recusal.ts';
import { readReporter, verifierNamed } from '#domain/process/shield.ts';
import type { Doing } from '#service/doing.ts';
import type { Handlers } from '#service/handler.ts';
import { newId } from '#service/new-id.ts';
import { addAccess } from '#store/record.ts';
import { listSteps } from '#store/step.ts';
import { concernedBy, declarantOf } from './concerned.ts';

/** The consent of a second person to open the name of a report's reporter, given and not yet spent. */
async function consentTo(doing: Doing, line: string) {
  const asked = await doing.list('second', { parent: line, state: ['confirmed'] });
  const request = asked.find(({ body }) => body.action === doing.action && body.by === doing.by);
  if (!request) return undefined;
  const steps = await listSteps(doing.rows, doing.at, 'second', request.id);
  return { request, by: steps.at(-1)?.actor ?? '' };
}

/** Relatives, the verifier of a report, and the opening of a reporter's name 反映人保护 (product §3.3). */
export const shieldActs: Handlers<'relative.declare' | 'verifier.draw' | 'reporter.read'> = {
  'relative.declare': async (doing, { one, other }) => {
    await doing.allow({ own: [one, other] });
    if (one === other) doing.refuse({ refused: 'thing.unknown' });
    return doing.answer(await doing.add('relation', { state: 'declared', subject: one, body: { one, other } }));
  },
  'verifier.draw': async (doing, { id, verifier }) => {
    const line = await doing.find('line', id);
    await doing.allow({}, line);
    const barred = isRecused(verifier, await concernedBy(doing, line));
    if (barred || line.body.origin !== 'report') doing.refuse({ refused: 'verifier.waiting' });
    return doing.answer(await doing.move(line, line.state, { verifier }));
  },
  'reporter.read': async (doing, { id }) => {
    const line = await doing.find('line', id);
    const { verifier } = line.body;
    await doing.allow({ own: [verifier ?? ''], ...(verifier === doing.by && { parts: ['verifier'] }) }, line);
    const named = verifier === undefined ? { waits: 'verifier.waiting' as const } : { person: verifier };
    doing.must(verifierNamed, { verifier: named });
    // The second person consents and sees nothing; the verifier then asks again, and the consent is spent.
    const consent = doing.asked.second === undefined ? await consentTo(doing, id) : undefined;
    const second = doing.asked.second ?? consent?.by;
    for (const guard of readReporter) {
      const facts = { by: doing.by, ...(second !== undefined && { second }), verifier: verifier ?? '' };
      doing.must(guard, facts);
    }
    if (!consent) return doing.answer(line);
    await doing.move(consent.request, 'spent');
    const access = { viewer: doing.by, subject: line.id, action: doing.action, reason: null };
    await addAccess(doing.rows, { branch_id: doing.at, access_id: newId(), at: doing.now, ...access });
    return doing.answer(line, { reporter: await declarantOf(doing, line) });
  },
};
