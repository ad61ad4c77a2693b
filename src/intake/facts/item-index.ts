import type { Points } from '#domain/kernel/points.ts';
import { clean, labelKey } from '#intake/text/clean.ts';
import { nearest } from '#intake/text/near.ts';

/** A level 等级 that an item knows: the text that the fact keeps, and other words that people write for it. */
export type LevelName = { readonly id: string; readonly labels?: readonly string[] };

/** What a fact under an item may and must say; whatever is not named here is not read, and a value written there is warned of. */
export type ItemReading = {
  /** The fact's item: an item's or extra's id, `veto:<ground>`, `review:<id>` or `opening:<component>`. */
  readonly id: string;
  readonly label: string;
  /** Other words for the item. */
  readonly aliases?: readonly string[];
  /** Whether it counts something, and only in whole numbers. */
  readonly quantity?: 'whole' | 'any';
  /** Its levels; `needed` when a fact without one cannot be scored; without `names` any text is a level. */
  readonly level?: { readonly needed: boolean; readonly names?: readonly LevelName[] };
  /** Judged points 评定分 and their range in 1/10000. */
  readonly points?: { readonly needed: boolean; readonly from: Points; readonly to: Points };
  /** An outside score 外部得分. */
  readonly score?: { readonly needed: boolean };
  readonly rater?: { readonly needed: boolean };
  /** A reference; `needed` for a veto, whose finding it names. */
  readonly ref?: { readonly needed: boolean };
  /** Whether the fact reaches every member of the member's group, so that a group must be known. */
  readonly reachesGroup?: boolean;
};

/** Finds items 积分项目 by what people write in an item cell. */
export type ItemIndex = {
  /** The item of that id or label; 'ambiguous' when several have the label. */
  resolve(text: string): ItemReading | 'ambiguous' | undefined;
  /** Up to three labels that look most like the text. */
  nearest(text: string): readonly string[];
};

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^(?:veto|一票否决)[:：]\s*/i, 'veto:'],
  [/^(?:review|评议|民主评议)[:：]\s*/i, 'review:'],
  [/^(?:opening|期初|结转)[:：]\s*/i, 'opening:'],
];

function prefixed(text: string): { readonly prefix: string; readonly rest: string } {
  for (const [pattern, prefix] of PREFIXES) {
    const match = pattern.exec(text);
    if (match) return { prefix, rest: text.slice(match[0].length) };
  }
  return { prefix: '', rest: text };
}

/**
 * Builds the index of a scheme's items: an id wins over a label; `veto:`, `review:` and `opening:` (一票否决:、评议:、期初:) are followed by
 * the id or label of the ground, review or component, whose reading has an id with that prefix.
 */
export function indexItems(items: readonly ItemReading[]): ItemIndex {
  const ids = new Map(items.map((item) => [item.id, item]));
  const labels = new Map<string, ItemReading | 'ambiguous'>();
  for (const item of items) {
    const { prefix } = prefixed(item.id);
    for (const label of new Set([item.id, item.label, ...(item.aliases ?? [])].map(labelKey))) {
      const key = label.startsWith(prefix) ? label : prefix + label;
      const other = labels.get(key);
      labels.set(key, other === undefined || other === item ? item : 'ambiguous');
    }
  }
  return {
    resolve(text) {
      const { prefix, rest } = prefixed(clean(text));
      return ids.get(prefix + rest) ?? labels.get(prefix + labelKey(rest));
    },
    nearest: (text) =>
      nearest(
        prefixed(clean(text)).rest,
        items.map((item) => item.label),
      ),
  };
}
