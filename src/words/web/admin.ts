import type { Lang } from '#words/lang.ts';
import { adminEn } from './admin.en.ts';
import { type AdminWords, adminZhCN } from './admin.zh-CN.ts';

/** The texts of the three administrators' pages 系统管理文字 in a language. */
export function adminWords(lang: Lang): AdminWords {
  return lang === 'en' ? adminEn : adminZhCN;
}
