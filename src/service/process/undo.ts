import { undo } from '#domain/process/undo.ts';
import type { Doing } from '#service/doing.ts';
import type { Bodies, Noun } from '#store/bodies.ts';
import type { Matter } from '#store/matter.ts';
import { listSteps } from '#store/step.ts';

/** Takes the last act on a matter back 撤销, by who did it, within ten minutes (product §7). @throws undo.not-here, undo.not-yours, undo.too-late, undo.acted-on */
export async function undoLast<N extends Noun>(doing: Doing, matter: Matter<N>, by = doing.by): Promise<Matter<N>> {
  const steps = await listSteps(doing.rows, doing.at, matter.noun, matter.id);
  const mine = steps.findLast(({ actor }) => actor === by);
  const last = steps.at(-1);
  const subject = mine ?? last;
  const minutes = subject ? (Date.parse(doing.now) - Date.parse(subject.at)) / 60_000 : 0;
  const facts = {
    action: subject?.action ?? '',
    actor: subject?.actor ?? '',
    by,
    minutes,
    actedOn: subject !== last,
  };
  for (const guard of undo) doing.must(guard, facts);
  const prior = JSON.parse(last?.prior ?? 'null') as { state: string; body: Bodies[N]; subject?: string } | null;
  if (!prior) doing.refuse({ refused: 'undo.not-here' });
  return await doing.restore(matter, { state: prior.state, body: prior.body });
}
