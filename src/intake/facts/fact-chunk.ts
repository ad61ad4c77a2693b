import type { ItemReading } from './item-index.ts';

/** How many facts a chunk holds at most. */
export const CHUNK_ROWS = 1 << 16;

/**
 * A stretch of facts in columns; only the first `count` of each hold. Days are numbers yyyymmdd; quantity, points and score are in 1/10000,
 * NaN when absent; the Int32 columns after `score` are positions in the texts, 0 when absent.
 */
export class FactChunk {
  count = 0;
  /** Positions in the roster of the context, or where there is none in the ids of the result. */
  readonly member: Int32Array<ArrayBuffer>;
  /** Positions in the items of the result. */
  readonly item: Int16Array<ArrayBuffer>;
  readonly day: Int32Array<ArrayBuffer>;
  readonly quantity: Float64Array<ArrayBuffer>;
  readonly points: Float64Array<ArrayBuffer>;
  readonly score: Float64Array<ArrayBuffer>;
  readonly period: Int32Array<ArrayBuffer>;
  readonly level: Int32Array<ArrayBuffer>;
  readonly rater: Int32Array<ArrayBuffer>;
  readonly ref: Int32Array<ArrayBuffer>;
  readonly note: Int32Array<ArrayBuffer>;

  constructor(rows: number) {
    this.member = new Int32Array(rows);
    this.item = new Int16Array(rows);
    this.day = new Int32Array(rows);
    this.quantity = new Float64Array(rows);
    this.points = new Float64Array(rows);
    this.score = new Float64Array(rows);
    this.period = new Int32Array(rows);
    this.level = new Int32Array(rows);
    this.rater = new Int32Array(rows);
    this.ref = new Int32Array(rows);
    this.note = new Int32Array(rows);
  }
}

/** Takes each chunk as it is full; the chunk is used again afterwards, so what is needed is copied. */
export type FactSink = (chunk: FactChunk) => void;

/** What the positions in the columns mean, known when the stream has ended: member ids, items and texts (the first is empty). */
export type FactKeys = {
  readonly members: readonly string[];
  readonly items: readonly ItemReading[];
  readonly texts: readonly string[];
};
