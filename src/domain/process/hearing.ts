import { afterTerm, type InTime, isPast } from './guards.ts';
import { must, NONE, type Step } from './step.ts';

/** The states of a hearing 告知申辩. */
export type HearingState = 'told' | 'answered' | 'silent';

/** What a subject 当事人 can answer: accept, decline a credit, contest. */
export type HearingAnswer = 'accept' | 'decline' | 'contest';

/** What each act of a hearing must know; `onBehalf` is an answer taken down at the desk, read back and confirmed. */
export type HearingActs = {
  'hearing.serve': { readonly needed: boolean };
  'hearing.answer': InTime & {
    readonly by: string;
    readonly subject: string;
    readonly onBehalf: boolean;
    readonly answer: HearingAnswer;
    readonly credit: boolean;
  };
  'hearing.lapse': InTime;
};

/** Whether the subject must be told and heard: whatever another declared about it, and every deduction (product §3.3, §3.4). */
export function hearingNeeded(line: {
  readonly subject: string;
  readonly declarant: string;
  readonly deduction: boolean;
}): boolean {
  return line.deduction || line.declarant !== line.subject;
}

/** The hearing 告知申辩 (product §3.3): the subject is told, answers within its working days, or its silence is recorded as silence. */
export const hearing: Step<HearingState, HearingActs> = {
  noun: 'hearing',
  term: '告知申辩',
  clause: '§三(一)',
  stages: [['told'], ['answered', 'silent']],
  aside: [],
  final: ['answered', 'silent'],
  blocked: 'hearing.over',
  rows: {
    'hearing.serve': {
      from: [NONE],
      by: ['committee', 'verifier', 'recorder', 'clock'],
      guards: [must('hearing.not-needed', ({ needed }) => needed)],
      to: 'told',
    },
    'hearing.answer': {
      from: ['told'],
      by: ['subject', 'recorder'],
      guards: [
        must('hearing.not-subject', ({ by, subject, onBehalf }) => onBehalf || by === subject),
        must('hearing.over', (facts) => !isPast(facts)),
        must('hearing.only-credit', ({ answer, credit }) => answer !== 'decline' || credit),
      ],
      to: 'answered',
    },
    'hearing.lapse': { from: ['told'], by: ['clock'], guards: afterTerm('hearing.running'), to: 'silent' },
  },
};
