import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of a register 登记表. */
export type RegisterState = 'drafted' | 'sealed';

/** What each act on a register must know: whether its quarter is determined, and how many of its lines differ from what was determined. */
export type RegisterActs = {
  'register.draw': { readonly determined: boolean };
  'register.supplement': { readonly determined: boolean };
  'register.redraw': Plain;
  'register.seal': { readonly differences: number; readonly meetingOver: boolean };
};

const determined = must<{ readonly determined: boolean }>('quarter.not-determined', (facts) => facts.determined);

/** The register 党员积分登记表 (§三(三), product §3.6, §3.9): drawn from the determined lines by the recorder, sealed once; what comes later is a supplement sheet. */
export const register: Step<RegisterState, RegisterActs> = {
  noun: 'register',
  term: '党员积分登记表',
  clause: '§三(三)',
  stages: [['drafted'], ['sealed']],
  aside: [],
  final: ['sealed'],
  blocked: 'register.sealed',
  rows: {
    'register.draw': { from: [NONE], by: ['recorder'], guards: [determined], to: 'drafted' },
    'register.supplement': { from: [NONE], by: ['recorder'], guards: [determined], to: 'drafted' },
    'register.redraw': { from: ['drafted'], by: ['recorder'], to: 'same' },
    'register.seal': {
      from: ['drafted'],
      by: ['recorder'],
      guards: [
        must('assembly.still-open', ({ meetingOver }) => meetingOver),
        must(
          'register.differs',
          ({ differences }) => differences === 0,
          ({ differences }) => ({ differences }),
        ),
      ],
      to: 'sealed',
    },
  },
};
