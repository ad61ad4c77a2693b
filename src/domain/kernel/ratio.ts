import { scale } from './points.ts';

/** A share such as one third, kept as two whole numbers so that ⌊n × share⌋ is exact (product §4). */
export type Ratio = { readonly num: number; readonly den: number };

/** The ratio 1: leaves a node as it is. */
export const ONE: Ratio = { num: 1, den: 1 };

const FRACTION = /^(\d{1,6})\s*[/／]\s*(\d{1,6})$/;
const PERCENT = /^(\d{1,6}(?:\.\d{1,4})?)\s*[%％]$/;

/** Reads 0.2, "1/3" or "20%" as a share; undefined when it is none, is negative or has more than six decimals. */
export function parseRatio(value: number | string): Ratio | undefined {
  if (typeof value === 'number') return decimalRatio(value, 1);
  const fraction = FRACTION.exec(value.trim());
  if (fraction) {
    const den = Number(fraction[2]);
    return den === 0 ? undefined : { num: Number(fraction[1]), den };
  }
  const percent = PERCENT.exec(value.trim());
  return percent ? decimalRatio(Number(percent[1]), 100) : undefined;
}

function decimalRatio(value: number, per: number): Ratio | undefined {
  if (!Number.isFinite(value) || value < 0 || value > 1_000_000) return undefined;
  const scaled = Math.round(value * 1_000_000);
  if (Math.abs(value * 1_000_000 - scaled) > 1e-3) return undefined;
  const divisor = commonDivisor(scaled, 1_000_000 * per);
  return { num: scaled / divisor, den: (1_000_000 * per) / divisor };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a || 1 : commonDivisor(b, a % b);
}

/** A whole number times a share, rounded half away from zero at this node (product §4). */
export function timesRatio(value: number, ratio: Ratio): number {
  return scale(value, ratio.num, ratio.den);
}

/** ⌊n × share⌋ for a count of people: how the front and the rear are measured (product §4). */
export function floorShare(count: number, share: Ratio): number {
  return Math.floor((count * share.num) / share.den);
}

/** ⌈n × share⌉ for a count of people: a quota's minimum (scheme language, "lowest two ≥ 1/10"). */
export function ceilShare(count: number, share: Ratio): number {
  return Math.ceil((count * share.num) / share.den);
}

/** Prints a share as people write it: "1/3", "20%" where that is whole, "1.3". */
export function showRatio(ratio: Ratio): string {
  if ((ratio.num * 100) % ratio.den === 0 && ratio.num < ratio.den) return `${(ratio.num * 100) / ratio.den}%`;
  if (ratio.den === 1 || (ratio.num * 10_000) % ratio.den === 0) return String(ratio.num / ratio.den);
  return `${ratio.num}/${ratio.den}`;
}
