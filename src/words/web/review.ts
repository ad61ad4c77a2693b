import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { monthParams } from '#words/month-name.ts';
import { reviewEn } from './review.en.ts';
import { type ReviewWords, reviewZhCN } from './review.zh-CN.ts';

/** The texts of the monthly review 初评文字 in a language. */
export function reviewWords(lang: Lang): ReviewWords {
  return lang === 'en' ? reviewEn : reviewZhCN;
}

/** A month as people read it 月份: 2026年3月. */
export function sayMonth(month: string, words: Pick<ReviewWords, 'month'>): string {
  const [y = '', mm = ''] = month.split('-');
  return fill(words.month, { y, ...monthParams(mm) });
}

/** A quarter as people read it 季度: 2026年第1季度. */
export function sayQuarter(quarter: string, words: Pick<ReviewWords, 'quarter'>): string {
  const [y = '', q = ''] = quarter.split('Q');
  return fill(words.quarter, { y, q });
}
