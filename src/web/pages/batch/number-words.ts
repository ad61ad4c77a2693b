import { POINT, type Points, parsePoints } from '#domain/kernel/points.ts';

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Reads a number as people write it 数字, in digits or in characters up to 999, in 1/10000: "2.5", "两", "十二", "两个半", "半". */
export function readNumber(text: string): Points | undefined {
  if (/^\d/.test(text)) return parsePoints(text);
  const half = text.includes('半');
  const rest = text.replace('半', '').replace('个', '');
  const whole = rest === '' ? (half ? 0 : undefined) : wholeOf(rest);
  return whole === undefined ? undefined : whole * POINT + (half ? POINT / 2 : 0);
}

function wholeOf(text: string): number | undefined {
  const found =
    /^(?:([一二两三四五六七八九])百)?零?(?:([一二两三四五六七八九])?(十))?([〇零一二两俩三四五六七八九])?$/.exec(text);
  if (!found) return undefined;
  const [, hundreds, tens, ten, ones] = found;
  const digit = (one: string | undefined, none: number): number => (one === undefined ? none : (DIGITS[one] ?? 0));
  return digit(hundreds, 0) * 100 + (ten === undefined ? 0 : digit(tens, 1) * 10) + digit(ones, 0);
}

/** A number as it can stand before a unit. */
export const NUMBER = '\\d+(?:\\.\\d{1,4})?|[一二两俩三四五六七八九十百零]*个?半|[一二两俩三四五六七八九十百零]+';
