import type { Day } from '#domain/kernel/day.ts';
import { fill } from './fill.ts';
import type { Lang } from './lang.ts';
import { monthParams } from './month-name.ts';
import { myEn } from './my.en.ts';
import { type MyWords, myZhCN } from './my.zh-CN.ts';

/** The texts of a member's own page 本人页面文字 in a language; apart from the others, so that a telephone loads only these. */
export function myWords(lang: Lang): MyWords {
  return lang === 'en' ? myEn : myZhCN;
}

/** A day as people read it: 2026年3月5日. */
export function sayDay(day: Day, { common }: Pick<MyWords, 'common'>): string {
  const [y = '', mm = '', dd = ''] = day.split('-');
  return fill(common.day, { y, dd, d: Number(dd), ...monthParams(mm) });
}

/** A month as people read it 月份, of 2026-03: 2026年3月. */
export function sayMonthOf(month: string, { my }: Pick<MyWords, 'my'>): string {
  const [y = '', mm = ''] = month.split('-');
  return fill(my.monthOf, { y, ...monthParams(mm) });
}
