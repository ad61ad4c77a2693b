import type { Lang } from '#words/lang.ts';
import { scansEn } from './scans.en.ts';
import { type ScansWords, scansZhCN } from './scans.zh-CN.ts';

/** The texts of scans of signed sheets 签字扫描件 in a language. */
export function scansWords(lang: Lang): ScansWords {
  return lang === 'en' ? scansEn : scansZhCN;
}
