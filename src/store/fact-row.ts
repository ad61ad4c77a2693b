import type { Fact } from '#domain/ledger/fact.ts';
import type { EntryTable } from './tables.ts';

/** The columns of an entry that say its fact. */
export type FactColumns = Pick<
  EntryTable,
  'item' | 'day' | 'period' | 'quantity' | 'level' | 'points' | 'score' | 'rater' | 'ref' | 'note'
>;

/** A fact 事实 as columns. */
export function columnsOf(fact: Fact): FactColumns {
  return {
    item: fact.item,
    day: fact.day,
    period: fact.period ?? null,
    quantity: fact.quantity ?? null,
    level: fact.level ?? null,
    points: fact.points ?? null,
    score: fact.score ?? null,
    rater: fact.rater ?? null,
    ref: fact.ref ?? null,
    note: fact.note ?? null,
  };
}

/** The fact that columns say. */
export function factOf({ item, day, period, quantity, level, points, score, rater, ref, note }: FactColumns): Fact {
  return {
    item,
    day,
    ...(period !== null && { period }),
    ...(quantity !== null && { quantity }),
    ...(level !== null && { level }),
    ...(points !== null && { points }),
    ...(score !== null && { score }),
    ...(rater !== null && { rater }),
    ...(ref !== null && { ref }),
    ...(note !== null && { note }),
  };
}
