import type { Lang } from '#words/lang.ts';
import { verifyLineEn } from './my-verify.en.ts';
import { type VerifyLineWords, verifyLineZhCN } from './my-verify.zh-CN.ts';

/** The texts of verifying 核实文字 in a language. */
export function verifyLineWords(lang: Lang): VerifyLineWords {
  return lang === 'en' ? verifyLineEn : verifyLineZhCN;
}
