import type { Day } from '#domain/kernel/day.ts';
import { fill } from './fill.ts';
import type { Lang } from './lang.ts';
import { pagesEn } from './pages.en.ts';
import { type PageWords, pagesZhCN } from './pages.zh-CN.ts';

/** The texts of the pages 页面文字 in a language. */
export function pageWords(lang: Lang): PageWords {
  return lang === 'en' ? pagesEn : pagesZhCN;
}

/** A day as people read it: 2026年3月5日. */
export function sayDay(day: Day, words: PageWords): string {
  const [y = '', m = '', d = ''] = day.split('-');
  const short = words === pagesZhCN;
  return fill(words.common.day, { y, m: short ? Number(m) : m, d: short ? Number(d) : d });
}
