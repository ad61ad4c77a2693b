/** A range as half-open whole numbers [low, high) of 1/10000; a closed end `upTo` lies one 1/10000 below `high`. */
export type Range = { readonly low: number; readonly high: number };

/** What people write of a range. */
export type Written = { readonly from?: number; readonly to?: number; readonly upTo?: number };

/** A written range as half-open whole numbers. */
export function rangeOf({ from, to, upTo }: Written): Range {
  return { low: from ?? -Infinity, high: Math.min(to ?? Infinity, upTo === undefined ? Infinity : upTo + 1) };
}

/** Whether nothing can lie in a range. */
export function isEmpty({ low, high }: Range): boolean {
  return low >= high;
}

/** What two ranges have in common. */
export function common(a: Range, b: Range): Range {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

/** What is left of a range without the others, in order. */
export function without(range: Range, others: readonly Range[]): readonly Range[] {
  let left: readonly Range[] = isEmpty(range) ? [] : [range];
  for (const other of others)
    left = left
      .flatMap((one) => [
        { low: one.low, high: Math.min(one.high, other.low) },
        { low: Math.max(one.low, other.high), high: one.high },
      ])
      .filter((one) => !isEmpty(one));
  return left.toSorted((a, b) => a.low - b.low);
}

/** Whether two rows overlap by what is written: an end left open gives way to the row before it, as "150 and more, 130 and more" does. */
export function overlaps(earlier: Range, later: Range): Range | undefined {
  const both = common(earlier, later);
  if (isEmpty(both)) return undefined;
  const yields =
    (both.high === later.high && later.high === Infinity) || (both.low === later.low && later.low === -Infinity);
  return yields ? undefined : both;
}
