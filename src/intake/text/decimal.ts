import { LARGEST, POINT } from '#domain/kernel/points.ts';

/** Writes a stored number as the decimal that people see: within 1e-9 of four decimals it is those, never in exponent form. */
export function decimalText(value: number): string {
  const near = Math.round(value * POINT) / POINT;
  const kept = Math.abs(value - near) <= 1e-9 ? near || 0 : value;
  const text = String(kept);
  if (!text.includes('e')) return text;
  if (Number.isInteger(kept)) return BigInt(kept).toString();
  return kept.toFixed(12).replace(/\.?0+$/, '');
}

/** What people type for a minus: the mathematical sign, hyphens, a short dash. */
const MINUS = /^[\u2010-\u2013\u2212\ufe63]/;
const DECIMAL = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;

/** What a written number comes to in 1/10000, or why it cannot be taken. */
export type Decimal = number | 'not-a-number' | 'too-large' | 'too-fine';

/** Reads a cleaned decimal 小数 such as "1,250.5" in 1/10000; more than four decimals only when they are float dirt within 1e-9. */
export function readDecimal(text: string): Decimal {
  const match = DECIMAL.exec(text.replace(MINUS, '-'));
  if (!match) return 'not-a-number';
  const plain = match[0].replaceAll(',', '');
  const value = Number(plain);
  if (!(Math.abs(value) * POINT <= LARGEST)) return 'too-large';
  const scaled = Math.round(value * POINT);
  if ((match[1]?.length ?? 0) > 4 && Math.abs(value - scaled / POINT) > 1e-9) return 'too-fine';
  return scaled || 0;
}
