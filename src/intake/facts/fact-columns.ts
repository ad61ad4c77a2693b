import { CHUNK_ROWS, type FactChunk } from './fact-chunk.ts';

const OPTIONAL = ['points', 'score', 'period', 'level', 'rater', 'ref', 'note'] as const;
type Optional = (typeof OPTIONAL)[number];
type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A sink that keeps all facts in whole columns; a column in which nothing was ever written is undefined and costs nothing. */
export class FactColumns {
  count = 0;
  member: Int32Array<ArrayBuffer> = new Int32Array(CHUNK_ROWS);
  item: Int16Array<ArrayBuffer> = new Int16Array(CHUNK_ROWS);
  day: Int32Array<ArrayBuffer> = new Int32Array(CHUNK_ROWS);
  quantity: Float64Array<ArrayBuffer> = new Float64Array(CHUNK_ROWS);
  points: Float64Array<ArrayBuffer> | undefined;
  score: Float64Array<ArrayBuffer> | undefined;
  period: Int32Array<ArrayBuffer> | undefined;
  level: Int32Array<ArrayBuffer> | undefined;
  rater: Int32Array<ArrayBuffer> | undefined;
  ref: Int32Array<ArrayBuffer> | undefined;
  note: Int32Array<ArrayBuffer> | undefined;

  /** Copies a chunk's facts to the end. */
  readonly take = (chunk: FactChunk): void => {
    const { count } = this;
    const after = count + chunk.count;
    if (after > this.member.length) this.#grow(after);
    this.member.set(chunk.member.subarray(0, chunk.count), count);
    this.item.set(chunk.item.subarray(0, chunk.count), count);
    this.day.set(chunk.day.subarray(0, chunk.count), count);
    this.quantity.set(chunk.quantity.subarray(0, chunk.count), count);
    for (const name of OPTIONAL) this.#takeOptional(name, chunk);
    this.count = after;
  };

  #takeOptional(name: Optional, chunk: FactChunk): void {
    const from = chunk[name].subarray(0, chunk.count);
    if (name === 'points' || name === 'score') {
      if (!this[name] && from.every(Number.isNaN)) return;
      this[name] ??= new Float64Array(this.member.length).fill(Number.NaN, 0, this.count);
    } else {
      if (!this[name] && !from.some(Boolean)) return;
      this[name] ??= new Int32Array(this.member.length);
    }
    this[name].set(from, this.count);
  }

  #grow(needed: number): void {
    const rows = Math.max(needed, Math.ceil(this.member.length * 1.5));
    this.member = copied(this.member, new Int32Array(rows));
    this.item = copied(this.item, new Int16Array(rows));
    this.day = copied(this.day, new Int32Array(rows));
    this.quantity = copied(this.quantity, new Float64Array(rows));
    this.points &&= copied(this.points, new Float64Array(rows));
    this.score &&= copied(this.score, new Float64Array(rows));
    this.period &&= copied(this.period, new Int32Array(rows));
    this.level &&= copied(this.level, new Int32Array(rows));
    this.rater &&= copied(this.rater, new Int32Array(rows));
    this.ref &&= copied(this.ref, new Int32Array(rows));
    this.note &&= copied(this.note, new Int32Array(rows));
  }
}

function copied<A extends Numbers | Int16Array<ArrayBuffer>>(from: A, to: A): A {
  to.set(from);
  return to;
}
