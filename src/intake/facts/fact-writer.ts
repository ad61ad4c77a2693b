import type { Fact } from '#domain/ledger/fact.ts';
import { packDay } from '#intake/csv/plain-bytes.ts';
import { CHUNK_ROWS, FactChunk, type FactKeys, type FactSink } from './fact-chunk.ts';
import type { ItemReading } from './item-index.ts';

/** Writes facts into chunks and hands these on; numbers members, items and texts as they first come. */
export class FactWriter {
  readonly chunk = new FactChunk(CHUNK_ROWS);
  readonly items: ItemReading[] = [];
  readonly texts: string[] = [''];
  rows = 0;
  readonly #sink: FactSink;
  readonly #members: string[];
  readonly #memberIds = new Map<string, number>();
  readonly #itemIds = new Map<string, number>();
  readonly #textIds = new Map<string, number>([['', 0]]);

  /** `members` are the ids of the roster in its order; without a roster they are numbered as they come. */
  constructor(sink: FactSink, members: readonly string[] = []) {
    this.#sink = sink;
    this.#members = [...members];
  }

  /** The number of an item. */
  itemId(item: ItemReading): number {
    let id = this.#itemIds.get(item.id);
    if (id === undefined) {
      id = this.items.push(item) - 1;
      this.#itemIds.set(item.id, id);
    }
    return id;
  }

  /** The number of a text; 0 for none. */
  textId(text: string | undefined): number {
    if (!text) return 0;
    let id = this.#textIds.get(text);
    if (id === undefined) {
      id = this.texts.push(text) - 1;
      this.#textIds.set(text, id);
    }
    return id;
  }

  /** The number of a member who is on no roster. */
  memberId(member: string): number {
    let id = this.#memberIds.get(member);
    if (id === undefined) {
      id = this.#members.push(member) - 1;
      this.#memberIds.set(member, id);
    }
    return id;
  }

  /** Writes a fact that was read the careful way. */
  write(fact: Fact, member: number, item: number): void {
    const { chunk } = this;
    const at = chunk.count;
    chunk.member[at] = member;
    chunk.item[at] = item;
    chunk.day[at] = packDay(fact.day);
    chunk.quantity[at] = fact.quantity ?? Number.NaN;
    chunk.points[at] = fact.points ?? Number.NaN;
    chunk.score[at] = fact.score ?? Number.NaN;
    chunk.period[at] = this.textId(fact.period);
    chunk.level[at] = this.textId(fact.level);
    chunk.rater[at] = this.textId(fact.rater);
    chunk.ref[at] = this.textId(fact.ref);
    chunk.note[at] = this.textId(fact.note);
    this.written();
  }

  /** Counts the fact whose columns have been set, and hands a full chunk on. */
  written(): void {
    this.rows++;
    if (++this.chunk.count === CHUNK_ROWS) this.flush();
  }

  /** Hands on what is left. */
  flush(): void {
    if (this.chunk.count > 0) this.#sink(this.chunk);
    this.chunk.count = 0;
  }

  /** What the numbers mean. */
  keys(): FactKeys {
    return { members: this.#members, items: this.items, texts: this.texts };
  }
}
