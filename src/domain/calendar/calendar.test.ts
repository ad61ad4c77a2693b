import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, dayBefore, dayOf, isDay, yearOf } from '#domain/kernel/day.ts';
import { calendarOf, counts, isWorkingDay } from './calendar.ts';
import { dayAfter, isWeekend } from './civil-day.ts';
import { PUBLISHED_NOTICES } from './holiday-notice.ts';

const calendar = calendarOf(PUBLISHED_NOTICES);

/** The notices once more, in their own words: days off | weekend days worked. Typed from the text, not from the data. */
const NOTICES: Record<number, string> = {
  2024: `元旦:1月1日|
    春节:2月10日至17日|2月4日、2月18日
    清明节:4月4日至6日|4月7日
    劳动节:5月1日至5日|4月28日、5月11日
    端午节:6月10日|
    中秋节:9月15日至17日|9月14日
    国庆节:10月1日至7日|9月29日、10月12日`,
  2025: `元旦:1月1日|
    春节:1月28日至2月4日|1月26日、2月8日
    清明节:4月4日至6日|
    劳动节:5月1日至5日|4月27日
    端午节:5月31日至6月2日|
    国庆节、中秋节:10月1日至8日|9月28日、10月11日`,
  2026: `元旦:1月1日至3日|1月4日
    春节:2月15日至23日|2月14日、2月28日
    清明节:4月4日至6日|
    劳动节:5月1日至5日|5月9日
    端午节:6月19日至21日|
    中秋节:9月25日至27日|
    国庆节:10月1日至7日|9月20日、10月10日`,
};

type Row = { year: number; name: string; off: Day[]; worked: Day[] };

function daysOf(year: number, text: string): Day[] {
  let month = 0;
  return [...text.matchAll(/(?:(\d+)月)?(\d+)日/g)].map(([, named, date]) => {
    if (named !== undefined) month = Number(named);
    return dayOf(year, month, Number(date));
  });
}

function stretch(from: Day, to: Day): Day[] {
  const days = [];
  for (let day = from; day <= to; day = dayAfter(day)) days.push(day);
  return days;
}

const rows: Row[] = Object.entries(NOTICES).flatMap(([key, text]) =>
  text.split('\n').map((line) => {
    const year = Number(key);
    const [, name = '', off = '', worked = ''] = /^\s*(.+):(.+)\|(.*)$/.exec(line) ?? [];
    const [from = '', to = from] = daysOf(year, off);
    return { year, name, off: stretch(from, to), worked: daysOf(year, worked) };
  }),
);

describe('the holidays the State Council published 节假日安排 (product §3)', () => {
  test.each(rows)('$year $name: nobody works on $off', ({ off }) => {
    for (const day of off) expect(isWorkingDay(calendar, day), day).toBe(false);
  });

  test.each(rows.filter((row) => row.worked.length > 0))('$year $name: $worked are worked 调休上班', ({ worked }) => {
    for (const day of worked) {
      expect(isWeekend(day), day).toBe(true);
      expect(isWorkingDay(calendar, day), day).toBe(true);
    }
  });

  // Compared on 22 November 2026 with chinese-days 1.5.7, day by day: 366 of 366 days of 2024, 365 of 365 of 2025 and of 2026 agree.
  // That package calls every weekday of a year it does not know a workday, 1 October 2027 among them; so it is no dependency here.
  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('every day of %i that its notice does not name follows the week; %i are worked', (year, worked) => {
    const named = new Map(
      rows.flatMap((row) => [
        ...row.off.map((day) => [day, false] as const),
        ...row.worked.map((day) => [day, true] as const),
      ]),
    );
    const days = stretch(dayOf(year, 1, 1), dayOf(year, 12, 31));
    for (const day of days) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      expect(isWorkingDay(calendar, day), day).toBe(named.get(day) ?? (weekday > 0 && weekday < 6));
    }
    expect(days.filter((day) => isWorkingDay(calendar, day) === true)).toHaveLength(worked);
  });

  test('every year has one notice with number, day of issue and address, in order; the last one is of 2026', () => {
    expect(PUBLISHED_NOTICES.map(({ year, number }) => [year, number])).toEqual([
      [2024, '国办发明电〔2023〕7号'],
      [2025, '国办发明电〔2024〕12号'],
      [2026, '国办发明电〔2025〕7号'],
    ]);
    for (const { year, issued, source, holidays } of PUBLISHED_NOTICES) {
      expect(isDay(issued) && yearOf(issued) === year - 1, issued).toBe(true);
      expect(source).toMatch(/^https:\/\/www\.gov\.cn\//);
      expect(holidays.map(({ name }) => name)).toEqual(rows.filter((row) => row.year === year).map(({ name }) => name));
    }
  });

  test("New Year's Eve of 2024 was only encouraged as rest, so it stays a working day", () => {
    expect(isWorkingDay(calendar, '2024-02-09')).toBe(true);
  });
});

describe('a year without data is 未公布 (product §3)', () => {
  test.each(['2023-12-29', '2027-01-01', '2027-01-04', '2027-10-01', '2027-10-02'])('%s is unpublished', (day) => {
    expect(isWorkingDay(calendar, day)).toBe('unpublished');
  });

  test('only its weekends are counted as days off', () => {
    expect(stretch('2027-10-01', '2027-10-05').map((day) => counts(calendar, day))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  test('a calendar without notices knows no day', () => {
    expect(isWorkingDay(calendarOf([]), '2026-03-05')).toBe('unpublished');
  });
});

describe('notices that change other notices (product §3)', () => {
  test('a notice may name days of the December before, as that of 2019 did', () => {
    const days = { from: '2018-12-30', to: '2019-01-01' };
    const reaching = calendarOf([{ year: 2019, holidays: [{ name: '元旦', days, worked: ['2018-12-29'] }] }]);
    expect(stretch('2018-12-28', '2019-01-02').map((day) => isWorkingDay(reaching, day))).toEqual([
      'unpublished',
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test('the later one in the list counts, as when Labour Day of 2019 was lengthened in March', () => {
    const first = { name: '劳动节', days: { from: '2019-05-01', to: '2019-05-01' }, worked: [] };
    const longer = {
      name: '劳动节',
      days: { from: '2019-05-01', to: '2019-05-04' },
      worked: ['2019-04-28', '2019-05-05'],
    };
    const amended = calendarOf([
      { year: 2019, holidays: [first] },
      { year: 2019, holidays: [longer] },
    ]);
    expect(isWorkingDay(amended, '2019-05-02')).toBe(false);
    expect(isWorkingDay(amended, '2019-05-05')).toBe(true);
  });
});

test('the day after and the day before undo each other, over leap days and centuries', () => {
  expect(dayAfter('2024-02-28')).toBe('2024-02-29');
  expect(dayAfter('2024-02-29')).toBe('2024-03-01');
  expect(dayAfter('2100-02-28')).toBe('2100-03-01');
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  const instant = fc.date({
    min: new Date('1900-01-02T00:00:00Z'),
    max: new Date('2199-12-30T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instant, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(dayBefore(dayAfter(day))).toBe(day);
      expect(isWeekend(day)).toBe([0, 6].includes(date.getUTCDay()));
    }),
  );
});
