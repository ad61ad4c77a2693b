import { ACTIONS, type Acted, THEMES, type Theme } from './acted.ts';
import { meetingMoves } from './moves-meeting.ts';
import { scoringMoves } from './moves-scoring.ts';
import { supervisionMoves } from './moves-supervision.ts';
import { filesMoves, yearMoves } from './moves-year.ts';
import type { Moves } from './scene.ts';

/** What could be done next, by action; a missing one does not compile. */
export const moves: Moves<Acted> = {
  ...scoringMoves,
  ...meetingMoves,
  ...supervisionMoves,
  ...yearMoves,
  ...filesMoves,
};

/** What begins something new, and what ends it before its time: seldom, for these can nearly always be done. */
const SELDOM: { readonly [A in Acted]?: number } = {
  'month.open': 1.5,
  'quarter.open': 2,
  'assembly.convene': 2,
  'assembly.lapse': 0.7,
  'minutes.draft': 1,
  'minutes.sign': 1,
  'notice.draft': 0.7,
  'notice.file': 1,
  'hearing.undo': 0.5,
  'declaration.undo': 0.5,
  'review.undo': 1,
  'appeal.assign': 2,
  'objection.assign': 2,
  'assembly.close': 0.8,
  'register.seal': 3,
  'month.confirm': 0.4,
  'month.reopen': 0.3,
  'declaration.draft': 1.2,
  'declaration.discard': 0.3,
  'declaration.withdraw': 0.3,
  'declaration.edit': 0.5,
  'declaration.enter': 0.3,
  'declaration.batch': 0.25,
  'declaration.prefill': 0.25,
  'relative.declare': 0.25,
  'verifier.draw': 0.5,
  'reporter.read': 0.6,
  'review.convene': 1.2,
  'review.cancel': 0.25,
  'review.recuse': 0.6,
  'review.propose': 0.5,
  'veto.propose': 0.3,
  'veto.drop': 0.3,
  'veto.lift': 3,
  'second.refuse': 0.4,
  'assembly.cancel': 0.2,
  'absence.ask': 0.15,
  'absence.consent': 0.4,
  'motion.defer': 0.3,
  'line.reverse': 0.5,
  'minutes.edit': 0.4,
  'register.supplement': 0.25,
  'register.redraw': 2,
  'notice.edit': 0.4,
  'notice.return': 0.4,
  'notice.withdraw': 0.3,
  'notice.feedback': 0.6,
  'notice.mask': 0.4,
  'objection.raise': 0.5,
  'objection.withdraw': 0.4,
  'appeal.lodge': 0.5,
  'appeal.withdraw': 0.4,
  'question.raise': 0.5,
  'question.forward': 0.4,
  'question.decline': 0.4,
  'concern.raise': 0.4,
  'concern.decline': 0.4,
  'concern.follow': 0.6,
  'settlement.preview': 0.5,
  'settlement.amend': 1.5,
  'scheme.draft': 0.25,
  'scheme.edit': 0.4,
  'scheme.discard': 0.3,
  'setting.change': 0.15,
  'roster.add': 0.12,
  'roster.change': 0.12,
  'transfer.close': 0.1,
  'transfer.open': 0.12,
  'member.lend': 0.12,
};

/** What carries a matter on. */
const OFTEN = 5;

/** Actions, each with its place on a line of weights. */
export type Weighed = readonly (readonly [action: Acted, until: number])[];

function weighed(actions: readonly Acted[]): Weighed {
  let sum = 0;
  return actions.map((action) => {
    sum += SELDOM[action] ?? OFTEN;
    return [action, sum] as const;
  });
}

/** Every action. */
export const ALL_ACTIONS = weighed(ACTIONS);

/** The actions of each theme. */
export const OF_THEME = Object.fromEntries(
  Object.entries(THEMES).map(([theme, begins]) => [
    theme,
    weighed(ACTIONS.filter((action) => begins.some((one) => action.startsWith(one)))),
  ]),
) as Readonly<Record<Theme, Weighed>>;
