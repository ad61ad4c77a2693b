import type { Lang } from '#words/lang.ts';
import { supervisionEn } from './office-supervision.en.ts';
import { type SupervisionWords, supervisionZhCN } from './office-supervision.zh-CN.ts';

/** The texts of objections, questions and served appeals 异议与监督文字 in a language. */
export function supervisionWords(lang: Lang): SupervisionWords {
  return lang === 'en' ? supervisionEn : supervisionZhCN;
}
