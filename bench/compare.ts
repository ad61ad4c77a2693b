/** One side of a comparison: a name and the work of one round. */
export type Side = { readonly name: string; readonly work: () => void };

/** What a side took: the median of its rounds in milliseconds, and as a ratio to the first side, round by round. */
export type Measured = { readonly name: string; readonly milliseconds: number; readonly ratio: number };

/** Runs the sides in turn, round by round, so that a slower moment of the machine meets all of them; the first rounds warm up and are not counted. */
export function compare(sides: readonly Side[], rounds = 9, warmup = 3): readonly Measured[] {
  const times = sides.map((): number[] => []);
  for (let round = 0; round < rounds + warmup; round++) {
    for (const [at, side] of sides.entries()) {
      const start = performance.now();
      side.work();
      if (round >= warmup) times[at]?.push(performance.now() - start);
    }
  }
  const [base = []] = times;
  return sides.map(({ name }, at) => {
    const own = times[at] ?? [];
    return { name, milliseconds: median(own), ratio: median(own.map((time, round) => time / (base[round] ?? time))) };
  });
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
