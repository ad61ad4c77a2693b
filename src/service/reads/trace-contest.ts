import type { Day } from '#domain/kernel/day.ts';
import { dayOfInstant } from '#service/clock.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import type { StepTable } from '#store/tables-process.ts';
import { PLACE, type Placed } from './trace-line.ts';

/** An objection or an appeal as the branch has it: of an appeal only what it was served (product §5.7). */
export type Contest = {
  readonly noun: 'objection' | 'appeal';
  readonly id: string;
  readonly day: Day;
  readonly investigator?: string;
  readonly words: string;
  readonly result?: 'upheld' | 'partly' | 'dismissed';
  readonly finding?: string;
  readonly answered?: Day;
  readonly reportedAt?: string;
};

function contestOf({ noun, id, body }: Matter<'objection'> | Matter<'appeal'>): readonly Contest[] {
  if ('at' in body && body.at === 'superior') return [];
  const day = 'at' in body ? body.served : body.start;
  const { investigator, words, result, finding, answered, reportedAt } = body;
  return [
    {
      noun,
      id,
      day,
      words,
      ...(investigator !== undefined && { investigator }),
      ...(result !== undefined && { result }),
      ...(finding !== undefined && { finding }),
      ...(answered !== undefined && { answered }),
      ...(reportedAt !== undefined && { reportedAt }),
    },
  ];
}

/** What a line was contested by 异议、申诉: raised about it, or about a total and found in it. */
export async function contestsOf({ rows, at }: Reading, line: Matter<'line'>): Promise<readonly Contest[]> {
  const { id, subject = '' } = line;
  const about = ({ parent, body }: Matter<'objection'> | Matter<'appeal'>): boolean =>
    parent === id || body.line === id;
  const objections = await listMatters(rows, at, 'objection', { subject });
  const appeals = await listMatters(rows, at, 'appeal', { subject });
  return [...objections.filter(about), ...appeals.filter(about)].flatMap(contestOf);
}

/** The steps of a contest, each on its day; when it was found stands in its steps, of an appeal with its answer. */
export function contestSteps(contest: Contest, steps: readonly StepTable[]): readonly Placed[] {
  const { noun, id, day, words, result, finding, answered, reportedAt } = contest;
  const dayOf = (verb: string): Day | undefined => {
    const step = steps.findLast(({ action }) => action === `${noun}.${verb}`);
    return step && dayOfInstant(step.at);
  };
  const found = dayOf('find') ?? answered;
  const reported = dayOf('report');
  return [
    { place: PLACE.objected, step: { step: 'objected', day, noun, id, words } },
    ...(result !== undefined && found !== undefined
      ? [{ place: PLACE.found, step: { step: 'found' as const, day: found, noun, id, result, reason: finding ?? '' } }]
      : []),
    ...(answered !== undefined
      ? [{ place: PLACE.replied, step: { step: 'replied' as const, day: answered, noun, id } }]
      : []),
    ...(reported !== undefined && reportedAt !== undefined
      ? [
          {
            place: PLACE.reported,
            step: { step: 'reported' as const, day: reported, noun, id, assembly: reportedAt },
          },
        ]
      : []),
  ];
}
