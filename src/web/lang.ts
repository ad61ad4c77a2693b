import { useSearch } from '@tanstack/react-router';
import type { Lang } from '#words/lang.ts';
import { myWords } from '#words/my.ts';
import type { MyWords } from '#words/pages.zh-CN.ts';

/** The language of the page 语言, kept in its address: Chinese unless ?lang=en. */
export function useLang(): Lang {
  const { lang } = useSearch({ strict: false });
  return lang === 'en' ? 'en' : 'zh-CN';
}

/** The texts in the language of the page. */
export function useWords(): MyWords {
  return myWords(useLang());
}
