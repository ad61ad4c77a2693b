import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';
import { WORK_KINDS, WORK_OWERS } from '#domain/process/work/kinds.ts';
import { page } from './page.ts';

/** One row of what is owed 待办: never a reporter, never why points are deducted. */
export const workRow = z.strictObject({
  kind: z.enum(WORK_KINDS),
  /** The matter that is acted on: a month's rows have the month, those of a quarter without a meeting the quarter. */
  noun: z.string(),
  id,
  revision: z.int().optional(),
  /** The branch in which it lies, where that is not the one asked: a superior's rows. */
  at: id.optional(),
  /** The item's label in the scheme, or the words of the motion, agenda, scheme or import themselves. */
  title: z.string().optional(),
  /** The month, quarter or year that it is of. */
  period: z.string().optional(),
  /** How many lines a row of a month stands for. */
  count: z.int().optional(),
  /** The member whom it concerns. */
  who: id.optional(),
  owedBy: z.enum(WORK_OWERS),
  /** Whom it is owed to: a person by id, `branch`, `superior` or `meeting`. */
  owedTo: z.string().optional(),
  /** Of what waits for a second person: the act. */
  action: z.string().optional(),
  since: day,
  /** The last day. */
  due: day.optional(),
  /** The last day rests on holidays that are not published yet 未公布; then nothing is late. */
  provisional: z.boolean().optional(),
  late: z.boolean(),
  about: z.strictObject({ noun: z.string(), id }).optional(),
});

/** The work of whoever asks 待办. */
export const workReads = {
  'work.list': read(
    'signed-in',
    'What the caller owes and is owed, one list by date, computed from the matters as they stand',
    z.strictObject({ branch: id, ...page }),
    z.strictObject({ asOf: day, rows: z.array(workRow), next: z.string().nullable() }),
  ),
} as const;
