import { z } from 'zod';
import { people } from '#contract/act/words.ts';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';
import { BARRED_BY } from '#domain/process/recusal.ts';
import { hearingAnswer, lineAnswer } from './process.ts';

const count = z.int().min(0);

/** A session of the review 初评会议: who belongs to the body, who came, how many must come. */
export const sessionOfReview = z.strictObject({
  id,
  state: z.string(),
  revision: z.int(),
  month: z.string(),
  day,
  body: z.enum(['committee', 'branch-meeting']),
  of: people,
  present: people,
  least: count,
});

/** A line as a session sees it 待审事项: who decides it and who is barred is computed by the rules; a reporter looks like anyone who stepped back. */
export const reviewedLine = lineAnswer.extend({
  /** The item in the scheme of its day. */
  item: z.strictObject({ label: z.string(), clause: z.string().optional() }),
  deciders: people,
  /** Why is told where it can point to no reporter. */
  barred: z.array(z.strictObject({ person: id, why: z.enum(BARRED_BY).optional() })),
  /** How many ayes decide. */
  ayes: count,
  /** Whether the decision needs a second person. */
  two: z.boolean(),
  /** What waits for a second person: the act, and who asked for it. */
  second: z.strictObject({ id, revision: z.int(), by: id, action: z.string() }).optional(),
  /** Whether it lies before this session now. */
  here: z.boolean(),
  /** Why it cannot be taken up now: the code of the refusal; absent where it can. */
  not: z.string().optional(),
});

/** A veto as the office sees it 一票否决. */
export const vetoAnswer = z.strictObject({
  id,
  state: z.string(),
  revision: z.int(),
  subject: id,
  ground: z.string(),
  words: z.string(),
  by: id,
  since: day,
  finding: z.strictObject({ body: z.string(), number: z.string(), day, year: z.int().optional() }).optional(),
  withdrawal: z.string().optional(),
  reason: z.string().optional(),
  hearing: hearingAnswer.optional(),
});

const branch = { branch: id };

/** What is read of reviews and vetoes 初评与否决查询. */
export const reviewReads = {
  'review.list': read(
    'signed-in',
    'The sessions of the review, latest first',
    z.strictObject(branch),
    z.strictObject({ rows: z.array(sessionOfReview) }),
  ),
  'review.follow': read(
    'signed-in',
    'A session of the review as it goes on: the lines of its month, who decides each and who is barred',
    z.strictObject({ ...branch, id }),
    z.strictObject({ session: sessionOfReview, monthState: z.string(), lines: z.array(reviewedLine) }),
  ),
  'veto.list': read(
    'signed-in',
    'The vetoes of the branch with their hearings',
    z.strictObject(branch),
    z.strictObject({ rows: z.array(vetoAnswer) }),
  ),
} as const;
