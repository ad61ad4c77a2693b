import type { Lang } from '#words/lang.ts';
import { sheetsEn } from './sheets.en.ts';
import { type SheetsWords, sheetsZhCN } from './sheets.zh-CN.ts';

/** The texts of paper that comes back 纸质材料 in a language. */
export function sheetsWords(lang: Lang): SheetsWords {
  return lang === 'en' ? sheetsEn : sheetsZhCN;
}
