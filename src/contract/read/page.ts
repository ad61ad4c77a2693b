import { z } from 'zod';

/** What of a list is asked for 分页: at most `limit` rows, from after `cursor` on. */
export const page = {
  limit: z.exactOptional(z.coerce.number().int().min(1).max(500)),
  cursor: z.exactOptional(z.string().max(200)),
};

/** A page of a list, and the cursor of the next one. */
export function list<T extends z.ZodType>(row: T) {
  return z.strictObject({ rows: z.array(row), next: z.string().nullable() });
}
