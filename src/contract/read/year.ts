import { z } from 'zod';
import { mapped } from '#contract/act/dossier.ts';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';
import { statusAnswer } from '#contract/member.ts';
import { list, page } from './page.ts';
import { matterAnswer } from './process.ts';

const branch = { branch: id };
const year = z.string().regex(/^\d{4}$/);

/** A rank, and what it is the rank of: null where the member has none, with the reason. */
const rankAnswer = z.strictObject({
  member: id,
  total: z.int(),
  rank: z.int().nullable(),
  of: z.int().nullable(),
  position: z.string().nullable(),
  unranked: z.string().nullable(),
});

/** A row of the distribution: nobody can be picked out of it. */
const bin = z.strictObject({ from: z.int().optional(), to: z.int().optional(), count: z.int() });

/** The reads of ranks, files, roll-ups and appeals 排名、档案、汇总、申诉查询. */
export const yearReads = {
  'rank.show': read(
    'signed-in',
    'The ranks of the branch, or one’s own: sealed where the year is, else expected',
    z.strictObject({ ...branch, ...page, year: z.exactOptional(year), member: z.exactOptional(id) }),
    z.strictObject({
      year,
      state: z.enum(['sealed', 'expected']),
      asOf: day,
      rows: z.array(rankAnswer),
      next: z.string().nullable(),
    }),
  ),
  'appeal.show': read(
    'signed-in',
    'One’s own appeals, asked in one’s branch; all appeals, asked by the superior in its own organisation',
    z.strictObject({ ...branch, ...page }),
    list(
      z.strictObject({
        id,
        at: id,
        state: z.string(),
        revision: z.int(),
        branch: id,
        member: id,
        about: z.enum(['line', 'total']),
        year: z.string(),
        line: id.optional(),
        words: z.string(),
        start: day,
        last: day,
        provisional: z.boolean(),
        served: day.optional(),
        investigator: id.optional(),
        result: z.string().optional(),
        finding: z.string().optional(),
        answered: day.optional(),
      }),
    ),
  ),
  'dossier.show': read(
    'signed-in',
    'The file of a member, or without a member the imports',
    z.strictObject({ ...branch, ...page, member: z.exactOptional(id) }),
    z.strictObject({
      member: z
        .strictObject({
          id,
          code: z.string(),
          name: z.string(),
          history: z.array(statusAnswer),
          years: z.array(rankAnswer.extend({ year, grade: z.string().nullable() })),
        })
        .nullable(),
      rows: z.array(matterAnswer),
      next: z.string().nullable(),
      /** Of the imports: how headings were read that a person explained, for the next file. */
      mapping: z.strictObject({ roster: mapped, facts: mapped, points: mapped }).optional(),
    }),
  ),
  'rollup.show': read(
    'signed-in',
    'The branches below a superior: how many members, and the distribution of totals without names',
    z.strictObject({ ...branch, ...page, year: z.exactOptional(year) }),
    list(
      z.strictObject({
        branch: id,
        name: z.string(),
        members: z.int(),
        asOf: day.nullable(),
        distribution: z.array(bin).nullable(),
        settlement: z.string().nullable(),
        filing: z.string().nullable(),
      }),
    ),
  ),
  'scheme.try': read(
    'signed-in',
    'What a drafted scheme would have made of a year’s facts',
    z.strictObject({ ...branch, ...page, id, year }),
    z.strictObject({
      asOf: day,
      rows: z.array(
        z.strictObject({
          member: id,
          before: z.strictObject({ total: z.int(), rank: z.int().nullable() }),
          after: z.strictObject({ total: z.int(), rank: z.int().nullable() }),
        }),
      ),
      next: z.string().nullable(),
    }),
  ),
} as const;
