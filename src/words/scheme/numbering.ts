import type { Lang } from '#words/lang.ts';

const DIGITS = '零一二三四五六七八九十';

/** A number from 1 to 99 in Chinese digits: 十二. */
export function chineseNumber(value: number): string {
  if (value <= 10) return DIGITS[value] ?? '';
  const tens = Math.floor(value / 10);
  const rest = value % 10;
  return `${tens === 1 ? '' : DIGITS[tens]}十${rest === 0 ? '' : DIGITS[rest]}`;
}

/** The number before a heading as official documents count: 一、（一）1.（1）and then ①; in English 1, 1.1, 1.1.1 by the places above. */
export function heading(lang: Lang, places: readonly number[]): string {
  const at = places.at(-1) ?? 1;
  if (lang === 'en') return `${places.join('.')} `;
  switch (places.length) {
    case 1:
      return `${chineseNumber(at)}、`;
    case 2:
      return `（${chineseNumber(at)}）`;
    case 3:
      return `${at}. `;
    case 4:
      return `（${at}）`;
    default:
      return at <= 20 ? `${String.fromCodePoint(0x2460 + at - 1)} ` : `[${at}] `;
  }
}
