import type { AssemblyState } from './assembly.ts';
import { type Reasoned, reasoned } from './guards.ts';
import { byInvestigator, type Looked, unbarred } from './investigation.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of an objection 异议. */
export type ObjectionState = 'registered' | 'assigned' | 'found' | 'answered' | 'reported' | 'withdrawn';

/** What a finding 调查核实 comes to; upheld and partly mean a reversal and a new entry that name it. */
export type FindingResult = 'upheld' | 'partly' | 'dismissed';

/** What each act on an objection must know; `concerns` is the member whose line or total it is about, `investigator` undefined when nobody was found. */
export type ObjectionActs = {
  'objection.raise': Reasoned & { readonly raisedBy: string; readonly concerns: string };
  'objection.assign': { readonly investigator?: string; readonly matter: Looked };
  'objection.find': Reasoned & { readonly by: string; readonly investigator: string; readonly matter: Looked };
  'objection.answer': Plain;
  'objection.report': {
    readonly assembly: AssemblyState;
    readonly result: FindingResult;
    readonly carriedOut: boolean;
  };
  'objection.withdraw': Plain;
};

/** Whether the objection still runs: its line's effects on rank uses and consequences are stayed meanwhile, not what is sealed already (product §3.8). */
export function isRunning(state: ObjectionState): boolean {
  return state === 'registered' || state === 'assigned' || state === 'found';
}

/** The objection 异议 (§三(四), product §3.8): to the branch; another investigates, finds with reasons, the member is answered, the next general meeting is told. No last day. */
export const objection: Step<ObjectionState, ObjectionActs> = {
  noun: 'objection',
  term: '异议',
  clause: '§三(四)',
  stages: [['registered'], ['assigned'], ['found'], ['answered'], ['reported']],
  aside: ['withdrawn'],
  final: ['reported', 'withdrawn'],
  blocked: 'objection.not-now',
  rows: {
    'objection.raise': {
      from: [NONE],
      by: ['objector', 'recorder'],
      guards: [must('objection.not-own', ({ raisedBy, concerns }) => raisedBy === concerns), reasoned],
      to: 'registered',
    },
    'objection.assign': {
      from: ['registered', 'assigned'],
      by: ['secretary', 'superior'],
      guards: [
        must('second.waiting', ({ investigator }) => investigator !== undefined),
        must(
          unbarred.code,
          ({ investigator, matter }) => investigator === undefined || unbarred.kept({ investigator, matter }),
        ),
      ],
      to: 'assigned',
    },
    'objection.find': { from: ['assigned'], by: ['investigator'], guards: [...byInvestigator, reasoned], to: 'found' },
    'objection.answer': { from: ['found'], by: ['investigator', 'secretary'], to: 'answered' },
    'objection.report': {
      from: ['answered'],
      by: ['secretary', 'recorder'],
      guards: [
        must('assembly.not-open', ({ assembly }) => assembly === 'open'),
        must('finding.not-carried-out', ({ result, carriedOut }) => result === 'dismissed' || carriedOut),
      ],
      to: 'reported',
    },
    'objection.withdraw': { from: ['registered', 'assigned'], by: ['objector'], to: 'withdrawn' },
  },
};
