import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactPoints } from '#domain/kernel/points.ts';
import { decimalText, readDecimal } from './decimal.ts';

test('a stored number within 1e-9 of four decimals is those, and never in exponent form (product §4)', () => {
  expect(decimalText(0.1 + 0.2)).toBe('0.3');
  expect(decimalText(4.4999999999)).toBe('4.5');
  expect(decimalText(4.49999)).toBe('4.49999');
  expect(decimalText(1e-7)).toBe('0.0000001');
  expect(decimalText(4.2e17)).toBe('420000000000000000');
  expect(decimalText(-0)).toBe('0');
});

test('decimals are read in 1/10000; what is none, too large or too fine is told apart', () => {
  expect(readDecimal('4.5')).toBe(45_000);
  expect(readDecimal('1,250.5')).toBe(12_505_000);
  expect(readDecimal('+3.')).toBe(30_000);
  for (const minus of ['-', '−', '–', '‐']) expect(readDecimal(`${minus}2.5`)).toBe(-25_000);
  expect(readDecimal('1000000')).toBe(10_000_000_000);
  expect(readDecimal('1000000.0001')).toBe('too-large');
  expect(readDecimal('0.12345')).toBe('too-fine');
  expect(readDecimal('0.30000000000000004')).toBe(3000);
  for (const text of ['', '三', '1e3', '1,25', '--1', '.5', '∞', 'NaN'])
    expect(readDecimal(text), text).toBe('not-a-number');
});

test('points written exactly are read exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (points) => {
      expect(readDecimal(exactPoints(points))).toBe(points);
    }),
  );
});
