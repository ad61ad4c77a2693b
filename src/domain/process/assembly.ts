import type { Day } from '#domain/kernel/day.ts';
import { type Reasoned, reasoned } from './guards.ts';
import { daysApart } from './small-branch.ts';
import { must, NONE, type Plain, type Step } from './step.ts';
import { hasQuorum, type VotingLaw } from './voting.ts';

/** The states of a general meeting 党员大会. */
export type AssemblyState = 'convened' | 'frozen' | 'open' | 'closed' | 'lapsed' | 'cancelled';

/** What each act on a general meeting must know; `outcomes` are those of past objections and appeals which this meeting owes a report. */
export type AssemblyActs = {
  'assembly.convene': {
    readonly items: number;
    readonly outcomesMissing: number;
    readonly day: Day;
    readonly reviews: readonly Day[];
    readonly committee: readonly string[];
  };
  'assembly.freeze': { readonly today: Day; readonly day: Day };
  'assembly.attend': Plain;
  'assembly.open': Plain;
  'assembly.brief': { readonly outcomes: boolean; readonly outcomesTold: boolean };
  'assembly.close': { readonly motionsOpen: number; readonly outcomesTold: boolean };
  'assembly.lapse': {
    readonly entitled: number;
    readonly present: number;
    readonly law: VotingLaw;
    readonly counted: number;
  };
  'assembly.cancel': Reasoned;
};

/** The general meeting 党员大会 (§三(三), product §3.6): convened with an agenda, its roll frozen, open, closed; it lapses where the quorum did not come. */
export const assembly: Step<AssemblyState, AssemblyActs> = {
  noun: 'assembly',
  term: '党员大会',
  clause: '§三(三)',
  stages: [['convened'], ['frozen'], ['open'], ['closed']],
  aside: ['lapsed', 'cancelled'],
  final: ['closed', 'lapsed', 'cancelled'],
  blocked: 'assembly.not-open',
  blockedIn: { open: 'assembly.still-open', closed: 'assembly.closed', lapsed: 'assembly.closed' },
  rows: {
    'assembly.convene': {
      from: [NONE],
      by: ['secretary'],
      guards: [
        must('assembly.no-agenda', ({ items }) => items > 0),
        must(
          'assembly.outcomes-missing',
          ({ outcomesMissing }) => outcomesMissing === 0,
          ({ outcomesMissing }) => ({ outcomes: outcomesMissing }),
        ),
        must('assembly.same-day', ({ committee, day, reviews }) => daysApart(committee, day, reviews)),
      ],
      to: 'convened',
    },
    'assembly.freeze': {
      from: ['convened'],
      by: ['recorder'],
      guards: [
        must(
          'assembly.wrong-day',
          ({ today, day }) => today === day,
          ({ day }) => ({ day }),
        ),
      ],
      to: 'frozen',
    },
    'assembly.attend': { from: ['frozen', 'open'], by: ['recorder'], to: 'same' },
    'assembly.open': { from: ['frozen'], by: ['secretary'], to: 'open' },
    'assembly.brief': {
      from: ['open'],
      by: ['secretary', 'recorder'],
      guards: [must('assembly.outcomes-first', ({ outcomes, outcomesTold }) => outcomes || outcomesTold)],
      to: 'same',
    },
    'assembly.close': {
      from: ['open'],
      by: ['secretary'],
      guards: [
        must(
          'motion.still-open',
          ({ motionsOpen }) => motionsOpen === 0,
          ({ motionsOpen }) => ({ motions: motionsOpen }),
        ),
        must('assembly.outcomes-first', ({ outcomesTold }) => outcomesTold),
      ],
      to: 'closed',
    },
    'assembly.lapse': {
      from: ['frozen', 'open'],
      by: ['secretary', 'recorder'],
      guards: [
        must('assembly.quorum-there', ({ entitled, present, law }) => !hasQuorum(entitled, present, law)),
        must('assembly.has-decided', ({ counted }) => counted === 0),
      ],
      to: 'lapsed',
    },
    'assembly.cancel': { from: ['convened'], by: ['secretary'], guards: [reasoned], to: 'cancelled' },
  },
};
