import type { Day } from '#domain/kernel/day.ts';
import { type Reasoned, reasoned, type TwoPersons, twoPersons } from './guards.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of an annual settlement 年度积分. */
export type SettlementState = 'previewed' | 'sealed' | 'superseded';

/** What each act on a settlement must know. Appeals are not among it: a settlement that waited would tell the branch of one. */
export type SettlementActs = {
  'settlement.preview': Plain;
  'settlement.amend': Reasoned & TwoPersons;
  'settlement.seal': {
    readonly today: Day;
    readonly yearEnd: Day;
    readonly quartersOpen: number;
    readonly objectionsRunning: number;
  };
  'settlement.supersede': { readonly amendedSealed: boolean };
};

/** The annual settlement 年度积分 (§三(五), product §3.9): previewed, sealed as a snapshot; what comes later is an amended snapshot with a reason, and the first stays readable. */
export const settlement: Step<SettlementState, SettlementActs> = {
  noun: 'settlement',
  term: '年度积分',
  clause: '§三(五)',
  stages: [['previewed'], ['sealed'], ['superseded']],
  aside: [],
  final: ['superseded'],
  blocked: 'settlement.not-sealed',
  blockedIn: { sealed: 'settlement.sealed', superseded: 'settlement.sealed' },
  rows: {
    'settlement.preview': { from: [NONE, 'previewed'], by: ['secretary', 'recorder'], to: 'previewed' },
    'settlement.amend': { from: [NONE], by: ['secretary'], guards: [reasoned, ...twoPersons], to: 'previewed' },
    'settlement.seal': {
      from: ['previewed'],
      by: ['secretary'],
      guards: [
        must(
          'settlement.year-running',
          ({ today, yearEnd }) => today > yearEnd,
          ({ yearEnd }) => ({ last: yearEnd }),
        ),
        must(
          'settlement.quarters-open',
          ({ quartersOpen }) => quartersOpen === 0,
          ({ quartersOpen }) => ({ quarters: quartersOpen }),
        ),
        must(
          'settlement.objections-running',
          ({ objectionsRunning }) => objectionsRunning === 0,
          ({ objectionsRunning }) => ({ objections: objectionsRunning }),
        ),
      ],
      to: 'sealed',
    },
    'settlement.supersede': {
      from: ['sealed'],
      by: ['secretary'],
      guards: [must('settlement.no-successor', ({ amendedSealed }) => amendedSealed)],
      to: 'superseded',
    },
  },
};
