import type { Day } from '#domain/kernel/day.ts';
import { type Proposal, proposable } from './consequence.ts';
import { type ByMotion, carried, type Reasoned, reasoned } from './guards.ts';
import { must, NONE, type Step } from './step.ts';

/** The states of a proposal about commendation 评先评优: to recommend someone, or to leave someone out for a time. */
export type CommendationState = 'proposed' | 'approved' | 'ended' | 'dropped';

/** What each act must know; `barred` says that a no-commendation of the member still runs. */
export type CommendationActs = {
  'commendation.propose': Proposal & { readonly barred: boolean };
  'commendation.bar': Proposal & { readonly ends: Day; readonly today: Day };
  'commendation.approve': ByMotion;
  'commendation.end': { readonly ends: Day; readonly today: Day };
  'commendation.drop': Reasoned;
};

/** Commendation 评先评优 (§四(二)–(三), product §3.12): those at the front are recommended, those at the rear left out until a day that is set; both decided by the meeting. */
export const commendation: Step<CommendationState, CommendationActs> = {
  noun: 'commendation',
  term: '评先评优',
  clause: '§四(二)',
  stages: [['proposed'], ['approved'], ['ended']],
  aside: ['dropped'],
  final: ['ended', 'dropped'],
  blocked: 'commendation.not-now',
  rows: {
    'commendation.propose': {
      from: [NONE],
      by: ['committee', 'secretary'],
      guards: [...proposable, must('commendation.barred', ({ barred }) => !barred)],
      to: 'proposed',
    },
    'commendation.bar': {
      from: [NONE],
      by: ['committee', 'secretary'],
      guards: [...proposable, must('consequence.no-end', ({ ends, today }) => ends > today)],
      to: 'proposed',
    },
    'commendation.approve': { from: ['proposed'], by: ['recorder'], guards: [carried], to: 'approved' },
    'commendation.end': {
      from: ['approved'],
      by: ['clock'],
      guards: [
        must(
          'commendation.running',
          ({ ends, today }) => today > ends,
          ({ ends }) => ({ last: ends }),
        ),
      ],
      to: 'ended',
    },
    'commendation.drop': { from: ['proposed'], by: ['committee', 'secretary'], guards: [reasoned], to: 'dropped' },
  },
};
