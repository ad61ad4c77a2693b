import { type Reasoned, reasoned } from './guards.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of a session of the preliminary review 初评. */
export type ReviewState = 'convened' | 'open' | 'closed' | 'cancelled';

/** What each act on a session must know: how many belong to the body that reviews, how many came, how many lines are still before it. */
export type ReviewActs = {
  'review.convene': Plain;
  'review.open': { readonly body: number; readonly present: number };
  'review.recuse': Plain;
  'review.close': { readonly linesOpen: number };
  'review.cancel': Reasoned;
};

/** A session of the preliminary review 支委初评 (§三(二), product §3.4): with its date and those present; more than half of the body must be there. Its decisions are rows of the line. */
export const review: Step<ReviewState, ReviewActs> = {
  noun: 'review',
  term: '初评',
  clause: '§三(二)',
  stages: [['convened'], ['open'], ['closed']],
  aside: ['cancelled'],
  final: ['closed', 'cancelled'],
  blocked: 'review.not-open',
  rows: {
    'review.convene': { from: [NONE], by: ['secretary'], to: 'convened' },
    'review.open': {
      from: ['convened'],
      by: ['secretary'],
      guards: [
        must(
          'review.no-quorum',
          ({ body, present }) => present * 2 > body,
          ({ body, present }) => ({ body, present, least: Math.floor(body / 2) + 1 }),
        ),
      ],
      to: 'open',
    },
    'review.recuse': { from: ['open'], by: ['committee', 'secretary', 'voter'], to: 'same' },
    'review.close': {
      from: ['open'],
      by: ['secretary'],
      guards: [
        must(
          'review.lines-open',
          ({ linesOpen }) => linesOpen === 0,
          ({ linesOpen }) => ({ linesOpen }),
        ),
      ],
      to: 'closed',
    },
    'review.cancel': { from: ['convened'], by: ['secretary'], guards: [reasoned], to: 'cancelled' },
  },
};
