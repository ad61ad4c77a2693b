import type { Change } from '#domain/scheme/diff.ts';
import type { Lang } from './lang.ts';

/** The differences between two schemes as sentences, one a line. */
export function sayDiff(changes: readonly Change[], lang: Lang = 'zh-CN'): string[] {
  return changes.map((change) => `${change.kind} ${change.label} ${lang}`);
}
