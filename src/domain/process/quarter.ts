import { type ByMotion, carried } from './guards.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of a quarter 季度. */
export type QuarterState = 'open' | 'determined' | 'posted' | 'closed';

/** What each act on a quarter must know: months not closed yet, whether the register is sealed, whether the notice has ended. */
export type QuarterActs = {
  'quarter.open': Plain;
  'quarter.determine': ByMotion & { readonly monthsOpen: number };
  'quarter.post': { readonly registerSealed: boolean };
  'quarter.close': { readonly noticeOver: boolean };
};

/** The quarter 季度 (§三(三)–(四), product §3.6): its motion determines its lines and that base stands as opened less them; then register, notice, end. */
export const quarter: Step<QuarterState, QuarterActs> = {
  noun: 'quarter',
  term: '季度',
  clause: '§三(三)',
  stages: [['open'], ['determined'], ['posted'], ['closed']],
  aside: [],
  final: ['closed'],
  blocked: 'quarter.determined',
  blockedIn: { open: 'quarter.not-determined', determined: 'quarter.not-posted' },
  rows: {
    'quarter.open': { from: [NONE], by: ['clock'], to: 'open' },
    'quarter.determine': {
      from: ['open'],
      by: ['recorder'],
      guards: [
        must(
          'quarter.months-open',
          ({ monthsOpen }) => monthsOpen === 0,
          ({ monthsOpen }) => ({ months: monthsOpen }),
        ),
        carried,
      ],
      to: 'determined',
    },
    'quarter.post': {
      from: ['determined'],
      by: ['secretary'],
      guards: [must('register.not-sealed', ({ registerSealed }) => registerSealed)],
      to: 'posted',
    },
    'quarter.close': {
      from: ['posted'],
      by: ['clock'],
      guards: [must('notice.not-over', ({ noticeOver }) => noticeOver)],
      to: 'closed',
    },
  },
};
