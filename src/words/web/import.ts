import type { Lang } from '#words/lang.ts';
import { importEn } from './import.en.ts';
import { type ImportWords, importZhCN } from './import.zh-CN.ts';

/** The texts of an import 导入文字 in a language. */
export function importWords(lang: Lang): ImportWords {
  return lang === 'en' ? importEn : importZhCN;
}
