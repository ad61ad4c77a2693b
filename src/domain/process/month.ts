import type { Day } from '#domain/kernel/day.ts';
import { type Reasoned, reasoned, type TwoPersons, twoPersons } from './guards.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of a month 月份. */
export type MonthState = 'open' | 'closed' | 'reopened' | 'sealed';

/** What each act on a month must know; `pending` counts lines that are neither decided nor referred, withdrawn or left for the meeting. */
export type MonthActs = {
  'month.open': { readonly schemeInForce: boolean };
  'month.confirm': Plain;
  'month.close': { readonly today: Day; readonly last: Day; readonly pending: number };
  'month.reopen': TwoPersons & Reasoned;
  'month.seal': { readonly determined: boolean };
};

/** The month 月份 (§三(一)–(二), product §3.2, §3.9): opens, closes with frozen preliminary scores, is sealed when its quarter is determined; reopened only by two persons. */
export const month: Step<MonthState, MonthActs> = {
  noun: 'month',
  term: '月份',
  clause: '§三(二)',
  stages: [['open'], ['closed', 'reopened'], ['sealed']],
  aside: [],
  final: ['sealed'],
  blocked: 'month.not-closed',
  blockedIn: { closed: 'month.closed', sealed: 'quarter.determined' },
  rows: {
    'month.open': {
      from: [NONE],
      by: ['secretary', 'clock'],
      guards: [must('month.no-scheme', ({ schemeInForce }) => schemeInForce)],
      to: 'open',
    },
    'month.confirm': { from: ['open', 'reopened'], by: ['member'], to: 'same' },
    'month.close': {
      from: ['open', 'reopened'],
      by: ['secretary', 'committee'],
      guards: [
        must(
          'month.not-over',
          ({ today, last }) => today > last,
          ({ last }) => ({ last }),
        ),
        must(
          'month.lines-pending',
          ({ pending }) => pending === 0,
          ({ pending }) => ({ pending }),
        ),
      ],
      to: 'closed',
    },
    'month.reopen': { from: ['closed'], by: ['secretary'], guards: [reasoned, ...twoPersons], to: 'reopened' },
    'month.seal': {
      from: ['closed'],
      by: ['recorder'],
      guards: [must('quarter.not-determined', ({ determined }) => determined)],
      to: 'sealed',
    },
  },
};
