import type { Lang } from '#words/lang.ts';
import { uiEn } from './ui.en.ts';
import { type UiWords, uiZhCN } from './ui.zh-CN.ts';

/** The texts of what all pages have in common 通用文字, in a language. */
export function uiWords(lang: Lang): UiWords {
  return lang === 'en' ? uiEn : uiZhCN;
}
