import { en } from './en.ts';
import { fill } from './fill.ts';
import type { Lang } from './lang.ts';
import { type Key, zhCN } from './zh-CN.ts';

const CATALOGUES: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { 'zh-CN': zhCN, en };

/** The words of a key in a language, with its {places} filled. */
export function say(lang: Lang, key: Key, params: Readonly<Record<string, string | number>> = {}): string {
  return fill(CATALOGUES[lang][key], params);
}

/** Whether the catalogues have words for a key. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(zhCN, key);
}
