import { files } from '#contract/act/files.ts';
import { meeting } from '#contract/act/meeting.ts';
import { scoring } from '#contract/act/scoring.ts';
import { supervision } from '#contract/act/supervision.ts';
import { year } from '#contract/act/year.ts';
import type { ActAction, InputOf } from '#contract/api.ts';
import type { Caller } from '#service/caller.ts';

/** The actions of the process. */
export const ACTIONS = Object.keys({ ...scoring, ...meeting, ...supervision, ...year, ...files }) as readonly Acted[];

/** One of them. */
export type Acted =
  | keyof typeof scoring
  | keyof typeof meeting
  | keyof typeof supervision
  | keyof typeof year
  | keyof typeof files;

/** An act to be attempted, whole. */
export type Attempt = {
  readonly action: Acted;
  readonly caller: Caller;
  readonly input: InputOf<ActAction>;
  readonly revision: number | undefined;
  readonly key: string | undefined;
  readonly wild: boolean;
};

/** What a sequence is mostly about 主题: the beginnings of its actions; without one, rare things would seldom come to their end in thirty attempts. */
export const THEMES = {
  sitting: ['assembly.', 'motion.', 'quarter.', 'register.', 'line.', 'minutes.', 'second.'],
  review: ['review.', 'hearing.', 'month.', 'second.', 'declaration.submit', 'declaration.confirm'],
  report: ['declaration.', 'verifier.', 'reporter.', 'hearing.', 'second.', 'review.'],
  veto: ['veto.', 'hearing.', 'second.'],
  objection: ['objection.', 'assembly.', 'register.', 'quarter.', 'notice.'],
  appeal: ['appeal.', 'assembly.'],
  voice: ['question.', 'concern.', 'notice.'],
  scheme: ['scheme.', 'assembly.', 'motion.', 'second.'],
  absence: ['absence.', 'assembly.', 'motion.'],
  year: ['settlement.', 'filing.', 'notice.', 'second.', 'objection.'],
  files: ['roster.', 'transfer.', 'member.', 'setting.', 'relative.', 'declaration.'],
} as const;

/** One of them. */
export type Theme = keyof typeof THEMES;
