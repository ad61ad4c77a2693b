import type { Lang } from '#words/lang.ts';
import { batchEn } from './batch.en.ts';
import { type BatchWords, batchZhCN } from './batch.zh-CN.ts';

/** The texts of batch entry 批量录入文字 in a language. */
export function batchWords(lang: Lang): BatchWords {
  return lang === 'en' ? batchEn : batchZhCN;
}
