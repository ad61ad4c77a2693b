import { matching, object, oneOf, optional, points, type Read, whole } from './shape.ts';

/** Ids of nodes: letters, digits, - and _, in any script; unique in the scheme. */
export const id = matching(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, 'not-an-id');

/**
 * A condition 条件 on a number of the member: points of a node or of the total, or the quantity or count of an item's facts.
 * It holds when from ≤ number < to, resp. ≤ upTo; `over: year` looks at the year to date where the scheme is scored by shorter periods;
 * `inARow` asks that it held in so many periods one after the other; 1 is any single period.
 */
export const condition = object({
  of: id,
  measure: optional(oneOf(['points', 'quantity', 'count'])),
  from: optional(points()),
  to: optional(points()),
  upTo: optional(points()),
  over: optional(oneOf(['period', 'year'])),
  inARow: optional(whole(1, 12)),
});

/** A condition as read. */
export type Condition = Read<typeof condition>;

/** The name by which a condition means the member's total instead of a node. */
export const TOTAL = 'total';

/** Whether a number lies in a half-open [from, to) range, or a closed one where `upTo` is given (product §4). */
export function inRange(
  value: number,
  range: { readonly from?: number; readonly to?: number; readonly upTo?: number },
): boolean {
  if (range.from !== undefined && value < range.from) return false;
  if (range.to !== undefined && value >= range.to) return false;
  return range.upTo === undefined || value <= range.upTo;
}
