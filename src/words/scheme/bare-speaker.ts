import type { Lang } from '#words/lang.ts';
import { say } from '#words/say.ts';
import type { Speaker } from './speak.ts';

/** A speaker without a scheme at hand: ids stand for themselves. */
export function bareSpeaker(lang: Lang): Speaker {
  return {
    lang,
    decimals: 4,
    cycle: undefined,
    say: (key, params) => say(lang, key, params),
    node: () => undefined,
    nodeLabel: (id) => id,
    reviewLabel: (id) => id,
    categoryLabel: (id) => id,
  };
}

const TABLES = new Set(['amounts', 'shares', 'of']);

/** Plain data of a difference as the scheme's own form again: objects of amounts by name become tables. */
export function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) =>
      TABLES.has(key) && typeof one === 'object' && one !== null
        ? [key, new Map(Object.entries(one).map(([name, entry]) => [name, revived(entry)]))]
        : [key, revived(one)],
    ),
  );
}
