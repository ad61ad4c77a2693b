import { heard, reasoned, twoPersonsWhere } from './guards.ts';
import type { LineActs, LineState, ReviewDecision } from './line.ts';
import { decidersOf, hasDecided, LEAST_DECIDERS, onlyDeciders } from './recusal.ts';
import { type Guard, must, type Row } from './step.ts';

const inSession = must<Pick<ReviewDecision, 'session'>>('review.not-open', ({ session }) => session === 'open');
const monthOpen = must<Pick<ReviewDecision, 'month'>>(
  'month.closed',
  ({ month }) => month === 'open' || month === 'reopened',
);

const deciders = ({ vote, concerned }: Pick<ReviewDecision, 'vote' | 'concerned'>): number =>
  decidersOf(vote, concerned).length;

/** A decision of the reviewing body stands: in an open session, by those not concerned, by more than half of them, on item and fact (product §3.4). */
const decided: readonly Guard<ReviewDecision>[] = [
  inSession,
  monthOpen,
  must('review.recused', ({ vote, concerned }) => onlyDeciders(vote, concerned)),
  must(
    'review.too-few-deciders',
    (facts) => deciders(facts) >= LEAST_DECIDERS,
    (facts) => ({ deciders: deciders(facts), least: LEAST_DECIDERS }),
  ),
  must(
    'review.no-majority',
    ({ vote, concerned }) => hasDecided(vote, concerned),
    (facts) => ({ deciders: deciders(facts), least: Math.floor(deciders(facts) / 2) + 1 }),
  ),
  must('review.no-citation', ({ cites }) => cites),
  ...twoPersonsWhere,
];

type Acts = 'review.take' | 'review.accept' | 'review.adjust' | 'review.decline' | 'review.refer';

/** The rows of a line in the review 初评 (§三(二)); a decision can be taken up again while the month is open. */
export const reviewRows: { readonly [A in Acts]: Row<LineState, LineActs[A]> } = {
  'review.take': {
    from: ['submitted', 'accepted', 'adjusted', 'declined', 'referred'],
    by: ['committee', 'secretary'],
    guards: [inSession, monthOpen, must('declaration.not-verified', ({ verified }) => verified), ...heard],
    to: 'in-review',
  },
  'review.accept': {
    from: ['in-review'],
    by: ['committee', 'secretary'],
    // What its subject contests, of openings, is kept with a reason or not at all (decision 022).
    guards: [...decided, must('reason.missing', ({ reasonNeeded, reason }) => !reasonNeeded || reason.trim() !== '')],
    to: 'accepted',
  },
  'review.adjust': {
    from: ['in-review'],
    by: ['committee', 'secretary'],
    guards: [...decided, reasoned],
    to: 'adjusted',
  },
  'review.decline': {
    from: ['in-review'],
    by: ['committee', 'secretary'],
    guards: [...decided, reasoned],
    to: 'declined',
  },
  'review.refer': {
    from: ['in-review'],
    by: ['committee', 'secretary'],
    // A body that is evenly split cannot decide either; the meeting then does, so that no line is left lying.
    guards: [inSession, must('review.can-decide', ({ vote, concerned }) => !hasDecided(vote, concerned))],
    to: 'referred',
  },
};
