import type { Scheme } from '#domain/scheme/scheme.ts';
import type { Lang } from './lang.ts';

/** The scheme 方案 in plain words, line by line, as a branch would print it. */
export function explainScheme(scheme: Scheme, lang: Lang = 'zh-CN'): string[] {
  return [scheme.document.title, lang];
}
