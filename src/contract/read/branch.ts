import { z } from 'zod';
import { amount, day } from '#contract/amount.ts';
import { branchAnswer } from '#contract/branch.ts';
import { id, read } from '#contract/endpoint.ts';
import { memberList } from '#contract/member.ts';
import { scoreAnswer, scoreBrief } from '#contract/score.ts';

const branch = { branch: id };
const year = z.string().regex(/^\d{4}$/);

/** What a fact under an item has to say: nothing more, yes or no, a level, how much, judged points, or a score from outside. */
export const ASKS = ['nothing', 'yes', 'level', 'quantity', 'points', 'score'] as const;

/** An item 项目 as it can be declared: where it stands, what it asks for, and what it is worth to whoever asks. */
export const itemAnswer = z.strictObject({
  id: z.string(),
  label: z.string(),
  clause: z.string().optional(),
  source: z.enum(['example', 'inferred']).optional(),
  note: z.string().optional(),
  component: z.strictObject({ id: z.string(), label: z.string() }),
  group: z.string().optional(),
  asks: z.enum(ASKS),
  /** Worth of one unit or of yes, where it is one number. */
  worth: amount.optional(),
  per: amount.optional(),
  unit: z.string().optional(),
  levels: z.array(z.strictObject({ label: z.string(), worth: amount })).optional(),
  from: amount.optional(),
  to: amount.optional(),
  basis: z.string().optional(),
  /** Whether members may declare it themselves. */
  declare: z.boolean(),
  evidence: z.enum(['required', 'optional']),
  deduction: z.boolean(),
  /** Opening points of a component: named where they stand, and entered by a sheet of openings alone. */
  opening: z.literal(true).optional(),
});

const counts = z.record(z.string(), z.int());

/** A month 月份 with the quarter that it belongs to; `lines` counts one's own, or the branch's for the office. */
export const monthAnswer = z.strictObject({
  id,
  state: z.string(),
  revision: z.int(),
  quarter: z.strictObject({ id, state: z.string(), revision: z.int() }).optional(),
  /** Whether the caller has confirmed it. */
  confirmed: z.boolean(),
  /** How many members have confirmed it; for the office alone. */
  confirmations: z.int().optional(),
  lines: counts,
});

/** The reads of a branch for who belongs to it 支部查询: members, scheme's items, months, scores. */
export const branchReads = {
  'branch.show': read('signed-in', 'What the branch shows to everyone', z.strictObject(branch), branchAnswer),
  'member.list': read(
    'signed-in',
    'The members of the branch by strokes of the surname',
    z.strictObject(branch),
    memberList,
  ),
  'item.list': read(
    'signed-in',
    'The items of the scheme in force on a day, and its grounds of veto',
    z.strictObject({ ...branch, day: z.exactOptional(day) }),
    z.strictObject({
      scheme: z.strictObject({ title: z.string(), version: z.int(), effective: day }),
      items: z.array(itemAnswer),
      vetoes: z.array(z.strictObject({ id: z.string(), label: z.string(), clause: z.string().optional() })),
    }),
  ),
  'month.list': read(
    'signed-in',
    'The months of a year with their quarters, and how many lines stand where; without a year this one’s and what of earlier ones is still open',
    z.strictObject({ ...branch, year: z.exactOptional(year) }),
    z.strictObject({ year, months: z.array(monthAnswer) }),
  ),
  'score.show': read(
    'signed-in',
    'A member’s score with the tree that explains it',
    z.strictObject({ ...branch, member: id, year: z.exactOptional(year) }),
    scoreAnswer,
  ),
  'score.brief': read(
    'signed-in',
    'A member’s score without the tree',
    z.strictObject({ ...branch, member: id, year: z.exactOptional(year) }),
    scoreBrief,
  ),
  'score.course': read(
    'signed-in',
    'How a member’s total went through the year, by the last day of each month',
    z.strictObject({ ...branch, member: id, year: z.exactOptional(year) }),
    z.strictObject({ year, points: z.array(z.strictObject({ day, total: amount })) }),
  ),
} as const;
