import type { Lang } from '#words/lang.ts';
import { workEn } from './work.en.ts';
import { type WorkWords, workZhCN } from './work.zh-CN.ts';

/** The texts of work list, months, deductions and vetoes 待办文字 in a language. */
export function workWords(lang: Lang): WorkWords {
  return lang === 'en' ? workEn : workZhCN;
}
