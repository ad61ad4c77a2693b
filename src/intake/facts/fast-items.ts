import type { FactReader } from './fact-entry.ts';
import type { ItemReading } from './item-index.ts';

/** The value columns as bits. */
export const BITS = { quantity: 1, level: 2, points: 4, score: 8, rater: 16, ref: 32 } as const;

/** What the fast reader must know of an item, as plain numbers. */
export type FastItem = {
  readonly reading: ItemReading;
  readonly reads: number;
  readonly needs: number;
  readonly whole: boolean;
  readonly from: number;
  readonly to: number;
  readonly group: boolean;
  /** Columns that it does not read and of which a warning has been given, so that values there pass. */
  passes: number;
};

/** Prepares an item for the fast reader. */
export function fastItem(reading: ItemReading): FastItem {
  let reads = 0;
  let needs = 0;
  for (const field of ['quantity', 'level', 'points', 'score', 'rater', 'ref'] as const) {
    const rule = reading[field];
    if (rule) reads |= BITS[field];
    if (typeof rule === 'object' && rule.needed) needs |= BITS[field];
  }
  return {
    reading,
    reads,
    needs,
    whole: reading.quantity === 'whole',
    from: reading.points?.from ?? 0,
    to: reading.points?.to ?? 0,
    group: reading.reachesGroup === true,
    passes: 0,
  };
}

/** Notes of which unread columns of the item a warning has been given by now. */
export function notePasses(item: FastItem, reader: FactReader): void {
  for (const field of ['quantity', 'level', 'points', 'score', 'rater'] as const) {
    if (reader.warned(item.reading, field)) item.passes |= BITS[field];
  }
}
