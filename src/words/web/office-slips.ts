import type { Lang } from '#words/lang.ts';
import { slipsEn } from './office-slips.en.ts';
import { type SlipsWords, slipsZhCN } from './office-slips.zh-CN.ts';

/** The texts of the sign-in slips 登录单文字 in a language. */
export function slipsWords(lang: Lang): SlipsWords {
  return lang === 'en' ? slipsEn : slipsZhCN;
}
