import type { Points } from '#domain/kernel/points.ts';

/**
 * A number of equal occurrences 次 that came from one leaf of the explanation: `each` points, `count` of them.
 * `addOn` marks what raises an occurrence without being one: no count drops it.
 */
export type Units = { readonly each: Points; readonly count: number; readonly leaf: number; readonly addOn: boolean };

// A single fact is worth at most a hundred million points: ten thousand of them still add up exactly.
const MOST_PER_FACT = 1e12;

/** Makes units; so many that their sum would leave the exact integers are held to the largest exact sum. */
export function units(each: Points, count: number, leaf: number, addOn = false): Units {
  const size = Math.abs(each);
  if (size > MOST_PER_FACT) return { each: Math.sign(each) * MOST_PER_FACT, count: 1, leaf, addOn };
  return { each, count: size * count > MOST_PER_FACT ? Math.floor(MOST_PER_FACT / size) : count, leaf, addOn };
}

/** What the units come to, in 1/10000 point. */
export function sumOf(list: readonly Units[]): Points {
  let sum = 0;
  for (const { each, count } of list) sum += each * count;
  return sum;
}

/** Leaves out the first `count` occurrences: free allowances take the earliest (product §4). */
export function withoutEarliest(list: readonly Units[], count: number): Units[] {
  let left = count;
  return list.flatMap((one) => {
    if (one.addOn || left === 0) return [one];
    const dropped = Math.min(left, one.count);
    left -= dropped;
    return dropped === one.count ? [] : [{ ...one, count: one.count - dropped }];
  });
}

/** Keeps the `count` occurrences best for the member; of equals the earliest (product §4). */
export function keepBest(list: readonly Units[], count: number): Units[] {
  const places = list.map((_, at) => at).toSorted((a, b) => (list[b]?.each ?? 0) - (list[a]?.each ?? 0) || a - b);
  let left = count;
  const kept = new Map<number, number>();
  for (const at of places) {
    const one = list[at];
    if (!one) continue;
    const stays = one.addOn ? one.count : Math.min(left, one.count);
    if (!one.addOn) left -= stays;
    kept.set(at, stays);
  }
  return list.flatMap((one, at) => {
    const stays = kept.get(at) ?? 0;
    return stays === 0 ? [] : [stays === one.count ? one : { ...one, count: stays }];
  });
}

/**
 * Takes `excess` points off the units of one sign, the smallest first, so that the best stay whole:
 * with that order a further credit never lowers what a wider limit leaves (issue: property).
 */
export function cut(list: readonly Units[], excess: Points, sign: 1 | -1): Units[] {
  const places = list
    .map((_, at) => at)
    .toSorted((a, b) => sign * ((list[a]?.each ?? 0) - (list[b]?.each ?? 0)) || b - a);
  const left: (readonly Units[])[] = list.map((one) => [one]);
  let rest = excess;
  for (const at of places) {
    const one = list[at];
    if (!one || rest <= 0 || one.each * sign <= 0) continue;
    const size = Math.abs(one.each);
    const gone = Math.min(one.count, Math.floor(rest / size));
    rest -= gone * size;
    const whole = one.count - gone;
    if (whole === 0 || rest === 0) left[at] = whole === 0 ? [] : [{ ...one, count: whole }];
    else {
      const part = { ...one, each: one.each - sign * rest, count: 1 };
      left[at] = whole === 1 ? [part] : [{ ...one, count: whole - 1 }, part];
      rest = 0;
    }
  }
  const result = left.flat();
  return rest > 0 ? [...result, { each: -sign * rest, count: 1, leaf: list.at(-1)?.leaf ?? 0, addOn: true }] : result;
}
