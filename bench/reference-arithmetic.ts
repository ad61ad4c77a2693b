import type { Fact } from '#domain/ledger/fact.ts';

/** Not more than a cap. */
export function most(value: number, cap: number): number {
  return Math.min(value, cap);
}

/** Not less than a floor. */
export function least(value: number, floor: number): number {
  return Math.max(value, floor);
}

/** The sum of slots, each held to a cap. */
export function sumMost(list: Float64Array, cap: number): number {
  let sum = 0;
  for (let at = 0; at < list.length; at++) sum += most(list[at] as number, cap);
  return sum;
}

/** Rounds a quotient half away from zero. */
export function rounded(value: number, by: number): number {
  return value < 0 ? -Math.floor((-value * 2 + by) / (by * 2)) : Math.floor((value * 2 + by) / (by * 2));
}

/** Takes of each matter the best fact alone, of equals the earlier. */
export function bestOfMatter(
  list: readonly Fact[],
  worth: (fact: Fact) => number,
  take: (fact: Fact, points: number) => void,
): void {
  for (let at = 0; at < list.length; at++) {
    const fact = list[at] as Fact;
    const points = worth(fact);
    let beaten = false;
    if (fact.ref !== undefined) {
      for (let other = 0; other < list.length && !beaten; other++) {
        const one = list[other] as Fact;
        if (other === at || one.ref !== fact.ref) continue;
        const theirs = worth(one);
        beaten = theirs > points || (theirs === points && (one.day < fact.day || (one.day === fact.day && other < at)));
      }
    }
    if (!beaten) take(fact, points);
  }
}
