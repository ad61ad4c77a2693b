import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { id } from '#contract/endpoint.ts';

/** What someone says in words, up to 2,000 characters. */
export const words = z.string().min(1).max(2000);

/** A reason; that it must not be blank is a rule of the process, with its own refusal. */
export const reason = z.string().max(2000);

/** A month, 2026-03. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A quarter, 2026Q1. */
export const quarter = z.string().regex(/^\d{4}Q[1-4]$/);

/** Members or persons by id. */
export const people = z.array(id).max(2000);

const amount = z.int().min(-1_000_000_000_000).max(1_000_000_000_000);

/** A fact as claimed 申报事实: item and day, with quantity, points and score in 1/10000. */
export const claimed = z.strictObject({
  item: z.string().min(1).max(100),
  day,
  period: z.exactOptional(z.string().max(20)),
  quantity: z.exactOptional(amount),
  level: z.exactOptional(z.string().max(200)),
  points: z.exactOptional(amount),
  score: z.exactOptional(amount),
  ref: z.exactOptional(z.string().max(500)),
  note: z.exactOptional(z.string().max(2000)),
});
