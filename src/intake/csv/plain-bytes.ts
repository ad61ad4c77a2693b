import { monthLength } from '#domain/kernel/day.ts';
import { LARGEST, POINT } from '#domain/kernel/points.ts';

/** What the fast readers answer when a cell needs the careful ones. */
export const CAREFUL = -1;

/** Whether a field that is not empty says just what its bytes are: no blank, no formula, no guard against one. */
export function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] as number;
  if (first > 0x20 && first < 0x80) return first !== 0x3d && first !== 0x27;
  if (first >= 0xe4 && first <= 0xe9) return true;
  if (first === 0x20) return to > from + 1 && isPlain(bytes, from + 1, to);
  return false;
}

function digit(bytes: Uint8Array, at: number): number {
  const value = (bytes[at] as number) - 48;
  return value >= 0 && value <= 9 ? value : -100_000_000;
}

/** Reads 2026-03-05 as the number 20260305; anything else is for the careful reader. */
export function plainDay(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 10 || bytes[from + 4] !== 45 || bytes[from + 7] !== 45) return CAREFUL;
  const year =
    digit(bytes, from) * 1000 + digit(bytes, from + 1) * 100 + digit(bytes, from + 2) * 10 + digit(bytes, from + 3);
  const month = digit(bytes, from + 5) * 10 + digit(bytes, from + 6);
  const day = digit(bytes, from + 8) * 10 + digit(bytes, from + 9);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month))
    return CAREFUL;
  return year * 10_000 + month * 100 + day;
}

/** Reads "12" or "12.5" in 1/10000, not negative, at most a million; anything else is for the careful reader. */
export function plainDecimal(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let at = from;
  for (; at < to && bytes[at] !== 46; at++) {
    const next = (bytes[at] as number) - 48;
    if (next < 0 || next > 9 || at - from > 6) return CAREFUL;
    value = value * 10 + next;
  }
  if (at === from) return CAREFUL;
  value *= POINT;
  if (at < to) {
    if (to - at > 5 || to - at < 2) return CAREFUL;
    let unit = POINT;
    for (at++; at < to; at++) {
      const next = (bytes[at] as number) - 48;
      if (next < 0 || next > 9) return CAREFUL;
      unit /= 10;
      value += next * unit;
    }
  }
  return value <= LARGEST ? value : CAREFUL;
}

/** A day as the number yyyymmdd, by which days compare as they do as text. */
export function packDay(day: string): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
}

/** The day of a number yyyymmdd. */
export function unpackDay(packed: number): string {
  const text = String(packed).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
