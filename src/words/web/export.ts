import type { Lang } from '#words/lang.ts';
import { exportEn } from './export.en.ts';
import { type ExportWords, exportZhCN } from './export.zh-CN.ts';

/** The texts of exports 导出文字 in a language. */
export function exportWords(lang: Lang): ExportWords {
  return lang === 'en' ? exportEn : exportZhCN;
}
