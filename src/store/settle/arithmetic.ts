import type { Ratio } from '#domain/kernel/ratio.ts';

/** A whole number of 1/10000 as SQL. */
export function num(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  return value < 0 ? `(${value})` : String(value || 0);
}

/** Names a whole number wide enough for every sum; PostgreSQL would else make it an int or a numeric. */
export function wide(expression: string): string {
  return `cast(${expression} as bigint)`;
}

/** A sum of whole numbers, 0 where there is none. */
export function sum(expression: string, over = ''): string {
  return wide(`coalesce(sum(${expression})${over}, 0)`);
}

/** The smaller of two numbers, without a function that only some engines have. */
export function least(a: string, b: string): string {
  return `case when ${a} < ${b} then ${a} else ${b} end`;
}

/** The larger of two numbers. */
export function greatest(a: string, b: string): string {
  return `case when ${a} > ${b} then ${a} else ${b} end`;
}

/** a ÷ b rounded half away from zero (product §4); b > 0. Integer division cuts towards zero on every engine. */
export function rounded(a: string, b: string): string {
  return `(2 * (${a}) + case when (${a}) < 0 then -(${b}) else (${b}) end) / (2 * (${b}))`;
}

/** a × times ÷ den rounded half away from zero; split at den so that the product stays within 64 bits for any score (product §4). */
export function timesOver(a: string, times: string, den: string): string {
  const rest = `((${a}) % (${den})) * (${times})`;
  const half = `case when ${rest} < 0 then -(${den}) else (${den}) end`;
  return `((${a}) / (${den}) * (${times}) + (2 * ${rest} + ${half}) / (2 * (${den})))`;
}

/** A number times a fixed share. */
export function timesRatio(a: string, { num: times, den }: Ratio): string {
  return den === 1 ? `((${a}) * ${num(times)})` : timesOver(a, num(times), num(den));
}

/** One whole number → SQL, chosen by comparing halves, so that a hundred items cost seven comparisons; neighbours alike are one. */
export function choose(on: string, cases: ReadonlyMap<number, string>, otherwise: string): string {
  const keys = [...cases.keys()].toSorted((a, b) => a - b);
  const [first] = keys;
  const last = keys.at(-1);
  if (first === undefined || last === undefined) return otherwise;
  const runs: { from: number; sql: string }[] = [];
  const push = (from: number, sql: string): void => {
    if (runs.at(-1)?.sql !== sql) runs.push({ from, sql });
  };
  push(first - 1, otherwise);
  let expected = first;
  for (const key of keys) {
    if (key > expected) push(expected, otherwise);
    push(key, cases.get(key) ?? otherwise);
    expected = key + 1;
  }
  push(last + 1, otherwise);
  const tree = (low: number, high: number): string => {
    if (high - low === 1) return runs[low]?.sql ?? otherwise;
    const middle = (low + high) >> 1;
    return `case when ${on} < ${runs[middle]?.from ?? 0} then ${tree(low, middle)} else ${tree(middle, high)} end`;
  };
  return tree(0, runs.length);
}

/** Whether a whole number is one of these. */
export function isAmong(on: string, list: readonly number[]): string {
  return list.length === 0 ? '1 = 0' : `${on} in (${list.map(num).join(', ')})`;
}
