import { printable } from '#paper/printable.ts';

/** What a spreadsheet takes for the beginning of a formula, in full width too, as tables in Chinese are typed. */
const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** More characters than this no place of a spreadsheet holds. */
const LONGEST = 32_000;

/** A text without what cannot be shown, no longer than a place holds. */
export function placeable(text: string): string {
  const plain = printable(text);
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : plain;
}

/** A text that stays a text 防公式注入 in a file without formats: an apostrophe before whatever could be taken for a formula. */
export function guarded(text: string): string {
  const plain = placeable(text);
  return FORMULA.test(text) || FORMULA.test(plain) ? `'${plain}` : plain;
}
