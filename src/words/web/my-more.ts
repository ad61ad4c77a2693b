import type { Lang } from '#words/lang.ts';
import { moreEn } from './my-more.en.ts';
import { type MoreWords, moreZhCN } from './my-more.zh-CN.ts';

/** The texts of a member's further pages 其他页面文字 in a language. */
export function moreWords(lang: Lang): MoreWords {
  return lang === 'en' ? moreEn : moreZhCN;
}
