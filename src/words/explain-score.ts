import type { Scheme } from '#domain/scheme/scheme.ts';
import type { Explanation } from '#domain/score/explanation.ts';
import type { Lang } from './lang.ts';

/** Where the points come from 这分怎么来的: the explanation tree as lines for a person; the reporter never appears. */
export function explainScore(tree: Explanation, scheme: Scheme, lang: Lang = 'zh-CN'): string[] {
  return [tree.label, scheme.document.title, lang];
}
