import type { AssemblyState } from './assembly.ts';
import { type Reasoned, reasoned } from './guards.ts';
import { byInvestigator, type Looked, unbarred } from './investigation.ts';
import type { FindingResult } from './objection.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of an appeal 申诉. */
export type AppealState = 'lodged' | 'assigned' | 'served' | 'found' | 'answered' | 'reported' | 'withdrawn';

/** What each act on an appeal must know; `superior` says whether this installation has one. */
export type AppealActs = {
  'appeal.lodge': Reasoned & { readonly superior: boolean; readonly raisedBy: string; readonly concerns: string };
  'appeal.assign': { readonly investigator: string; readonly matter: Looked };
  'appeal.serve': Plain;
  'appeal.find': Reasoned & { readonly by: string; readonly investigator: string; readonly matter: Looked };
  'appeal.answer': Plain;
  'appeal.report': { readonly assembly: AssemblyState; readonly result: FindingResult; readonly carriedOut: boolean };
  'appeal.withdraw': Plain;
};

/** Whether the branch may know that the appeal exists: only once it was served; one withdrawn before never (product §3.8, §5.7). */
export function branchMayKnow(appeal: { readonly served: boolean }): boolean {
  return appeal.served;
}

/** The appeal 申诉 (§三(四), product §3.8): straight to the superior, no last day, unknown to the branch until served; its outcome too is told to the next general meeting. */
export const appeal: Step<AppealState, AppealActs> = {
  noun: 'appeal',
  term: '申诉',
  clause: '§三(四)',
  stages: [['lodged'], ['assigned'], ['served'], ['found'], ['answered'], ['reported']],
  aside: ['withdrawn'],
  final: ['reported', 'withdrawn'],
  blocked: 'appeal.not-now',
  rows: {
    'appeal.lodge': {
      from: [NONE],
      by: ['objector'],
      guards: [
        must('appeal.no-superior', ({ superior }) => superior),
        must('appeal.not-own', ({ raisedBy, concerns }) => raisedBy === concerns),
        reasoned,
      ],
      to: 'lodged',
    },
    'appeal.assign': { from: ['lodged', 'assigned'], by: ['superior'], guards: [unbarred], to: 'assigned' },
    'appeal.serve': { from: ['assigned'], by: ['superior'], to: 'served' },
    'appeal.find': { from: ['served'], by: ['superior'], guards: [...byInvestigator, reasoned], to: 'found' },
    'appeal.answer': { from: ['found'], by: ['superior'], to: 'answered' },
    'appeal.report': {
      from: ['answered'],
      by: ['secretary', 'recorder'],
      guards: [
        must('assembly.not-open', ({ assembly }) => assembly === 'open'),
        must('finding.not-carried-out', ({ result, carriedOut }) => result === 'dismissed' || carriedOut),
      ],
      to: 'reported',
    },
    'appeal.withdraw': { from: ['lodged', 'assigned', 'served'], by: ['objector'], to: 'withdrawn' },
  },
};
