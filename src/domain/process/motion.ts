import type { AssemblyState } from './assembly.ts';
import { type Counts, countFault, LEAST_ON_SCREEN, screenOffered, type VotingWay } from './ballot.ts';
import { type Reasoned, reasoned } from './guards.ts';
import { type Guard, must, NONE, type Params, type Step } from './step.ts';
import { ayesNeeded, canPass, hasQuorum, quorumOf, type VotingLaw } from './voting.ts';

/** The states of a motion 表决; whether it passed is the result of its counts (ballot.ts). */
export type MotionState = 'put' | 'open' | 'counted' | 'deferred';

/** The numbers of a vote: N entitled on the frozen roll, entitled members present, those of them without a vote on this motion. */
export type Poll = {
  readonly entitled: number;
  readonly present: number;
  readonly notVoting: number;
  readonly law: VotingLaw;
};

/** What each act on a motion must know; `knowing` says that the chair was told that nothing can pass and goes on. */
export type MotionActs = {
  'motion.put': {
    readonly assembly: AssemblyState;
    readonly kind: 'bundle' | 'contested' | 'other';
    readonly contested: number;
  };
  'motion.open': Poll & { readonly briefed: boolean; readonly way: VotingWay; readonly knowing: boolean };
  'motion.cast': {
    readonly way: VotingWay;
    readonly entitled: boolean;
    readonly present: boolean;
    readonly ownLine: boolean;
    readonly hasVoted: boolean;
  };
  'motion.count': Poll & { readonly counts: Counts };
  'motion.defer': Reasoned & { readonly votes: number };
};

const quorum: Guard<Poll> = must(
  'motion.no-quorum',
  ({ entitled, present, law }) => hasQuorum(entitled, present, law),
  ({ entitled, present, law }): Params => ({ entitled, present, least: quorumOf(entitled, law) }),
);

/** The motion 表决 (§三(三), product §3.6): put, open for voting once the quorum is there, counted once, or deferred. */
export const motion: Step<MotionState, MotionActs> = {
  noun: 'motion',
  term: '表决',
  clause: '§三(三)',
  stages: [['put'], ['open'], ['counted']],
  aside: ['deferred'],
  final: ['counted', 'deferred'],
  blocked: 'motion.not-open',
  blockedIn: { open: 'motion.still-open', counted: 'motion.counted' },
  rows: {
    'motion.put': {
      from: [NONE],
      by: ['secretary'],
      guards: [
        must('assembly.not-open', ({ assembly }) => assembly === 'open'),
        must('motion.contested-alone', ({ kind, contested }) => contested === (kind === 'contested' ? 1 : 0)),
      ],
      to: 'put',
    },
    'motion.open': {
      from: ['put'],
      by: ['secretary'],
      guards: [
        must('motion.not-briefed', ({ briefed }) => briefed),
        quorum,
        must(
          'motion.cannot-pass',
          ({ entitled, present, notVoting, law, knowing }) => knowing || canPass(entitled, present, notVoting, law),
          ({ entitled, present, notVoting, law }) => ({
            entitled,
            voters: present - notVoting,
            least: ayesNeeded(entitled, law),
          }),
        ),
        must(
          'motion.screen-too-few',
          ({ way, present, notVoting }) => way !== 'screen' || screenOffered(present - notVoting),
          () => ({ least: LEAST_ON_SCREEN }),
        ),
      ],
      to: 'open',
    },
    'motion.cast': {
      from: ['open'],
      by: ['voter'],
      guards: [
        must('motion.not-on-screen', ({ way }) => way === 'screen'),
        must('motion.not-entitled', ({ entitled }) => entitled),
        must('motion.not-present', ({ present }) => present),
        must('motion.own-line', ({ ownLine }) => !ownLine),
        must('motion.voted-already', ({ hasVoted }) => !hasVoted),
      ],
      to: 'same',
    },
    'motion.count': {
      from: ['open'],
      by: ['recorder'],
      guards: [quorum, ...faults()],
      to: 'counted',
    },
    'motion.defer': {
      from: ['put', 'open'],
      by: ['secretary'],
      // Once someone has voted, the vote is counted: deferring may not bury a result.
      guards: [must('motion.vote-begun', ({ votes }) => votes === 0), reasoned],
      to: 'deferred',
    },
  },
};

function faults(): readonly Guard<MotionActs['motion.count']>[] {
  const codes = [
    'motion.counts-not-whole',
    'motion.too-many-votes',
    'motion.too-many-ballots',
    'motion.ballots-differ',
  ] as const;
  return codes.map((code) =>
    must(
      code,
      ({ counts, present, notVoting }) => countFault(counts, present, notVoting) !== code,
      ({ present, notVoting }) => ({ voters: present - notVoting }),
    ),
  );
}
