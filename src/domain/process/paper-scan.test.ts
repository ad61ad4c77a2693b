import { describe, expect, test } from 'vitest';
import { paperCode } from './paper-code.ts';
import { readScan } from './paper-scan.ts';

const CODE = paperCode([3, 14, 15, 9, 26, 5, 3, 5, 8, 9, 7]);
const DIGITS = 'f89e3e63d36e5bfbd6ff';

describe('what is typed or scanned of a sheet (product §7)', () => {
  test('is a control code by itself or in an address', () => {
    for (const text of [CODE, ` ${CODE.toLowerCase()} `, `https://a.example/desk/B/paper?code=${CODE}`])
      expect(readScan(text)).toEqual({ as: 'code', code: CODE });
  });

  test('is a fingerprint as printed, or the address that checks it', () => {
    for (const text of [
      DIGITS,
      `${DIGITS.slice(0, 4)} ${DIGITS.slice(4)}`,
      `http://127.0.0.1:8080/v/${DIGITS}?lang=en`,
    ])
      expect(readScan(text)).toEqual({ as: 'fingerprint', digits: DIGITS });
  });

  test('is the address of a notice, of a board, or of a slip for signing in, whose code is not taken', () => {
    expect(readScan('https://a.example/n/abc123')).toEqual({ as: 'notice', code: 'abc123' });
    expect(readScan('https://a.example/b/abc123')).toEqual({ as: 'board', code: 'abc123' });
    expect(readScan('https://a.example/join/abcd-efgh-jkmn-pqrs')).toEqual({ as: 'join' });
  });

  test('is told apart from what is mistyped and what is not ours', () => {
    expect(readScan(CODE.slice(0, -1))).toEqual({ fault: 'mistyped' });
    for (const text of [
      'https://a.example',
      'https://a.example/v/xyz',
      'javascript:alert(1)',
      '发票代码',
      `${CODE}/..`,
    ])
      expect(readScan(text)).toHaveProperty('fault', 'no-code');
  });
});
