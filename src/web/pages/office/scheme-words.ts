import { check } from '#domain/scheme/check.ts';
import { explainScheme } from '#words/explain-scheme.ts';
import type { Lang } from '#words/lang.ts';

/** A scheme as kept, in plain words line by line 方案说明; undefined where it cannot be scored. */
export function schemeLines(document: unknown, lang: Lang): readonly string[] | undefined {
  const { scheme } = check(document);
  return scheme && explainScheme(scheme, lang);
}
