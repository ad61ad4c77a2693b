import type { Lang } from '#words/lang.ts';
import { formsEn } from './office-forms.en.ts';
import { type FormsWords, formsZhCN } from './office-forms.zh-CN.ts';

/** The texts of the list of forms 表单清单 in a language. */
export function formsWords(lang: Lang): FormsWords {
  return lang === 'en' ? formsEn : formsZhCN;
}
