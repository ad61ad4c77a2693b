import { useSearch } from '@tanstack/react-router';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';

/** The language of the page 语言, kept in its address: Chinese unless ?lang=en. */
export function useLang(): Lang {
  const { lang } = useSearch({ strict: false });
  return lang === 'en' ? 'en' : 'zh-CN';
}

/** The texts in the language of the page. */
export function useWords(): PageWords {
  return pageWords(useLang());
}
