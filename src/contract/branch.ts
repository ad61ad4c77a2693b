import { z } from 'zod';
import { amount, day } from './amount.ts';

/** A bar of the distribution 分布: how many totals lie in [from, to); never fewer than three people, an open end has no number. */
export const bin = z.strictObject({ from: amount.optional(), to: amount.optional(), count: z.int().min(3) });

/** What a branch shows of itself to everyone on its standing board (product §6): no name, no single total. */
export const branchAnswer = z.strictObject({
  name: z.string(),
  demo: z.boolean(),
  board: z.string().meta({ description: 'The path of the standing board.' }),
  asOf: day,
  year: z.strictObject({ from: day, to: day }),
  scheme: z.strictObject({ title: z.string(), organisation: z.string().optional(), version: z.int(), effective: day }),
  members: z.int(),
  categories: z.array(z.strictObject({ label: z.string(), count: z.int() })),
  distribution: z
    .strictObject({ state: z.enum(['expected', 'determined']), bins: z.array(bin) })
    .optional()
    .meta({ description: 'Left out where the branch is so small that a total could be told.' }),
});

/** A branch as sent. */
export type BranchAnswer = z.infer<typeof branchAnswer>;
