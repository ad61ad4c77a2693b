import { expect, test } from 'vitest';
import { periodsOf, yearName, yearNamed, yearSpan } from './cycle.ts';

const ids = (starts: string, period: 'month' | 'quarter' | 'half' | 'year') => {
  const cycle = { starts, period };
  return periodsOf(cycle, yearSpan(cycle, '2026-12-01')).map(({ id, from, to }) => `${id} ${from} ${to}`);
};

test('a year is called by the calendar year in which it begins (decision 025)', () => {
  const cycle = { starts: '07-01' };
  expect(['2026-06-30', '2026-07-01', '2027-06-30'].map((day) => yearName(cycle, day))).toEqual([
    '2025',
    '2026',
    '2026',
  ]);
  expect(yearNamed(cycle, '2026')).toEqual({ from: '2026-07-01', to: '2027-06-30' });
  expect(yearNamed(undefined, '2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
});

test('its periods are called as the calendar calls them, where it has them: nobody takes July for the first quarter', () => {
  expect(ids('01-01', 'half')).toEqual(['2026H1 2026-01-01 2026-06-30', '2026H2 2026-07-01 2026-12-31']);
  expect(ids('07-01', 'half')).toEqual(['2026H2 2026-07-01 2026-12-31', '2027H1 2027-01-01 2027-06-30']);
  expect(ids('07-01', 'quarter').map((one) => one.slice(0, 6))).toEqual(['2026Q3', '2026Q4', '2027Q1', '2027Q2']);
  expect(ids('09-01', 'quarter').map((one) => one.slice(0, 17))).toEqual([
    '2026Q1 2026-09-01',
    '2026Q2 2026-12-01',
    '2026Q3 2027-03-01',
    '2026Q4 2027-06-01',
  ]);
  expect(ids('07-01', 'month')[6]).toBe('2027-01 2027-01-01 2027-01-31');
  expect(ids('07-01', 'year')).toEqual(['2026 2026-07-01 2027-06-30']);
});
