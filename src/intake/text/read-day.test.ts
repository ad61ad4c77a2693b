import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, monthLength } from '#domain/kernel/day.ts';
import { daySerial } from '#intake/workbook/serial-day.ts';
import { readDay } from './read-day.ts';

const text = (written: string) => readDay({ kind: 'text', text: written }, false);

test.each([
  '2026.3.5',
  '2026/3/5',
  '2026-03-05',
  '2026-3-5',
  '2026年3月5日',
  '２０２６年３月５日',
  ' 2026 年 3 月 5 日 ',
  '20260305',
  '46086',
  '2026-03-05 00:00:00',
  '2026/3/5 8:30',
  '2026年3月5号',
])('%s is 5 March 2026', (written) => expect(text(written)).toBe('2026-03-05'));

test.each([
  '2026-02-29',
  '2026.13.1',
  '2026.3',
  '3/5/2026',
  '三月五日',
  '2026-3/5',
  '46',
  '',
  '2026年3月',
  '1899-12-31',
])('%s is no day', (written) => expect(text(written)).toBeUndefined());

test('a month and day find their year in the scheme’s year, also in a school year', () => {
  const cell = { kind: 'text', text: '3月5日' } as const;
  expect(readDay(cell, false)).toBeUndefined();
  expect(readDay(cell, false, { from: '2026-01-01', to: '2026-12-31' })).toBe('2026-03-05');
  expect(readDay(cell, false, { from: '2025-07-01', to: '2026-06-30' })).toBe('2026-03-05');
  expect(readDay({ kind: 'text', text: '9月1日' }, false, { from: '2025-07-01', to: '2026-06-30' })).toBe('2025-09-01');
});

test('day numbers count from 1900, whose 29 February never was, or from 1904', () => {
  expect(daySerial(1, false)).toBe('1900-01-01');
  expect(daySerial(59, false)).toBe('1900-02-28');
  expect(daySerial(60, false)).toBeUndefined();
  expect(daySerial(61, false)).toBe('1900-03-01');
  expect(daySerial(46_086, false)).toBe('2026-03-05');
  expect(daySerial(44_624, true)).toBe('2026-03-05');
  expect(daySerial(0, false)).toBeUndefined();
  expect(daySerial(Number.NaN, false)).toBeUndefined();
});

test('every real day is read in each spelling', () => {
  const day = fc
    .record({ year: fc.integer({ min: 1955, max: 2118 }), month: fc.integer({ min: 1, max: 12 }), at: fc.nat(30) })
    .map(({ year, month, at }) => ({ year, month, date: (at % monthLength(year, month)) + 1 }));
  fc.assert(
    fc.property(day, ({ year, month, date }) => {
      const iso = dayOf(year, month, date);
      const serial = Math.round((Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / 86_400_000);
      const written = [
        iso,
        iso.replaceAll('-', ''),
        `${year}.${month}.${date}`,
        `${year}年${month}月${date}日`,
        String(serial),
      ];
      for (const one of written) expect(text(one), one).toBe(iso);
    }),
  );
});
