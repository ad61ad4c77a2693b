import { formTitlesEn } from './form-titles.en.ts';
import { type FormTitles, formTitlesZhCN } from './form-titles.zh-CN.ts';
import type { Lang } from './lang.ts';

/** The titles of printed forms 表单名称 in a language. */
export function formTitles(lang: Lang): FormTitles {
  return lang === 'en' ? formTitlesEn : formTitlesZhCN;
}
