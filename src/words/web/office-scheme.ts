import type { Lang } from '#words/lang.ts';
import { schemeEn } from './office-scheme.en.ts';
import { type SchemeWords, schemeZhCN } from './office-scheme.zh-CN.ts';

/** The texts of the scheme 方案文字 in a language. */
export function schemeWords(lang: Lang): SchemeWords {
  return lang === 'en' ? schemeEn : schemeZhCN;
}
