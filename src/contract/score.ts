import { z } from 'zod';
import { UNRANKED } from '#domain/outcome/branch-year.ts';
import { GRADE_REASONS } from '#domain/outcome/grade.ts';
import { amount, day } from './amount.ts';
import { explanation } from './explanation.ts';
import { memberAnswer } from './member.ts';

/** A member's own score 积分: total, rank, proposed grade with its reason, and the tree that explains it. No words, no other member. */
export const scoreAnswer = z.strictObject({
  member: memberAnswer,
  asOf: day,
  year: z.strictObject({ from: day, to: day }),
  state: z.enum(['expected', 'determined']),
  scheme: z.strictObject({ title: z.string(), version: z.int(), full: amount.optional() }),
  total: amount,
  /** The total if every line that waits were determined as it stands now, and how many wait; null where none does. */
  pending: z.strictObject({ total: amount, lines: z.int() }).nullable(),
  vetoed: z.boolean(),
  components: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      clause: z.string().optional(),
      points: amount,
      full: amount.optional(),
    }),
  ),
  /** `category` is the one within which the scheme ranks, by its label. */
  rank: z
    .strictObject({
      rank: z.int(),
      of: z.int(),
      position: z.enum(['front', 'middle', 'rear']),
      category: z.string().optional(),
    })
    .nullable(),
  unranked: z.enum(UNRANKED).nullable(),
  proposal: z.strictObject({
    grade: z.string().nullable(),
    reason: z.enum(GRADE_REASONS),
    clause: z.string().optional(),
    note: z.string().optional(),
  }),
  warnings: z.array(z.string()),
  explanation,
});

/** A score as sent. */
export type ScoreAnswer = z.infer<typeof scoreAnswer>;

/** A score without its tree: what a member's home shows. */
export const scoreBrief = scoreAnswer.omit({ explanation: true });

/** A score without its tree, as sent. */
export type ScoreBrief = z.infer<typeof scoreBrief>;
