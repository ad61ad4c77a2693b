import { basename } from 'node:path';
import { LARGEST } from '#domain/kernel/points.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import type { FactRow } from '#intake/facts/fact-context.ts';
import type { ItemIndex } from '#intake/facts/item-index.ts';

const UNKNOWN = 'unknown:';

/** An index 项目 that takes an item which the scheme has not as one that counts for nothing. */
export function acceptingUnknown(items: ItemIndex): ItemIndex {
  const read = { needed: false };
  return {
    nearest: (text) => items.nearest(text),
    resolve: (text) =>
      items.resolve(text) ?? {
        id: `${UNKNOWN}${text}`,
        label: text,
        quantity: 'any',
        level: read,
        score: read,
        rater: read,
        ref: read,
        points: { needed: false, from: -LARGEST, to: LARGEST },
      },
  };
}

/** Facts that a draft has no place for: one warning an item. */
export function leftOut(facts: readonly FactRow[], file: string): readonly Problem[] {
  const counts = new Map<string, number>();
  for (const { item } of facts) if (item.startsWith(UNKNOWN)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].map(([item, count]) => ({
    severity: 'warning',
    code: 'intake.item-left-out',
    place: { file: basename(file) },
    params: { item: item.slice(UNKNOWN.length), count },
  }));
}
