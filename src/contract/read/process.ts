import { z } from 'zod';
import { claimed, people } from '#contract/act/words.ts';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';
import { evidenceFile } from '#contract/evidence.ts';
import { statusAnswer } from '#contract/member.ts';
import { list, page } from './page.ts';

const text = z.string().max(20_000);
const instant = z.string().max(40);

/** The hearing of a line as its people see it. */
export const hearingAnswer = z.strictObject({
  id,
  state: z.string(),
  revision: z.int(),
  start: day,
  last: day,
  provisional: z.boolean(),
  answer: z.string().optional(),
  words: text.optional(),
});

/** A line 事项 as seen: who reported another member is never among it; `declarant` is absent then and reads 由党员反映. */
export const lineAnswer = z.strictObject({
  id,
  state: z.string(),
  revision: z.int(),
  subject: id,
  month: z.string(),
  origin: z.string(),
  declarant: id.optional(),
  fact: claimed,
  points: z.int().optional(),
  deduction: z.boolean(),
  words: text.optional(),
  hearing: hearingAnswer.optional(),
  decision: z
    .strictObject({
      as: z.string(),
      review: id,
      ayes: people,
      by: id,
      second: id.optional(),
      reason: text.optional(),
      fact: claimed.optional(),
    })
    .optional(),
  motion: id.optional(),
  entry: z.int().optional(),
  reversal: z.int().optional(),
  evidence: z.array(evidenceFile).optional(),
  supplementTo: z.string().optional(),
});

/** Any other matter of the process, with its content. */
export const matterAnswer = z.strictObject({
  noun: z.string(),
  id,
  state: z.string(),
  revision: z.int(),
  subject: id.optional(),
  period: z.string().optional(),
  parent: id.optional(),
  content: z.record(z.string(), z.json()),
  changed: instant,
});

/** A sealed document. */
export const documentAnswer = z.strictObject({
  kind: z.string(),
  number: z.int(),
  period: z.string().nullable(),
  supersedes: z.int().nullable(),
  sealed: instant,
  text: z.string(),
  /** The hash of the event that seals it, by which a printed sheet is checked. */
  fingerprint: z.string(),
});

const entryAnswer = z.strictObject({
  number: z.int(),
  member: id,
  fact: claimed,
  at: instant,
  reverses: z.int().nullable(),
});

const accessAnswer = z.strictObject({
  at: instant,
  viewer: id,
  action: z.string(),
  reason: z.string().nullable(),
  set: z.string(),
});

const branch = { branch: id };
const ofBranch = z.strictObject(branch);
const matters = z.strictObject({
  ...branch,
  ...page,
  id: z.exactOptional(id),
  period: z.exactOptional(z.string().max(20)),
});
const documents = z.strictObject({ ...branch, period: z.exactOptional(z.string().max(20)) });
const both = z.strictObject({ matters: z.array(matterAnswer), documents: z.array(documentAnswer) });

/** What is read of the process 查询. */
export const processReads = {
  'declaration.list': read(
    'signed-in',
    'The lines of the branch, or one’s own',
    z.strictObject({
      ...branch,
      ...page,
      state: z.exactOptional(z.string().max(200)),
      month: z.exactOptional(z.string().max(10)),
      member: z.exactOptional(id),
    }),
    list(lineAnswer),
  ),
  'ledger.show': read(
    'signed-in',
    'The entries of a member with their reversals',
    z.strictObject({ ...branch, member: id }),
    z.strictObject({ entries: z.array(entryAnswer) }),
  ),
  'access.show': read(
    'signed-in',
    'Who looked at one’s record',
    z.strictObject({ ...branch, member: id }),
    z.strictObject({ rows: z.array(accessAnswer) }),
  ),
  'roster.show': read(
    'signed-in',
    'The roster with its dated standings',
    ofBranch,
    z.strictObject({
      members: z.array(
        z.strictObject({
          id,
          code: z.string(),
          name: z.string(),
          history: z.array(statusAnswer),
        }),
      ),
    }),
  ),
  'assembly.show': read('signed-in', 'General meetings with their motions and minutes', matters, both),
  'register.show': read('signed-in', 'Registers, with those sealed', documents, both),
  'notice.show': read('signed-in', 'Notices, with those posted', documents, both),
  'objection.show': read('signed-in', 'Objections, or one’s own', matters, both),
  'settlement.show': read('signed-in', 'Settlements, with those sealed', documents, both),
  'filing.show': read('signed-in', 'Filings', documents, both),
  'setting.show': read('signed-in', 'The settings of the branch', ofBranch, both),
  'scheme.show': read('signed-in', 'The schemes of the branch', ofBranch, both),
  'line.open': read(
    'signed-in',
    'A superior opens raw lines of a member, with a reason that the branch sees',
    z.strictObject({ ...branch, member: id, reason: z.string().min(1).max(500) }),
    list(lineAnswer),
  ),
} as const;
