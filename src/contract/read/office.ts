import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';

const branch = { branch: id };
const ofBranch = z.strictObject(branch);
const text = z.string().max(20_000);
const window = { last: day, provisional: z.boolean() };
const matter = { id, state: z.string(), revision: z.int() };

/** What secretary, recorder and committee keep in view 支部台账查询: accounts, questions, appeals once served, relatives, absences, running terms. */
export const officeReads = {
  'account.list': read(
    'signed-in',
    'Who of the branch has an account, and the last slip of each; no sign-in names',
    ofBranch,
    z.strictObject({
      rows: z.array(
        z.strictObject({
          member: id,
          state: z.enum(['none', 'new', 'active', 'locked']),
          slip: z
            .strictObject({ issued: z.string(), until: z.string(), state: z.enum(['open', 'over', 'ended']) })
            .optional(),
        }),
      ),
    }),
  ),
  'question.list': read(
    'signed-in',
    'The questions about notices, with their terms',
    ofBranch,
    z.strictObject({
      rows: z.array(
        z.strictObject({
          ...matter,
          ...window,
          words: text,
          start: day,
          notice: id.optional(),
          answer: text.optional(),
          reason: text.optional(),
        }),
      ),
    }),
  ),
  'appeal.served': read(
    'signed-in',
    'The appeals that the superior has served on the branch; none before',
    ofBranch,
    z.strictObject({
      rows: z.array(
        z.strictObject({
          ...matter,
          member: id,
          about: z.enum(['line', 'total']),
          line: id.optional(),
          year: z.string().optional(),
          words: text,
          served: day,
          result: z.string().optional(),
          finding: text.optional(),
          answered: day.optional(),
          reportedAt: id.optional(),
        }),
      ),
    }),
  ),
  'relative.list': read(
    'signed-in',
    'The relatives that members have declared',
    ofBranch,
    z.strictObject({ rows: z.array(z.strictObject({ id, one: id, other: id })) }),
  ),
  'absence.list': read(
    'signed-in',
    'The long absences that members have asked for',
    ofBranch,
    z.strictObject({
      rows: z.array(
        z.strictObject({
          ...matter,
          member: id,
          from: day,
          to: day,
          consented: day.optional(),
          approved: day.optional(),
        }),
      ),
    }),
  ),
  'scheme.text': read(
    'signed-in',
    'A version of the scheme as adopted, the one in force unless told: its text and its content',
    z.strictObject({ ...branch, version: z.exactOptional(z.coerce.number().int().min(1).max(10_000)) }),
    z.strictObject({
      version: z.int(),
      effective: day,
      source: z.string(),
      document: z.record(z.string(), z.json()),
      versions: z.array(z.strictObject({ version: z.int(), effective: day, title: z.string(), inForce: z.boolean() })),
    }),
  ),
  'term.list': read(
    'signed-in',
    'The last days of notices and objections, as the calendar counts them today',
    ofBranch,
    z.strictObject({ rows: z.array(z.strictObject({ noun: z.enum(['notice', 'objection']), id, ...window })) }),
  ),
} as const;
