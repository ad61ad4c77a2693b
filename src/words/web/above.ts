import type { Lang } from '#words/lang.ts';
import { aboveEn } from './above.en.ts';
import { type AboveWords, aboveZhCN } from './above.zh-CN.ts';
import { aboveAppealsEn } from './above-appeals.en.ts';
import { type AboveAppealsWords, aboveAppealsZhCN } from './above-appeals.zh-CN.ts';

/** The texts of the superior's work list, filings and raw lines 上级工作台文字 in a language. */
export function aboveWords(lang: Lang): AboveWords {
  return lang === 'en' ? aboveEn : aboveZhCN;
}

/** The texts of the superior's pages on appeals, concerns and branches 申诉、监督、下级支部 in a language. */
export function aboveAppealsWords(lang: Lang): AboveAppealsWords {
  return lang === 'en' ? aboveAppealsEn : aboveAppealsZhCN;
}
