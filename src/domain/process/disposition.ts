import { type Proposal, proposable } from './consequence.ts';
import { type ByMotion, carried, type Heard, heard, type Reasoned, reasoned } from './guards.ts';
import { type Guard, must, NONE, type Row, type Step } from './step.ts';

/** The rungs of the ladder for the unqualified 组织处置, lowest first: listed, reminded, criticised and helped, improving, urged to leave, removed. */
export const LADDER = ['listed', 'reminded', 'criticised', 'improving', 'urged', 'removed'] as const;

/** The states of a disposition: a rung, ended because the member improved, or held to have left by itself 自行脱党. */
export type DispositionState = (typeof LADDER)[number] | 'ended' | 'left';

/** What a legal rung needs: the member heard, the meeting's vote, the number of the superior's approval. */
export type Legal = ByMotion & Heard & { readonly approval: string };

/** Months without organisation life, dues or work 连续六个月 after which a member may be held to have left by itself (product §3.12). */
export const MONTHS_AWAY = 6;

/** What each act must know; `belowBase` says that the annual total lies below base, `improvement` is how the improvement went. */
export type DispositionActs = {
  'disposition.list': Proposal & ByMotion & Heard & { readonly belowBase: boolean };
  'disposition.remind': Proposal;
  'disposition.criticise': Proposal;
  'disposition.improve': Proposal & Legal;
  'disposition.urge': Proposal & Legal & { readonly improvement: 'running' | 'met' | 'missed' };
  'disposition.remove': Proposal & Legal;
  'disposition.leave': Proposal & Legal & { readonly monthsAway: number };
  'disposition.end': Reasoned;
};

const legal: readonly Guard<Proposal & Legal>[] = [
  ...proposable,
  ...heard,
  carried,
  must('disposition.no-approval', ({ approval }) => approval.trim() !== ''),
];

/** One rung of the ladder: only from the one below it. */
function rung<Facts>(
  from: DispositionState,
  to: DispositionState,
  guards: readonly Guard<Facts>[],
): Row<DispositionState, Facts> {
  return { from: [from], by: ['secretary'], guards, to };
}

/** The disposition ladder 组织处置 (§四(四), product §3.12): no rung is skipped; the legal rungs need the meeting's vote and the superior's approval. */
export const disposition: Step<DispositionState, DispositionActs> = {
  noun: 'disposition',
  term: '组织处置',
  clause: '§四(四)',
  stages: LADDER.map((state) => [state]),
  aside: ['ended', 'left'],
  final: ['removed', 'ended', 'left'],
  blocked: 'disposition.skips',
  rows: {
    'disposition.list': {
      from: [NONE],
      by: ['secretary'],
      guards: [...proposable, must('disposition.not-below-base', ({ belowBase }) => belowBase), ...heard, carried],
      to: 'listed',
    },
    'disposition.remind': rung('listed', 'reminded', proposable),
    'disposition.criticise': rung('reminded', 'criticised', proposable),
    'disposition.improve': rung('criticised', 'improving', legal),
    'disposition.urge': rung('improving', 'urged', [
      must('disposition.improvement-running', ({ improvement }) => improvement !== 'running'),
      must('disposition.improved', ({ improvement }) => improvement !== 'met'),
      ...legal,
    ]),
    'disposition.remove': rung('urged', 'removed', legal),
    'disposition.leave': {
      from: ['listed', 'reminded', 'criticised', 'improving', 'urged'],
      by: ['secretary'],
      guards: [
        must(
          'disposition.not-away',
          ({ monthsAway }) => monthsAway >= MONTHS_AWAY,
          () => ({ least: MONTHS_AWAY }),
        ),
        ...legal,
      ],
      to: 'left',
    },
    'disposition.end': {
      from: ['listed', 'reminded', 'criticised', 'improving', 'urged'],
      by: ['secretary'],
      guards: [reasoned],
      to: 'ended',
    },
  },
};
