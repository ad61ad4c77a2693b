import type { AssemblyState } from './assembly.ts';
import { type ByMotion, carried } from './guards.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of a democratic appraisal 民主评议. */
export type AppraisalState = 'open' | 'peers' | 'ballot' | 'decided' | 'told';

/** What was decided of the whole branch: members appraised, places of 优秀 given, grades without a reason, grades to probationary members, 不合格 without a decision of its own. */
export type GradesDecided = {
  readonly appraised: number;
  readonly excellent: number;
  readonly withoutReason: number;
  readonly probationary: number;
  readonly unqualifiedUnasked: number;
};

/** What each act of an appraisal must know. */
export type AppraisalActs = {
  'appraisal.open': { readonly settlementSealed: boolean; readonly noticeOver: boolean };
  'appraisal.assess': Plain;
  'appraisal.peers': Plain;
  'appraisal.rate': Plain;
  'appraisal.ballot': { readonly assembly: AssemblyState };
  'appraisal.decide': ByMotion & GradesDecided;
  'appraisal.tell': Plain;
};

/** The most places of 优秀: ⌊n/3⌋ (product §3.11). */
export function placesOf(appraised: number): number {
  return Math.floor(appraised / 3);
}

/** The democratic appraisal 民主评议 (§四(一), product §3.11): after the settlement's notice and never before; self, peers, ballot; grades decided by people with reasons, told to each. */
export const appraisal: Step<AppraisalState, AppraisalActs> = {
  noun: 'appraisal',
  term: '民主评议',
  clause: '§四(一)',
  stages: [['open'], ['peers'], ['ballot'], ['decided'], ['told']],
  aside: [],
  final: ['told'],
  blocked: 'appraisal.not-now',
  rows: {
    'appraisal.open': {
      from: [NONE],
      by: ['secretary'],
      guards: [
        must('settlement.not-sealed', ({ settlementSealed }) => settlementSealed),
        must('appraisal.before-notice', ({ noticeOver }) => noticeOver),
      ],
      to: 'open',
    },
    'appraisal.assess': { from: ['open'], by: ['member'], to: 'same' },
    'appraisal.peers': { from: ['open'], by: ['secretary'], to: 'peers' },
    'appraisal.rate': { from: ['peers'], by: ['member'], to: 'same' },
    'appraisal.ballot': {
      from: ['peers'],
      by: ['secretary'],
      guards: [must('assembly.not-open', ({ assembly }) => assembly === 'open')],
      to: 'ballot',
    },
    'appraisal.decide': {
      from: ['ballot'],
      by: ['recorder'],
      guards: [
        must(
          'appraisal.no-reasons',
          ({ withoutReason }) => withoutReason === 0,
          ({ withoutReason }) => ({ grades: withoutReason }),
        ),
        must('appraisal.probationary', ({ probationary }) => probationary === 0),
        must(
          'appraisal.places-over',
          ({ appraised, excellent }) => excellent <= placesOf(appraised),
          ({ appraised, excellent }) => ({ excellent, most: placesOf(appraised) }),
        ),
        must('appraisal.unqualified-alone', ({ unqualifiedUnasked }) => unqualifiedUnasked === 0),
        carried,
      ],
      to: 'decided',
    },
    'appraisal.tell': { from: ['decided'], by: ['secretary'], to: 'told' },
  },
};
