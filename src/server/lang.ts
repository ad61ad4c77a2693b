import type { Lang } from '#words/lang.ts';

/** The language of a request 语言: Chinese unless its address says ?lang=en (product §8). */
export function langOf(query: unknown): Lang {
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  return asked === 'en' ? 'en' : 'zh-CN';
}
