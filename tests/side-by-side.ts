/**
 * How many times as long one work takes as another 时间之比: both by turns, the quickest of each. What a machine that others use as well does
 * to one it does to the other, so that a slow machine says the same as a quick one.
 */
export async function timesAsLong(
  work: () => Promise<unknown>,
  as: () => Promise<unknown>,
  rounds = 9,
): Promise<number> {
  const best = { work: Number.POSITIVE_INFINITY, as: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    best.work = Math.min(best.work, await timeOf(work));
    best.as = Math.min(best.as, await timeOf(as));
  }
  return best.work / best.as;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
