import type { Lang } from '#words/lang.ts';
import { linesEn } from './my-lines.en.ts';
import { type LinesWords, linesZhCN } from './my-lines.zh-CN.ts';

/** The texts of a member's lines 事项文字 in a language. */
export function linesWords(lang: Lang): LinesWords {
  return lang === 'en' ? linesEn : linesZhCN;
}
