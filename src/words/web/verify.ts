import type { Lang } from '#words/lang.ts';
import { verifyEn } from './verify.en.ts';
import { type VerifyWords, verifyZhCN } from './verify.zh-CN.ts';

/** The texts of the page that verifies an archive 验证页文字, in a language. */
export function verifyWords(lang: Lang): VerifyWords {
  return lang === 'en' ? verifyEn : verifyZhCN;
}
