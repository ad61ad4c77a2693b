import type { RefusalCode } from '#domain/process/refusal.ts';
import type { Lang } from './lang.ts';
import { pageWords } from './pages.ts';
import type { PageWords } from './pages.zh-CN.ts';
import { refusalsEn } from './refusals.en.ts';
import { refusalsZhCN } from './refusals.zh-CN.ts';

/** The sentence of a refusal 拒绝的话: the API's own stand among the pages' words, those of the process in a catalogue of theirs. */
export function sayRefused(code: RefusalCode | keyof PageWords['refusal'], lang: Lang): string {
  const own: Readonly<Record<string, string>> = pageWords(lang).refusal;
  const ofProcess: Readonly<Record<string, string>> = lang === 'en' ? refusalsEn : refusalsZhCN;
  return own[code] ?? ofProcess[code] ?? code;
}
