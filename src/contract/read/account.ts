import { z } from 'zod';
import { id, read } from '#contract/endpoint.ts';

/** The people of an organisation for the three administrators 人员清单: names and accounts, never points. */
export const accountReads = {
  'person.list': read(
    'signed-in',
    'The people of an organisation with their accounts; sign-in names for the system administrator alone',
    z.strictObject({ branch: id }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          person: id,
          name: z.string(),
          /** The number in the roster, of who is a member today. */
          code: z.string().optional(),
          /** Whether the account belongs to this organisation, so that it is looked after here. */
          here: z.boolean(),
          state: z.enum(['none', 'new', 'active', 'locked']),
          login: z.string().optional(),
          revision: z.int().optional(),
        }),
      ),
    }),
  ),
} as const;
