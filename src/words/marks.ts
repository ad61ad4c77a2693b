import type { Lang } from './lang.ts';

/** How a language sets words off from each other 标点, where a page puts them together itself. */
export type Marks = {
  /** Between a name and what it is. */
  readonly colon: string;
  readonly comma: string;
  /** Between the parts of a list. */
  readonly list: string;
  /** Between sentences that belong together. */
  readonly clause: string;
  readonly open: string;
  readonly close: string;
};

const CHINESE: Marks = { colon: '：', comma: '，', list: '、', clause: '；', open: '（', close: '）' };
const ENGLISH: Marks = { colon: ': ', comma: ', ', list: ', ', clause: '; ', open: ' (', close: ')' };

/** The marks of a language. */
export function marksOf(lang: Lang): Marks {
  return lang === 'en' ? ENGLISH : CHINESE;
}
