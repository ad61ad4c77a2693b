import type { AssemblyState } from './assembly.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of minutes 会议记录. */
export type MinutesState = 'drafted' | 'signed';

/** What each act on minutes must know: whether the meeting is over, and who has signed. */
export type MinutesActs = {
  'minutes.draft': { readonly assembly: AssemblyState };
  'minutes.edit': Plain;
  'minutes.sign': { readonly chair: boolean; readonly recorder: boolean };
};

/** The minutes 会议记录 (product §3.6): drafted from the data when the meeting is over, signed by chair and recorder. */
export const minutes: Step<MinutesState, MinutesActs> = {
  noun: 'minutes',
  term: '会议记录',
  clause: '§三(三)',
  stages: [['drafted'], ['signed']],
  aside: [],
  final: ['signed'],
  blocked: 'minutes.signed',
  rows: {
    'minutes.draft': {
      from: [NONE],
      by: ['recorder'],
      guards: [must('assembly.still-open', ({ assembly }) => assembly === 'closed' || assembly === 'lapsed')],
      to: 'drafted',
    },
    'minutes.edit': { from: ['drafted'], by: ['recorder'], to: 'same' },
    'minutes.sign': {
      from: ['drafted'],
      by: ['secretary', 'recorder'],
      guards: [must('minutes.two-signatures', ({ chair, recorder }) => chair && recorder)],
      to: 'signed',
    },
  },
};
