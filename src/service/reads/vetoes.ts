import type { AnswerOf } from '#contract/api.ts';
import { dayOfInstant } from '#service/clock.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters } from '#store/matter.ts';
import { hearingOf } from './lines.ts';

/** The vetoes of the branch 一票否决 with their hearings, latest first: `veto.list`. @throws right.missing */
export async function listVetoes(reading: Reading): Promise<AnswerOf<'veto.list'>> {
  await reading.allow([], '#vetoes');
  const { rows, at, context } = reading;
  const vetoes = await listMatters(rows, at, 'veto');
  const hearings = await listMatters(rows, at, 'hearing', { parents: vetoes.map(({ id }) => id) });
  const byVeto = new Map(hearings.map((one) => [one.parent, one]));
  return {
    rows: vetoes
      .map(
        ({ id, state, revision, subject = '', created, body: { ground, words, by, finding, withdrawal, reason } }) => {
          const hearing = byVeto.get(id);
          return {
            id,
            state,
            revision,
            subject,
            ground,
            words,
            by,
            since: dayOfInstant(created),
            ...(finding && { finding: { ...finding } }),
            ...(withdrawal !== undefined && { withdrawal }),
            ...(reason !== undefined && { reason }),
            ...(hearing && { hearing: hearingOf(context, hearing) }),
          };
        },
      )
      .toReversed(),
  };
}
