import type { z } from 'zod';
import type { sittingAnswer } from '#contract/read/sitting.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import type { Shown } from './sitting-lines.ts';

type Owed = z.infer<typeof sittingAnswer>['meeting']['owed'][number];

/** An outcome 处理结果 of an objection or a served appeal. */
export type Outcome = Matter<'objection'> | Matter<'appeal'>;

/**
 * The outcomes that a meeting is owed: as they were put on its agenda, and until it is open what was answered since. An appeal that was not served is at the
 * superior alone and never among them (product §5.7).
 */
export async function outcomesOwed(
  { rows, at }: Reading,
  { state, body }: Matter<'assembly'>,
): Promise<readonly Outcome[]> {
  const states = { state: ['answered', 'reported'] };
  const objections = await listMatters(rows, at, 'objection', states);
  const appeals = (await listMatters(rows, at, 'appeal', states)).filter((appeal) => appeal.body.at === 'branch');
  const coming = state === 'convened' || state === 'frozen';
  const found: readonly Outcome[] = [...objections, ...appeals];
  return found.filter((one) => body.owed.includes(one.id) || (coming && one.state === 'answered'));
}

/** An outcome as sent; whom it concerns and the finding are for those who are told it at the meeting. */
export function outcomeShown({ noun, id, state, revision, subject, body }: Outcome, { full, wall }: Shown): Owed {
  const { result, finding } = body;
  const about = 'about' in body ? body.about : 'total';
  const member = subject ?? ('raisedBy' in body ? body.raisedBy : undefined);
  return {
    noun,
    id,
    state,
    revision,
    about,
    ...(!wall && result !== undefined && { result }),
    ...(full && !wall && member !== undefined && { member }),
    ...(full && !wall && finding !== undefined && { reason: finding }),
  };
}
