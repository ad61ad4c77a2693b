import { expect, test } from 'vitest';
import { readPeriod } from './read-period.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
const text = (written: string) => readPeriod({ kind: 'text', text: written }, year);

test.each([
  ['2026-03', '2026-03'],
  ['2026/3', '2026-03'],
  ['2026.10', '2026-10'],
  ['202603', '2026-03'],
  ['2026年3月', '2026-03'],
  ['２０２６年０３月份', '2026-03'],
  ['3月', '2026-03'],
  ['十二月', '2026-12'],
  ['2026Q1', '2026Q1'],
  ['2026-q1', '2026Q1'],
  ['2026年第一季度', '2026Q1'],
  ['2026年2季度', '2026Q2'],
  ['第三季度', '2026Q3'],
  ['四季度', '2026Q4'],
  ['2026', '2026'],
  ['2026年', '2026'],
  ['2026年度', '2026'],
  ['全年', '2026'],
  ['上半年', '2026H1'],
  ['2026年下半年', '2026H2'],
])('%s is the period %s', (written, period) => expect(text(written)).toBe(period));

test.each(['', '2026-13', '2026Q5', '五季度', '3', '26年3月', '2026-03-05', '半年', '1800'])(
  '%s is no period',
  (written) => expect(text(written)).toBeUndefined(),
);

test('without a known year a month alone is no period; in a school year it finds its calendar year', () => {
  expect(readPeriod({ kind: 'text', text: '3月' })).toBeUndefined();
  const school = { from: '2025-07-01', to: '2026-06-30' };
  expect(readPeriod({ kind: 'text', text: '9月' }, school)).toBe('2025-09');
  expect(readPeriod({ kind: 'text', text: '一季度' }, school)).toBe('2026Q1');
});

test('a cell that shows the month of a first day is that month; a number 2026.1 could be October and is refused', () => {
  expect(readPeriod({ kind: 'date', text: '2026-03-01' })).toBe('2026-03');
  expect(readPeriod({ kind: 'date', text: '2026-03-05' })).toBeUndefined();
  expect(readPeriod({ kind: 'number', text: '2026' })).toBe('2026');
  expect(readPeriod({ kind: 'number', text: '2026.1' })).toBeUndefined();
});
