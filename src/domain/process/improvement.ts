import { addMonths, type Day } from '#domain/kernel/day.ts';
import { notStayed, type Proposal, proposable } from './consequence.ts';
import { afterTerm, type InTime, type Reasoned, reasoned } from './guards.ts';
import { type Guard, must, NONE, type Step } from './step.ts';

/** The states of an improvement 限期整改. */
export type ImprovementState = 'proposed' | 'running' | 'met' | 'missed' | 'dropped';

/** The time set for it: its first day, its last, and the months that are the most. */
export type Deadline = { readonly begins: Day; readonly last: Day; readonly most: number };

/** What each act on an improvement must know; `helper` is the member who helps. */
export type ImprovementActs = {
  'improvement.propose': Proposal;
  'improvement.start': Pick<Proposal, 'objectionRunning'> &
    Deadline & { readonly helper: string; readonly subject: string; readonly plan: string };
  'improvement.extend': Deadline & Reasoned;
  'improvement.meet': Reasoned;
  'improvement.miss': InTime & Reasoned;
  'improvement.drop': Reasoned;
};

const inBounds: readonly Guard<Deadline>[] = [
  must('consequence.no-end', ({ begins, last }) => last > begins),
  must(
    'improvement.too-long',
    ({ begins, last, most }) => last <= addMonths(begins, most),
    ({ most }) => ({ most }),
  ),
];

/** The improvement 限期整改 (§四(三), product §3.12): a plan, a helper and a deadline of a year at most, extensions included; judged by people, and not missed before its last day is over. */
export const improvement: Step<ImprovementState, ImprovementActs> = {
  noun: 'improvement',
  term: '限期整改',
  clause: '§四(三)',
  stages: [['proposed'], ['running'], ['met', 'missed']],
  aside: ['dropped'],
  final: ['met', 'missed', 'dropped'],
  blocked: 'improvement.not-now',
  rows: {
    'improvement.propose': { from: [NONE], by: ['committee', 'secretary'], guards: proposable, to: 'proposed' },
    'improvement.start': {
      from: ['proposed'],
      by: ['secretary'],
      guards: [
        notStayed,
        must('improvement.no-plan', ({ plan }) => plan.trim() !== ''),
        must('improvement.no-helper', ({ helper, subject }) => helper.trim() !== '' && helper !== subject),
        ...inBounds,
      ],
      to: 'running',
    },
    'improvement.extend': { from: ['running'], by: ['secretary'], guards: [...inBounds, reasoned], to: 'same' },
    'improvement.meet': { from: ['running'], by: ['secretary', 'committee'], guards: [reasoned], to: 'met' },
    'improvement.miss': {
      from: ['running'],
      by: ['secretary', 'committee'],
      guards: [...afterTerm('improvement.running'), reasoned],
      to: 'missed',
    },
    'improvement.drop': { from: ['proposed'], by: ['committee', 'secretary'], guards: [reasoned], to: 'dropped' },
  },
};
