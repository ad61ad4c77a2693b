import type { Lang } from '#words/lang.ts';
import { hallEn } from './meeting-hall.en.ts';
import { type HallWords, hallZhCN } from './meeting-hall.zh-CN.ts';

/** The texts for the hall 会场文字 in a language. */
export function hallWords(lang: Lang): HallWords {
  return lang === 'en' ? hallEn : hallZhCN;
}
