import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import type { List } from './list.ts';

/** The first rows of a list that is too long for one file 截取, and in a last row that there are more. */
export function cutOff(lang: Lang, list: List, most: number): List {
  const [first] = list.columns;
  const columns = first ? [{ ...first, kind: 'text' as const }, ...list.columns.slice(1)] : [];
  return { ...list, columns, rows: [...list.rows.slice(0, most), [listWords(lang).cut]] };
}
