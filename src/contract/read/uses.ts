import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';
import { matterAnswer } from './process.ts';

const branch = { branch: id };
const year = z.string().regex(/^\d{4}$/);
const bin = z.strictObject({ from: z.int().optional(), to: z.int().optional(), count: z.int() });
const row = z.strictObject({
  member: id,
  total: z.int(),
  rank: z.int().nullable(),
  of: z.int().nullable(),
  position: z.string().nullable(),
  unranked: z.string().nullable(),
  grade: z.string().nullable(),
  vetoed: z.boolean(),
});

/** The reads of the end of the year 年度结算与运用查询: the year as it computes now, what followed from it, what observers raised. */
export const usesReads = {
  'settlement.draw': read(
    'signed-in',
    'The year as it computes now: every member’s total, the distribution, and the same of the sealed snapshot that stands',
    z.strictObject({ ...branch, year }),
    z.strictObject({
      asOf: day,
      /** The last day of the year: before it no grade is proposed. */
      last: day,
      /** The digest of what computes now: what was previewed is sealed only while it is the same. */
      digest: z.string(),
      decimals: z.int(),
      base: z.int().optional(),
      rows: z.array(row),
      distribution: z.array(bin).nullable(),
      sealed: z.strictObject({ number: z.int(), rows: z.array(row) }).nullable(),
    }),
  ),
  'consequence.list': read(
    'signed-in',
    'Appraisals and what follows from a year; a superior sees the talks and dispositions alone, which it orders and approves',
    z.strictObject({ ...branch, year: z.exactOptional(year) }),
    z.strictObject({ matters: z.array(matterAnswer) }),
  ),
  'concern.list': read(
    'signed-in',
    'The concerns that reached a superior; the words of those that were taken up, and no case number',
    z.strictObject(branch),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          id,
          state: z.string(),
          revision: z.int(),
          day,
          words: z.string().optional(),
          to: id.optional(),
          answer: z.string().optional(),
          ended: day.optional(),
        }),
      ),
    }),
  ),
} as const;
