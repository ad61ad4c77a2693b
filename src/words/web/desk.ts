import type { Lang } from '#words/lang.ts';
import { deskEn } from './desk.en.ts';
import { type DeskWords, deskZhCN } from './desk.zh-CN.ts';

/** The texts of the desks 工作台文字 in a language. */
export function deskWords(lang: Lang): DeskWords {
  return lang === 'en' ? deskEn : deskZhCN;
}
