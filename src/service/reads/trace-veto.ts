import type { Day } from '#domain/kernel/day.ts';
import { dayOfInstant } from '#service/clock.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { entriesChained, stepsOf } from '#store/trace.ts';
import { fingerprintOf } from './trace-line.ts';

/** A step of a veto or of its hearing: what was done, on which day, and where it is on the chain. */
export type VetoStep = { readonly did: string; readonly day: Day; readonly fingerprint?: string };

/** What each act on a veto or its hearing is in its course. */
const DID: Readonly<Record<string, string>> = {
  'veto.propose': 'proposed',
  'hearing.answer': 'answered',
  'hearing.undo': 'undone',
  'hearing.lapse': 'silent',
  'veto.cite': 'cited',
  'veto.confirm': 'confirmed',
  'veto.lift': 'lifted',
  'veto.drop': 'dropped',
};

/** How vetoes came to where they stand 否决办理经过: reported and told, heard, found on, confirmed, lifted or dropped, by veto. */
export async function vetoCourses(
  { rows, at }: Reading,
  vetoes: readonly Matter<'veto'>[],
): Promise<ReadonlyMap<string, readonly VetoStep[]>> {
  if (vetoes.length === 0) return new Map();
  const hearings = await listMatters(rows, at, 'hearing', { parents: vetoes.map(({ id }) => id) });
  const steps = await stepsOf(
    rows,
    at,
    [...vetoes, ...hearings].map(({ id }) => id),
  );
  const entries = await entriesChained(
    rows,
    at,
    vetoes.flatMap(({ body }) => body.entry ?? []),
  );
  return new Map(
    vetoes.map(({ id, body }) => {
      const entry = entries.get(body.entry ?? 0);
      const heard = hearings.filter(({ parent }) => parent === id).flatMap((one) => steps.get(one.id) ?? []);
      // The hearing began with the very act that reported the ground.
      const answered = heard.filter(({ action }) => action.startsWith('hearing.'));
      const taken = [...(steps.get(id) ?? []), ...answered].toSorted((a, b) => (a.at < b.at ? -1 : 1));
      const course = taken.flatMap(({ action, at: instant }): readonly VetoStep[] => {
        const did = DID[action];
        if (did === undefined) return [];
        const chained = did === 'confirmed' && entry ? { fingerprint: fingerprintOf(entry.hash) } : {};
        return [{ did, day: dayOfInstant(instant), ...chained }];
      });
      return [id, course];
    }),
  );
}
