/** Points 分值: a whole number of 1/10000 point, so that 0.5, 0.1 and a fifth of last year's total stay exact (product §4). */
export type Points = number;

/** How many parts one point has: 10000 (product §4). */
export const POINT = 10_000;

/** One of anything: the quantity of a fact that names none, in the same 1/10000 as points. */
export const ONCE = 10_000;

/** The largest amount a scheme or fact may name: a million points, which keeps every sum of a branch an exact integer. */
export const LARGEST: Points = 1_000_000 * POINT;

const DECIMAL = /^([+-]?)(\d{1,7})(?:\.(\d{1,4}))?$/;

/** Reads a decimal such as "4.5" as points; undefined when it is no number, has more than four decimals or is too large. */
export function parsePoints(text: string): Points | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', part = ''] = match;
  const value = Number(whole) * POINT + Number(part.padEnd(4, '0'));
  if (value > LARGEST) return undefined;
  return sign === '-' && value !== 0 ? -value : value;
}

/** Takes a number as written in YAML or JSON as points; undefined when it has more than four decimals or is too large. */
export function pointsOf(value: number): Points | undefined {
  if (!Number.isFinite(value) || Math.abs(value) > 1_000_000) return undefined;
  const scaled = Math.round(value * POINT);
  return Math.abs(value * POINT - scaled) < 1e-4 ? scaled || 0 : undefined;
}

/** Prints points with all four decimals, "87.0000": the exact form (contracts, `score --json`). */
export function exactPoints(points: Points): string {
  const size = Math.abs(points);
  const whole = Math.floor(size / POINT);
  return `${points < 0 ? '-' : ''}${whole}.${String(size % POINT).padStart(4, '0')}`;
}

/** Rounds points half away from zero to a number of decimals 0–4: for display only (product §4). */
export function roundPoints(points: Points, decimals: number): Points {
  const step = 10 ** (4 - decimals);
  return divideRounded(points, step) * step;
}

/** Prints points rounded to `decimals` (default two) with trailing zeros dropped: "87", "85.13" (product §4). */
export function showPoints(points: Points, decimals = 2): string {
  const text = exactPoints(roundPoints(points, decimals));
  return text.replace(/\.?0+$/, '');
}

/** Divides a by b > 0 and rounds half away from zero: the one rounding of the whole system (product §4). */
export function divideRounded(a: number, b: number): number {
  const size = Math.abs(a);
  const rest = size % b;
  const quotient = (size - rest) / b + (rest * 2 >= b ? 1 : 0);
  return a < 0 ? -quotient || 0 : quotient;
}

/** a × b ÷ c rounded half away from zero, exact also where a × b leaves the safe integers; c > 0 (product §4). */
export function scale(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return divideRounded(product, c);
  const exact = BigInt(a) * BigInt(b);
  const size = exact < 0n ? -exact : exact;
  const divisor = BigInt(c);
  const quotient = Number((size * 2n + divisor) / (divisor * 2n));
  return exact < 0n ? -quotient || 0 : quotient;
}
