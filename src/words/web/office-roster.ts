import type { Lang } from '#words/lang.ts';
import { rosterEn } from './office-roster.en.ts';
import { type RosterWords, rosterZhCN } from './office-roster.zh-CN.ts';

/** The texts of the roster 名册文字 in a language. */
export function rosterWords(lang: Lang): RosterWords {
  return lang === 'en' ? rosterEn : rosterZhCN;
}
