import type { Lang } from '#words/lang.ts';
import { noticesEn } from './office-notices.en.ts';
import { type NoticesWords, noticesZhCN } from './office-notices.zh-CN.ts';

/** The texts of the notices 公示文字 in a language. */
export function noticesWords(lang: Lang): NoticesWords {
  return lang === 'en' ? noticesEn : noticesZhCN;
}
