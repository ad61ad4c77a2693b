import { z } from 'zod';
import { exactPoints, type Points, roundPoints } from '#domain/kernel/points.ts';

/** Points on the wire: `exact` with all four decimals, `shown` rounded by the scheme's rule, for display only (product §4). */
export const amount = z
  .strictObject({ exact: z.string().regex(/^-?\d{1,16}\.\d{4}$/), shown: z.number() })
  .meta({ description: 'Points: exact text in 1/10000, and the rounded number to show.' });

/** An amount as sent. */
export type Amount = z.infer<typeof amount>;

/** Makes an amount of points in 1/10000. */
export function amountOf(points: Points, decimals: number): Amount {
  return { exact: exactPoints(points), shown: roundPoints(points, decimals) / 10_000 };
}

/** A civil day, "2026-03-05". */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
