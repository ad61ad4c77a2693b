import type { Lang } from '#words/lang.ts';
import { putEn } from './meeting-put.en.ts';
import { type PutWords, putZhCN } from './meeting-put.zh-CN.ts';

/** The texts for putting a matter to the meeting 提请表决文字 in a language. */
export function putWords(lang: Lang): PutWords {
  return lang === 'en' ? putEn : putZhCN;
}
