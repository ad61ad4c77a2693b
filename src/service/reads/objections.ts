import type { AnswerOf, InputOf } from '#contract/api.ts';
import type { Reading } from '#service/reading.ts';
import { showBoth } from './matters.ts';

type Both = AnswerOf<'objection.show'>;
type Objection = Both['matters'][number];

/** What an investigation comes to, which its member is told by the answer and not before. */
const FOUND = ['result', 'finding', 'correction', 'line'] as const;

/** The objections 异议 of a branch for its office, those that one investigates or raised for everyone else; what was found reads whoever raised it with the answer (product §3.8). @throws right.missing */
export async function showObjections(reading: Reading, query: InputOf<'objection.show'>): Promise<Both> {
  const all = reading.may();
  if (all) await reading.allow([], '#objections');
  else await reading.allow([reading.by], reading.by);
  const both = await showBoth(reading, ['objection'], [], query, ({ subject, body }) => {
    const { investigator } = body as { readonly investigator?: string };
    return all || subject === reading.by || investigator === reading.by;
  });
  return { ...both, matters: both.matters.map((one) => (all || isInvestigator(reading, one) ? one : told(one))) };
}

function isInvestigator({ by }: Reading, { content }: Objection): boolean {
  return content['investigator'] === by;
}

function told(objection: Objection): Objection {
  if (objection.state !== 'found') return objection;
  const { content } = objection;
  const hidden = new Set<string>(FOUND.filter((field) => field !== 'line' || content['about'] === 'total'));
  return { ...objection, content: Object.fromEntries(Object.entries(content).filter(([field]) => !hidden.has(field))) };
}
