import { z } from 'zod';
import { id, read } from '#contract/endpoint.ts';
import { importAnswer, rosterChange } from './import.ts';

/** What waits for a second person 待第二人确认, as that person must see it. */
export const secondReads = {
  'second.show': read(
    'signed-in',
    'What waits for a second person, for whoever may confirm it: of an import its whole difference, of a change of the roster what holds before and after',
    z.strictObject({ branch: id, id }),
    z.strictObject({
      id,
      revision: z.int(),
      action: z.string(),
      by: id,
      import: importAnswer.optional(),
      roster: rosterChange.optional(),
      /** Of a transfer: where to, or by which statement and with which points by component. */
      to: z.string().optional(),
      statement: z.string().optional(),
      openings: z.array(z.strictObject({ label: z.string(), points: z.int() })).optional(),
    }),
  ),
} as const;
