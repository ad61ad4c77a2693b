import type { Lang } from '#words/lang.ts';
import { yearEn } from './year.en.ts';
import { type YearWords, yearZhCN } from './year.zh-CN.ts';
import { yearUsesEn } from './year-uses.en.ts';
import { type YearUsesWords, yearUsesZhCN } from './year-uses.zh-CN.ts';

/** The texts of settlement and filing 年度结算文字 in a language. */
export function yearWords(lang: Lang): YearWords {
  return lang === 'en' ? yearEn : yearZhCN;
}

/** The texts of appraisal and consequences 评议与运用文字 in a language. */
export function usesWords(lang: Lang): YearUsesWords {
  return lang === 'en' ? yearUsesEn : yearUsesZhCN;
}
