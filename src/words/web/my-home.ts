import type { Lang } from '#words/lang.ts';
import { homeEn } from './my-home.en.ts';
import { type HomeWords, homeZhCN } from './my-home.zh-CN.ts';

/** The texts of a member's home 首页文字 in a language. */
export function homeWords(lang: Lang): HomeWords {
  return lang === 'en' ? homeEn : homeZhCN;
}
