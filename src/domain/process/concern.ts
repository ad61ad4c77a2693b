import { type Reasoned, reasoned } from './guards.ts';
import { type Guard, must, NONE, type Plain, type Step } from './step.ts';

/** The states of a question on the notice 公示询问. */
export type QuestionState = 'received' | 'admitted' | 'answered' | 'shown' | 'declined' | 'forwarded';

/** The states of a concern to the superior 监督意见. */
export type ConcernState = 'received' | 'taken' | 'served' | 'answered' | 'declined';

/** Few enough in a day from one place, words that are not empty: whatever comes without a sign-in. */
export type Anonymous = { readonly tooMany: boolean; readonly text: string };

/** What each act on a question must know; `namesOffice` says that it names someone in office. */
export type QuestionActs = {
  'question.raise': Anonymous;
  'question.admit': { readonly namesOffice: boolean };
  'question.forward': Plain;
  'question.decline': Reasoned;
  'question.answer': Reasoned;
  'question.show': Plain;
};

/** What each act on a concern must know. */
export type ConcernActs = {
  'concern.raise': Anonymous & { readonly superior: boolean };
  'concern.take': Plain;
  'concern.serve': Plain;
  'concern.answer': Reasoned;
  'concern.decline': Reasoned;
};

const anonymous: readonly Guard<Anonymous>[] = [
  must('concern.too-many', ({ tooMany }) => !tooMany),
  must('concern.no-words', ({ text }) => text.trim() !== ''),
];

/** A question on the notice 公示询问 (§五(三), product §3.8): to the branch, shown only after a human let it; what names an office-holder goes to the superior. */
export const question: Step<QuestionState, QuestionActs> = {
  noun: 'question',
  term: '公示询问',
  clause: '§五(三)',
  stages: [['received'], ['admitted'], ['answered'], ['shown']],
  aside: ['declined', 'forwarded'],
  final: ['shown', 'declined', 'forwarded'],
  blocked: 'question.not-now',
  rows: {
    'question.raise': { from: [NONE], by: ['observer'], guards: anonymous, to: 'received' },
    'question.admit': {
      from: ['received'],
      by: ['secretary', 'committee'],
      guards: [must('question.names-office', ({ namesOffice }) => !namesOffice)],
      to: 'admitted',
    },
    'question.forward': { from: ['received', 'admitted'], by: ['secretary', 'committee'], to: 'forwarded' },
    'question.decline': { from: ['received'], by: ['secretary', 'committee'], guards: [reasoned], to: 'declined' },
    'question.answer': { from: ['admitted'], by: ['secretary', 'committee'], guards: [reasoned], to: 'answered' },
    'question.show': { from: ['answered'], by: ['secretary'], to: 'shown' },
  },
};

/** A concern 监督意见 (§三(四), product §3.8): to the superior, anonymous, answered by its case number; the branch knows nothing of it until served. */
export const concern: Step<ConcernState, ConcernActs> = {
  noun: 'concern',
  term: '监督意见',
  clause: '§三(四)',
  stages: [['received'], ['taken'], ['served', 'answered']],
  aside: ['declined'],
  final: ['answered', 'declined'],
  blocked: 'concern.not-now',
  rows: {
    'concern.raise': {
      from: [NONE],
      by: ['observer'],
      guards: [...anonymous, must('concern.no-superior', ({ superior }) => superior)],
      to: 'received',
    },
    'concern.take': { from: ['received'], by: ['superior'], to: 'taken' },
    'concern.serve': { from: ['taken'], by: ['superior'], to: 'served' },
    'concern.answer': { from: ['taken', 'served'], by: ['superior'], guards: [reasoned], to: 'answered' },
    'concern.decline': { from: ['received', 'taken'], by: ['superior'], guards: [reasoned], to: 'declined' },
  },
};
