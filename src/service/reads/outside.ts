import type { AnswerOf, InputOf } from '#contract/api.ts';
import { showBranch } from '#service/branch.ts';
import type { Context } from '#service/context.ts';
import type { Reading } from '#service/reading.ts';
import { showBrief, showCourse, showScore } from '#service/score.ts';
import { showRanks, trySchemeOn } from './ranks.ts';
import { showRollup } from './rollup.ts';
import { showOperation, verifyChainOf } from './soundness.ts';
import { drawYear } from './uses.ts';

/** The reads that compute for long: their right is asked and noted first, then they read one state without holding up who writes. */
export type OutsideRead =
  | 'branch.show'
  | 'score.show'
  | 'score.brief'
  | 'score.course'
  | 'rank.show'
  | 'settlement.draw'
  | 'scheme.try'
  | 'rollup.show'
  | 'chain.verify'
  | 'operation.show';

/** Read → what is asked for before it, and how it is answered; a missing or wrong one does not compile. */
export const outside: {
  readonly [A in OutsideRead]: {
    readonly allow: (reading: Reading, input: InputOf<A>) => Promise<void>;
    readonly answer: (context: Context, input: InputOf<A>) => Promise<AnswerOf<A>>;
  };
} = {
  'branch.show': {
    allow: async (reading) => await reading.allow([], '#branch'),
    answer: async (context, { branch }) => await showBranch(context, branch),
  },
  'score.show': { allow: async (reading, { member }) => await reading.allow([member], member), answer: showScore },
  'score.brief': { allow: async (reading, { member }) => await reading.allow([member], member), answer: showBrief },
  'score.course': { allow: async (reading, { member }) => await reading.allow([member], member), answer: showCourse },
  'rank.show': {
    allow: async (reading, { member }) => await reading.allow(member === undefined ? [] : [member], member ?? '#ranks'),
    answer: showRanks,
  },
  'settlement.draw': { allow: async (reading) => await reading.allow([], '#ranks'), answer: drawYear },
  'scheme.try': { allow: async (reading) => await reading.allow([], '#scheme-trial'), answer: trySchemeOn },
  'rollup.show': { allow: async (reading) => await reading.allow([], '#rollup'), answer: showRollup },
  'chain.verify': { allow: async (reading) => await reading.allow([], '#chain'), answer: verifyChainOf },
  'operation.show': { allow: async (reading) => await reading.allow([], '#operation'), answer: showOperation },
};
