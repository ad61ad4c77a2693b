import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';
import { list, page } from './page.ts';

const branch = { branch: id };
const text = z.string();

/** The reads of the three administrators, and the check of a chain 三员查询、验链: counts and ids, never points. */
export const operationReads = {
  'record.read': read(
    'signed-in',
    'The audit record, latest first',
    z.strictObject({
      ...branch,
      ...page,
      actor: z.exactOptional(z.string().max(100)),
      action: z.exactOptional(z.string().max(60)),
      outcome: z.exactOptional(z.enum(['done', 'waits', 'refused'])),
    }),
    list(
      z.strictObject({
        id,
        at: text,
        actor: text,
        action: text,
        outcome: text,
        code: text.nullable(),
        target: text.nullable(),
        request: text.nullable(),
      }),
    ),
  ),
  'right.show': read(
    'signed-in',
    'The roles that were given in an organisation, ended ones too',
    z.strictObject({ ...branch, ...page }),
    list(z.strictObject({ id, revision: z.int(), person: id, role: text, from: day, to: day, exclusive: z.boolean() })),
  ),
  'chain.verify': read(
    'signed-in',
    'Checks the chain and the rows that rest on it; answers with counts and the first event that does not fit',
    z.strictObject(branch),
    z.strictObject({
      sound: z.boolean(),
      events: z.int(),
      head: text,
      fault: z.strictObject({ event: z.int(), why: text }).nullable(),
      /** Rows that no event of the chain speaks of. */
      strays: z.int(),
    }),
  ),
  'operation.show': read(
    'signed-in',
    'How the installation is: versions, tables, branches, clock, calendar; no secrets, no points',
    z.strictObject(branch),
    z.strictObject({
      node: text,
      migrations: z.array(text),
      missing: z.array(text),
      branches: z.int(),
      events: z.int(),
      now: text,
      day,
      holidays: z.array(z.int()),
      nextYearPublished: z.boolean(),
    }),
  ),
} as const;
