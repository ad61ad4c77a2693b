import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Day } from '#domain/kernel/day.ts';
import { calendarOf, isWorkingDay } from './calendar.ts';
import { dayAfter } from './civil-day.ts';
import { type HolidayNotice, PUBLISHED_NOTICES } from './holiday-notice.ts';
import { isOver, term, termMonths, workingDaysBetween, workingDaysLeft } from './term.ts';

const calendar = calendarOf(PUBLISHED_NOTICES);
const settled = (last: Day) => ({ last, provisional: false });
const provisional = (last: Day) => ({ last, provisional: true });

/** A year 2027 as it might be published: invented for these tests, and nothing else may read it. */
const INVENTED_2027: Pick<HolidayNotice, 'year' | 'holidays'> = {
  year: 2027,
  holidays: [
    { name: '元旦', days: { from: '2027-01-01', to: '2027-01-03' }, worked: [] },
    { name: '春节', days: { from: '2027-02-05', to: '2027-02-12' }, worked: ['2027-01-31', '2027-02-13'] },
  ],
};
const later = calendarOf([...PUBLISHED_NOTICES, INVENTED_2027]);

describe('terms of working days (product §3: day 0 is not counted)', () => {
  test.each<[string, Day, number, Day]>([
    ['a notice of exactly 5 working days posted on a Monday ends the next Monday', '2026-03-02', 5, '2026-03-09'],
    ['posted on a Saturday it ends on the Friday', '2026-03-07', 5, '2026-03-13'],
    ['a hearing of 3 working days from a Wednesday ends on the Monday', '2026-03-04', 3, '2026-03-09'],
    ['one working day from a Friday is the Monday', '2026-03-06', 1, '2026-03-09'],
    ['Spring Festival 2026: make-up Saturdays count, nine days off do not', '2026-02-13', 5, '2026-02-27'],
    ['Spring Festival 2026: both Saturdays worked lie in the term', '2026-02-13', 6, '2026-02-28'],
    ['Spring Festival 2025: posted the day before', '2025-01-27', 5, '2025-02-10'],
    ['Spring Festival 2024: posted within it', '2024-02-12', 5, '2024-02-22'],
    ['National Day 2026: Saturday 10 October is worked', '2026-09-30', 5, '2026-10-13'],
    ['National Day 2025: eight days off', '2025-09-29', 5, '2025-10-13'],
    ['National Day 2024: Sunday 29 September and Saturday 12 October are worked', '2024-09-27', 5, '2024-10-10'],
    ['over a leap day', '2024-02-28', 2, '2024-03-01'],
    ['ending on a leap day', '2024-02-28', 1, '2024-02-29'],
    ['over a year end with both years published', '2025-12-31', 3, '2026-01-06'],
    ['a reply to an objection within 15 working days over National Day', '2026-09-18', 15, '2026-10-15'],
    ['the last term that fits into 2026', '2026-12-24', 5, '2026-12-31'],
  ])('%s', (_, start, days, last) => expect(term(calendar, start, days)).toEqual(settled(last)));

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1001])(
    'a term of %d is a mistake of the caller',
    (days) => {
      expect(() => term(calendar, '2026-03-02', days)).toThrow(RangeError);
      expect(() => termMonths(calendar, '2026-03-02', days)).toThrow(RangeError);
    },
  );
});

describe('a term touching a year whose holidays are not published (product §3: 未公布)', () => {
  test('2026 into 2027: the day is provisional and counts weekends only', () => {
    expect(term(calendar, '2026-12-29', 5)).toEqual(provisional('2027-01-05'));
    expect(term(calendar, '2027-02-03', 5)).toEqual(provisional('2027-02-10'));
  });

  test('it closes nothing, however long one waits', () => {
    const open = term(calendar, '2026-12-29', 5);
    for (const today of ['2027-01-05', '2027-01-06', '2027-06-30', '2199-12-31'])
      expect(isOver(open, today)).toBe(false);
  });

  test('it is recomputed when the data is there: later over a holiday, earlier over a Saturday worked', () => {
    expect(term(later, '2026-12-29', 5)).toEqual(settled('2027-01-06'));
    expect(term(calendar, '2027-01-29', 5)).toEqual(provisional('2027-02-05'));
    expect(term(later, '2027-01-29', 5)).toEqual(settled('2027-02-04'));
    expect(isOver(term(later, '2027-01-29', 5), '2027-02-05')).toBe(true);
  });

  test('a start in a year without data does not matter, for day 0 is not counted', () => {
    expect(term(calendar, '2023-12-31', 1)).toEqual(settled('2024-01-02'));
    expect(term(calendar, '2023-12-30', 1)).toEqual(provisional('2024-01-02'));
  });
});

