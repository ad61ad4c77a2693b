import type { Lang } from './lang.ts';
import { listEn } from './list.en.ts';
import { type ListWords, listZhCN } from './list.zh-CN.ts';

/** The texts of lists 清单文字 in a language. */
export function listWords(lang: Lang): ListWords {
  return lang === 'en' ? listEn : listZhCN;
}
