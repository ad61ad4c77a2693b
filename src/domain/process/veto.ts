import type { Day } from '#domain/kernel/day.ts';
import { type Heard, heard, type Reasoned, reasoned, type TwoPersons, twoPersons } from './guards.ts';
import { must, NONE, type Step } from './step.ts';

/** The states of a veto 一票否决; only `confirmed` makes a score 0. */
export type VetoState = 'pending' | 'cited' | 'confirmed' | 'lifted' | 'dropped';

/** A finding 认定文书 of the competent body: its name, number and day, and the year it names where it names one. */
export type Finding = { readonly body: string; readonly number: string; readonly day: Day; readonly year?: number };

/** What each act on a veto must know. */
export type VetoActs = {
  'veto.propose': { readonly groundKnown: boolean };
  'veto.cite': { readonly finding: Finding; readonly today: Day };
  'veto.confirm': TwoPersons & Heard;
  'veto.lift': TwoPersons & { readonly withdrawal: string };
  'veto.drop': Reasoned;
};

/** The veto 一票否决 (§二(三), product §3.5): pending and without effect until a finding of the competent body is cited and a second person confirms; lifted by reversal when the finding is withdrawn. */
export const veto: Step<VetoState, VetoActs> = {
  noun: 'veto',
  term: '一票否决',
  clause: '§二(三)',
  stages: [['pending'], ['cited'], ['confirmed'], ['lifted']],
  aside: ['dropped'],
  final: ['lifted', 'dropped'],
  blocked: 'veto.not-now',
  blockedIn: { pending: 'veto.no-finding' },
  rows: {
    'veto.propose': {
      from: [NONE],
      by: ['committee', 'secretary', 'discipline'],
      guards: [must('veto.ground-unknown', ({ groundKnown }) => groundKnown)],
      to: 'pending',
    },
    'veto.cite': {
      from: ['pending'],
      by: ['committee', 'secretary', 'discipline'],
      guards: [
        must('veto.no-finding', ({ finding }) => finding.body.trim() !== '' && finding.number.trim() !== ''),
        must('veto.future-finding', ({ finding, today }) => finding.day <= today),
      ],
      to: 'cited',
    },
    'veto.confirm': { from: ['cited'], by: ['secretary'], guards: [...heard, ...twoPersons], to: 'confirmed' },
    'veto.lift': {
      from: ['confirmed'],
      by: ['secretary'],
      guards: [must('reversal.no-finding', ({ withdrawal }) => withdrawal.trim() !== ''), ...twoPersons],
      to: 'lifted',
    },
    'veto.drop': { from: ['pending', 'cited'], by: ['committee', 'secretary'], guards: [reasoned], to: 'dropped' },
  },
};
