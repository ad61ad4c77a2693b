import { useSearch } from '@tanstack/react-router';
import type { Lang } from '#words/lang.ts';
import { type Marks, marksOf } from '#words/marks.ts';
import { myWords } from '#words/my.ts';
import type { MyWords } from '#words/my.zh-CN.ts';
import { uiWords } from '#words/web/ui.ts';
import type { UiWords } from '#words/web/ui.zh-CN.ts';

/** The language of the page 语言, kept in its address: Chinese unless ?lang=en. */
export function useLang(): Lang {
  const { lang } = useSearch({ strict: false });
  return lang === 'en' ? 'en' : 'zh-CN';
}

/** The texts that every page needs, in the language of the page. */
export function useWords(): MyWords & { readonly ui: UiWords } {
  const lang = useLang();
  return { ...myWords(lang), ui: uiWords(lang) };
}

/** The texts of a room of pages in the language of the page: `useText(deskWords)`. */
export function useText<T>(words: (lang: Lang) => T): T {
  return words(useLang());
}

/** How the page's language sets words off from each other. */
export function useMarks(): Marks {
  return marksOf(useLang());
}
