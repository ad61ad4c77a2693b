import type { Lang } from '#words/lang.ts';
import { paperEn } from './meeting-paper.en.ts';
import { type PaperWords, paperZhCN } from './meeting-paper.zh-CN.ts';

/** The texts of registers and minutes 登记表文字 in a language. */
export function paperWords(lang: Lang): PaperWords {
  return lang === 'en' ? paperEn : paperZhCN;
}