describe('terms of months (Civil Code 民法典 art. 202, 203)', () => {
  test.each<[string, Day, number, Day]>([
    ['an appeal is answered by the corresponding day 3 months later', '2026-03-05', 3, '2026-06-05'],
    ['without a corresponding day it is the last of the month', '2026-03-31', 3, '2026-06-30'],
    ['28 February 2026 is such a day and a Saturday that is worked', '2025-11-30', 3, '2026-02-28'],
    ['which in a leap year is 29 February', '2023-11-30', 3, '2024-02-29'],
    ['a leap day has no corresponding day a year later', '2024-02-29', 12, '2025-02-28'],
    ['a last day on a Saturday moves to the Monday', '2026-03-06', 3, '2026-06-08'],
    ['a last day on a Saturday that is worked stays', '2026-02-09', 3, '2026-05-09'],
    ['a last day in National Day moves behind it', '2026-07-01', 3, '2026-10-08'],
    ['a last day in Spring Festival moves behind its nine days', '2025-11-15', 3, '2026-02-24'],
    ['a last day of Mid-Autumn on a Friday moves behind the weekend', '2026-06-25', 3, '2026-09-28'],
    ['an improvement of a year', '2025-12-31', 12, '2026-12-31'],
  ])('%s', (_, start, months, last) => expect(termMonths(calendar, start, months)).toEqual(settled(last)));

  test('a last day in a year without data is provisional and closes nothing (product §3)', () => {
    const open = termMonths(calendar, '2026-11-05', 3);
    expect(open).toEqual(provisional('2027-02-05'));
    expect(isOver(open, '2027-12-31')).toBe(false);
    expect(termMonths(later, '2026-11-05', 3)).toEqual(settled('2027-02-13'));
  });

  test('a last day moved out of the published years is provisional (product §3)', () => {
    const only2022 = calendarOf([{ year: 2022, holidays: [] }]);
    expect(termMonths(only2022, '2022-09-30', 3)).toEqual(settled('2022-12-30'));
    expect(termMonths(only2022, '2022-10-31', 2)).toEqual(provisional('2023-01-02'));
  });
});

describe('over and left (product §3: a term ends at 24:00 of its last working day)', () => {
  const notice = term(calendar, '2026-03-02', 5);

  test.each<[Day, boolean, number]>([
    ['2026-03-02', false, 5],
    ['2026-03-03', false, 4],
    ['2026-03-07', false, 1],
    ['2026-03-09', false, 0],
    ['2026-03-10', true, 0],
  ])('on %s a notice posted on 2 March is over: %s; working days left: %i', (today, over, left) => {
    expect(isOver(notice, today)).toBe(over);
    expect(workingDaysLeft(calendar, notice, today)).toEqual({ days: left, provisional: false });
  });

  test('what is left of a provisional term is provisional, even after its day', () => {
    const open = term(calendar, '2026-12-29', 5);
    expect(workingDaysLeft(calendar, open, '2026-12-29')).toEqual({ days: 5, provisional: true });
    expect(workingDaysLeft(calendar, open, '2027-01-20')).toEqual({ days: 0, provisional: true });
  });

  test('no working day lies between a day and itself or an earlier one', () => {
    expect(workingDaysBetween(calendar, '2026-03-05', '2026-03-05')).toEqual({ days: 0, provisional: false });
    expect(workingDaysBetween(calendar, '2026-03-05', '2026-03-02')).toEqual({ days: 0, provisional: false });
  });
});

describe('properties of terms (product §3)', () => {
  const day = (from: string, to: string): fc.Arbitrary<Day> =>
    fc
      .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  const published = day('2024-01-01', '2026-08-31');
  const anyDay = day('2023-06-01', '2028-06-01');
  const length = fc.integer({ min: 1, max: 40 });
  const months = fc.integer({ min: 1, max: 12 });

  test('inside the published years no term ends on a day off, and none is provisional', () => {
    fc.assert(
      fc.property(published, length, (start, days) => {
        const found = term(calendar, start, days);
        expect(found.provisional).toBe(false);
        expect(isWorkingDay(calendar, found.last)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(published, months, (start, count) => {
        const found = termMonths(calendar, start, count);
        if (!found.provisional) expect(isWorkingDay(calendar, found.last)).toBe(true);
        else expect(found.last >= '2027-01-01').toBe(true);
      }),
    );
  });

  test('a longer term ends later; a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, length, (start, days) => {
        const found = term(calendar, start, days);
        expect(term(calendar, start, days + 1).last > found.last).toBe(true);
        expect(term(calendar, dayAfter(start), days).last >= found.last).toBe(true);
        expect(found.last > start).toBe(true);
      }),
    );
    fc.assert(
      fc.property(anyDay, months, (start, count) => {
        const found = termMonths(calendar, start, count);
        expect(termMonths(calendar, start, count + 1).last > found.last).toBe(true);
        expect(termMonths(calendar, dayAfter(start), count).last >= found.last).toBe(true);
        expect(found.last >= addMonths(start, count)).toBe(true);
      }),
    );
  });

  test('a term of a + b days is a term of b days after one of a days', () => {
    fc.assert(
      fc.property(anyDay, length, length, (start, a, b) => {
        const first = term(calendar, start, a);
        const second = term(calendar, first.last, b);
        expect(term(calendar, start, a + b)).toEqual({
          last: second.last,
          provisional: first.provisional || second.provisional,
        });
      }),
    );
  });

  test('the working days between a start and its last day are the length of the term; they add up', () => {
    fc.assert(
      fc.property(anyDay, length, length, (start, a, b) => {
        const first = term(calendar, start, a);
        const whole = term(calendar, start, a + b);
        expect(workingDaysBetween(calendar, start, first.last)).toEqual({ days: a, provisional: first.provisional });
        expect(workingDaysBetween(calendar, first.last, whole.last).days).toBe(b);
        expect(workingDaysLeft(calendar, whole, first.last).days).toBe(b);
      }),
    );
  });

  test('once over, always over; and more data never moves a term that was not provisional', () => {
    fc.assert(
      fc.property(anyDay, length, anyDay, (start, days, today) => {
        const found = term(calendar, start, days);
        if (isOver(found, today)) expect(isOver(found, dayAfter(today))).toBe(true);
        if (!found.provisional) expect(term(later, start, days)).toEqual(found);
        else expect(isOver(found, today)).toBe(false);
      }),
    );
  });
});
