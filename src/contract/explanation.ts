import { z } from 'zod';
import { SCOPES } from '#domain/scheme/value.ts';
import { ADJUSTMENTS } from '#domain/score/explanation.ts';
import { amount, day } from './amount.ts';

/** A fact 事实 on the wire: what happened, as determined. */
export const fact = z.strictObject({
  item: z.string(),
  day,
  period: z.string().optional(),
  quantity: amount.optional(),
  level: z.string().optional(),
  points: amount.optional(),
  score: amount.optional(),
  rater: z.string().optional(),
  ref: z.string().optional(),
  note: z.string().optional(),
  /** The line that it was determined from; absent where it came with an opening or a transfer. */
  line: z.string().optional(),
});

/** One step by which a limit, factor or ground changed a node; `limit` bounds points, `count` occurrences. */
export const adjustment = z.strictObject({
  kind: z.enum(ADJUSTMENTS),
  delta: amount,
  limit: amount.optional(),
  count: z.int().optional(),
  per: z.enum([...SCOPES, 'whole']).optional(),
  key: z.string().optional(),
  ratio: z.strictObject({ num: z.int(), den: z.int() }).optional(),
  label: z.string().optional(),
  ref: z.string().optional(),
});

/** A node of the explanation 这分怎么来的: points = opens + children + adjustments. */
export const explanation = z.strictObject({
  kind: z.enum(['total', 'period', 'component', 'group', 'item', 'extra', 'fact', 'pool', 'missing', 'transfer']),
  id: z.string(),
  label: z.string(),
  points: amount,
  clause: z.string().optional(),
  source: z.enum(['example', 'inferred']).optional(),
  opens: amount.optional(),
  outside: amount.optional(),
  kept: amount.optional(),
  fact: fact.optional(),
  adjustments: z.array(adjustment),
  get children(): z.ZodArray<typeof explanation> {
    return z.array(explanation);
  },
});

/** A fact as sent. */
export type FactAnswer = z.infer<typeof fact>;
/** An adjustment as sent. */
export type AdjustmentAnswer = z.infer<typeof adjustment>;
/** A node of the explanation as sent. */
export type ExplanationAnswer = z.infer<typeof explanation>;
