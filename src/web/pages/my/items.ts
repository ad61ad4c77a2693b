import type { AnswerOf } from '#contract/api.ts';
import { useRead, useSession } from '#web/query.ts';

/** An item as it can be declared. */
export type ListedItem = AnswerOf<'item.list'>['items'][number];

/** The items of the scheme 项目: found by id, and named; an item of an earlier version that is gone reads as its id's own words. */
export function useItems(): {
  readonly all: readonly ListedItem[] | undefined;
  readonly find: (id: string) => ListedItem | undefined;
  readonly name: (id: string) => string;
} {
  const { home } = useSession();
  const { data } = useRead('item.list', { branch: home });
  const find = (id: string): ListedItem | undefined => data?.items.find((one) => one.id === id);
  return { all: data?.items, find, name: (id) => find(id)?.label ?? (data ? id.replace(/^[A-Z0-9]+-/, '') : '') };
}
