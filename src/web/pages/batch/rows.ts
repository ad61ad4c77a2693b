import { exactPoints } from '#domain/kernel/points.ts';
import { EMPTY_FACT, type FactForm, factOf } from '#web/pages/review/fact-form.ts';
import type { ItemAnswer } from '#web/pages/review/item.ts';
import type { Sentence } from './sentence.ts';

/** A proposed line 拟录事项, as it stands in the table: whom it is about, everyone it could be about, and its fact. */
export type Row = FactForm & { readonly key: number; readonly who: string; readonly could: readonly string[] };

/** What is sent at once: members with the same fact. */
export type Call = { readonly subjects: readonly string[]; readonly rows: readonly Row[] };

/** The rows of a sentence; what is not certain is left empty, to be chosen. */
export function rowsOf({ people, day = '', items, level = '' }: Sentence, from: number): readonly Row[] {
  const [item = ''] = items.length === 1 ? items : [];
  return people.map(({ who, amount }, at) => ({
    ...EMPTY_FACT,
    key: from + at,
    who: who.length === 1 ? (who[0] ?? '') : '',
    could: who,
    item,
    day,
    level,
    amount: amount === undefined ? '' : exactPoints(amount).replace(/\.?0+$/, ''),
  }));
}

/** Rows with the same fact go together: one call an item, day, quantity and level, each member once. */
export function callsOf(rows: readonly Row[], items: readonly ItemAnswer[]): readonly Call[] {
  const calls = new Map<string, Row[]>();
  for (const row of rows) {
    const fact = factOf(
      row,
      items.find(({ id }) => id === row.item),
    );
    const same = JSON.stringify(fact);
    calls.set(same, [...(calls.get(same) ?? []), row]);
  }
  return [...calls.values()].map((inside) => ({ subjects: [...new Set(inside.map(({ who }) => who))], rows: inside }));
}
