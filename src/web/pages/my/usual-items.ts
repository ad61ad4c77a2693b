import type { AnswerOf } from '#contract/api.ts';
import type { ListedItem } from './items.ts';

/** So many are offered first. */
const FEW = 6;

type Row = Pick<AnswerOf<'declaration.list'>['rows'][number], 'subject' | 'fact' | 'deduction'>;

/** The items that a member declares most often 常用事项, the latest first among equals; whoever has none yet is offered the first of the scheme that give points. */
export function usualItems(
  rows: readonly Row[],
  member: string | undefined,
  items: readonly ListedItem[],
): readonly string[] {
  const counts = new Map<string, { readonly times: number; readonly last: string }>();
  for (const { subject, fact, deduction } of rows) {
    if (subject !== member || deduction || !items.some(({ id }) => id === fact.item)) continue;
    const { times = 0, last = '' } = counts.get(fact.item) ?? {};
    counts.set(fact.item, { times: times + 1, last: [fact.day, last].toSorted()[1] ?? last });
  }
  const known = [...counts]
    .toSorted(([, one], [, other]) => other.times - one.times || (other.last > one.last ? 1 : -1))
    .map(([id]) => id);
  const rest = items.filter((item) => !item.deduction && !known.includes(item.id)).map(({ id }) => id);
  return [...known, ...rest].slice(0, FEW);
}
