import type { Lang } from './lang.ts';
import { pagesEn } from './pages.en.ts';
import { type PageWords, pagesZhCN } from './pages.zh-CN.ts';

/** The texts of the pages 页面文字 in a language. */
export function pageWords(lang: Lang): PageWords {
  return lang === 'en' ? pagesEn : pagesZhCN;
}
