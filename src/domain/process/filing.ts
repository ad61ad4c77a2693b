import { type Reasoned, reasoned } from './guards.ts';
import { must, NONE, type Step } from './step.ts';

/** The states of a filing 备案. */
export type FilingState = 'drafted' | 'sent' | 'approved' | 'returned' | 'archived';

/** What each act on a filing must know; returned lines are the only ones that reopen. */
export type FilingActs = {
  'filing.draft': { readonly settlementSealed: boolean };
  'filing.send': { readonly noticeOver: boolean; readonly returnedLinesOpen: number };
  'filing.approve': object;
  'filing.return': Reasoned & { readonly lines: number };
  'filing.archive': object;
};

/** The filing 审核备案 (§三(五), product §3.10): sent once the settlement's notice has ended; approved, or returned naming lines; archived. */
export const filing: Step<FilingState, FilingActs> = {
  noun: 'filing',
  term: '备案',
  clause: '§三(五)',
  stages: [['drafted'], ['sent'], ['approved', 'returned'], ['archived']],
  aside: [],
  final: ['archived'],
  blocked: 'filing.not-now',
  blockedIn: { sent: 'filing.sent', approved: 'filing.sent' },
  rows: {
    'filing.draft': {
      from: [NONE],
      by: ['secretary'],
      guards: [must('settlement.not-sealed', ({ settlementSealed }) => settlementSealed)],
      to: 'drafted',
    },
    'filing.send': {
      from: ['drafted', 'returned'],
      by: ['secretary'],
      guards: [
        must('notice.not-over', ({ noticeOver }) => noticeOver),
        must(
          'filing.lines-open',
          ({ returnedLinesOpen }) => returnedLinesOpen === 0,
          ({ returnedLinesOpen }) => ({ lines: returnedLinesOpen }),
        ),
      ],
      to: 'sent',
    },
    'filing.approve': { from: ['sent'], by: ['superior'], to: 'approved' },
    'filing.return': {
      from: ['sent'],
      by: ['superior'],
      guards: [must('filing.no-lines', ({ lines }) => lines > 0), reasoned],
      to: 'returned',
    },
    'filing.archive': { from: ['approved'], by: ['superior'], to: 'archived' },
  },
};
