import type { Lang } from './lang.ts';
import { publicEn } from './public.en.ts';
import { type PublicWords, publicZhCN } from './public.zh-CN.ts';

/** The texts of the public pages 公开页面文字 in a language. */
export function publicWords(lang: Lang): PublicWords {
  return lang === 'en' ? publicEn : publicZhCN;
}
