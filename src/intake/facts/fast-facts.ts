import { parsePeriod } from '#domain/kernel/day.ts';
import { POINT } from '#domain/kernel/points.ts';
import { ByteTable } from '#intake/csv/byte-table.ts';
import type { CsvRecords } from '#intake/csv/csv-record.ts';
import { CAREFUL, isPlain, packDay, plainDay, plainDecimal } from '#intake/csv/plain-bytes.ts';
import type { Header } from '#intake/find-header.ts';
import type { FactField } from '#intake/headings.ts';
import { MemberPresence } from '#intake/members/member-presence.ts';
import { tidy } from '#intake/text/clean.ts';
import { COMPARED } from './duplicates.ts';
import type { FactReader, Understood } from './fact-entry.ts';
import type { FactWriter } from './fact-writer.ts';
import { BITS, type FastItem, fastItem, notePasses } from './fast-items.ts';
import type { RowDigests } from './row-digests.ts';

const WHO: readonly FactField[] = ['id', 'member', 'name'];

/**
 * Takes the rows of a CSV that leave no doubt straight from bytes to columns. It knows only what the careful reader has understood
 * before (a member, an item, a spelling of a day): whatever is new or unusual it declines, so that there is one set of rules.
 */
export class FastFacts {
  readonly #reader: FactReader;
  readonly #writer: FactWriter;
  readonly #digests: RowDigests;
  readonly #columns: Record<FactField, number>;
  readonly #mapped: readonly number[];
  readonly #who: readonly number[];
  readonly #presence: MemberPresence | undefined;
  readonly #allTexts: boolean;
  readonly #firstDay: number;
  readonly #lastDay: number;
  readonly #members = new ByteTable();
  readonly #itemCells = new ByteTable();
  readonly #days = new ByteTable();
  readonly #periodCells = new ByteTable();
  readonly #levels = new ByteTable();
  readonly #words = new ByteTable();
  readonly #periods: { readonly from: number; readonly to: number; readonly text: number }[] = [];
  readonly #items: FastItem[] = [];

  constructor(header: Header<FactField>, reader: FactReader, writer: FactWriter, digests: RowDigests) {
    this.#reader = reader;
    this.#writer = writer;
    this.#digests = digests;
    this.#columns = Object.fromEntries(COMPARED.map((field) => [field, -1])) as Record<FactField, number>;
    for (const [column, field] of header.columns) this.#columns[field] = column - 1;
    this.#mapped = COMPARED.map((field) => this.#columns[field]);
    this.#who = WHO.map((field) => this.#columns[field]).filter((column) => column >= 0);
    const { members, year, texts } = reader.context;
    this.#presence = members && new MemberPresence(members);
    this.#allTexts = texts !== 'needed';
    this.#firstDay = year ? packDay(year.from) : 0;
    this.#lastDay = year ? packDay(year.to) : 99_999_999;
  }

  /** Writes the row and gives true, or leaves it to the careful reader; `digest` is then not taken. */
  take(bytes: Buffer, record: CsvRecords): boolean {
    if (!this.#allPlain(bytes, record)) return false;
    const member = this.#memberOf(bytes, record);
    if (member < 0) return false;
    const id = this.#lookup(this.#itemCells, 'item', bytes, record, 0);
    const item = id < 0 ? undefined : this.#items[id];
    if (!item) return false;
    const { chunk } = this.#writer;
    const at = chunk.count;
    if (!this.#takeWhen(bytes, record, member, item)) return false;
    if (!this.#takeNumbers(bytes, record, item) || !this.#takeWords(bytes, record, id, item)) return false;
    chunk.member[at] = member;
    chunk.item[at] = id;
    return true;
  }

  /** Takes the digest of a row whose cells are plain. */
  digest(bytes: Buffer, record: CsvRecords): void {
    this.#digests.begin();
    for (const column of this.#mapped) {
      const there = column >= 0 && column < record.count;
      this.#digests.take(
        bytes,
        there ? (record.starts[column] as number) : 0,
        there ? (record.ends[column] as number) : 0,
      );
    }
  }

  /** Learns from a row that the careful reader has understood what its cells mean. */
  learn(bytes: Buffer, record: CsvRecords, understood: Understood, member: number): void {
    const id = this.#writer.itemId(understood.item);
    const item = this.#items[id] ?? fastItem(understood.item);
    this.#items[id] = item;
    notePasses(item, this.#reader);
    if (!this.#allPlain(bytes, record)) return;
    const { fact } = understood;
    const [who] = this.#who;
    if (this.#who.length === 1 && who !== undefined) {
      this.#members.add(bytes, record.starts[who] as number, record.ends[who] as number, member);
    } else {
      const key = this.#whoKey(bytes, record);
      this.#members.add(key, 0, key.length, member);
    }
    this.#keep(this.#itemCells, 'item', bytes, record, id, 0);
    if (fact.period === undefined) this.#keep(this.#days, 'on', bytes, record, packDay(fact.day), 0);
    else this.#keepPeriod(fact.period, bytes, record);
    if (fact.level !== undefined)
      this.#keep(this.#levels, 'level', bytes, record, this.#writer.textId(fact.level), id + 1);
    if (fact.rater !== undefined) this.#keep(this.#words, 'rater', bytes, record, this.#writer.textId(fact.rater), 1);
  }

  #keepPeriod(period: string, bytes: Buffer, record: CsvRecords): void {
    const span = parsePeriod(period);
    if (!span || this.#lookup(this.#periodCells, 'period', bytes, record, 0) >= 0) return;
    this.#periods.push({ from: packDay(span.from), to: packDay(span.to), text: this.#writer.textId(period) });
    this.#keep(this.#periodCells, 'period', bytes, record, this.#periods.length - 1, 0);
  }

  #keep(table: ByteTable, field: FactField, bytes: Buffer, record: CsvRecords, value: number, salt: number): void {
    const column = this.#columns[field];
    if (column < 0 || column >= record.count) return;
    table.add(bytes, record.starts[column] as number, record.ends[column] as number, value, salt);
  }

  #lookup(table: ByteTable, field: FactField, bytes: Buffer, record: CsvRecords, salt: number): number {
    const column = this.#columns[field];
    if (column < 0 || column >= record.count) return -1;
    return table.find(bytes, record.starts[column] as number, record.ends[column] as number, salt);
  }

  #filled(field: FactField, record: CsvRecords): boolean {
    const column = this.#columns[field];
    return column >= 0 && column < record.count && (record.ends[column] as number) > (record.starts[column] as number);
  }

  #allPlain(bytes: Buffer, record: CsvRecords): boolean {
    const { starts, ends, count } = record;
    for (const column of this.#mapped) {
      if (column < 0 || column >= count) continue;
      const start = starts[column] as number;
      const end = ends[column] as number;
      if (end > start && !isPlain(bytes, start, end)) return false;
    }
    return true;
  }

  #memberOf(bytes: Buffer, record: CsvRecords): number {
    const [who] = this.#who;
    if (this.#who.length !== 1 || who === undefined) {
      const key = this.#whoKey(bytes, record);
      return this.#members.find(key, 0, key.length);
    }
    if (who >= record.count || record.ends[who] === record.starts[who]) return -1;
    return this.#members.find(bytes, record.starts[who] as number, record.ends[who] as number);
  }

  #scratch = Buffer.alloc(256);

  /** The cells that name the member, one after the other. */
  #whoKey(bytes: Buffer, record: CsvRecords): Buffer {
    let used = 0;
    for (const column of this.#who) {
      const start = column < record.count ? (record.starts[column] as number) : 0;
      const end = column < record.count ? (record.ends[column] as number) : 0;
      if (used + end - start + 1 > this.#scratch.length)
        this.#scratch = Buffer.concat([this.#scratch], (used + end - start) * 2);
      for (let at = start; at < end; at++) this.#scratch[used++] = bytes[at] as number;
      this.#scratch[used++] = 0x1f;
    }
    return this.#scratch.subarray(0, used);
  }

  #takeWhen(bytes: Buffer, record: CsvRecords, member: number, item: FastItem): boolean {
    const on = this.#filled('on', record);
    if (on === this.#filled('period', record)) return false;
    const { chunk } = this.#writer;
    const column = this.#columns.on;
    let from: number;
    let to: number;
    if (on) {
      from = plainDay(bytes, record.starts[column] as number, record.ends[column] as number);
      if (from === CAREFUL) from = this.#lookup(this.#days, 'on', bytes, record, 0);
      if (from < 0) return false;
      to = from;
      chunk.period[chunk.count] = 0;
    } else {
      const period = this.#periods[this.#lookup(this.#periodCells, 'period', bytes, record, 0)];
      if (!period || item.group) return false;
      ({ from, to } = period);
      chunk.period[chunk.count] = period.text;
    }
    if (from < this.#firstDay || to > this.#lastDay) return false;
    const presence = this.#presence;
    if (presence) {
      if ((presence.from[member] as number) > to || (presence.to[member] as number) < from) return false;
      if (item.group && presence.grouped[member] === 0) return false;
    }
    chunk.day[chunk.count] = to;
    return true;
  }

  #takeNumbers(bytes: Buffer, record: CsvRecords, item: FastItem): boolean {
    const { chunk } = this.#writer;
    const at = chunk.count;
    let quantity = this.#decimal('quantity', bytes, record, item);
    if (quantity === CAREFUL || (item.whole && quantity % POINT !== 0 && !Number.isNaN(quantity))) return false;
    if (!(item.reads & BITS.quantity)) quantity = Number.NaN;
    const points = this.#decimal('points', bytes, record, item);
    if (points === CAREFUL || (!Number.isNaN(points) && (points < item.from || points > item.to))) return false;
    const score = this.#decimal('score', bytes, record, item);
    if (score === CAREFUL) return false;
    chunk.quantity[at] = quantity;
    chunk.points[at] = points;
    chunk.score[at] = score;
    return true;
  }

  #decimal(field: 'quantity' | 'points' | 'score', bytes: Buffer, record: CsvRecords, item: FastItem): number {
    if (!this.#filled(field, record)) return item.needs & BITS[field] ? CAREFUL : Number.NaN;
    const column = this.#columns[field];
    const start = record.starts[column] as number;
    const end = record.ends[column] as number;
    if (item.reads & BITS[field]) return plainDecimal(bytes, start, end);
    if (item.passes & BITS[field]) return Number.NaN;
    return field === 'quantity' && end - start === 1 && bytes[start] === 49 ? Number.NaN : CAREFUL;
  }

  #takeWords(bytes: Buffer, record: CsvRecords, id: number, item: FastItem): boolean {
    const { chunk } = this.#writer;
    const at = chunk.count;
    const level = this.#word('level', this.#levels, bytes, record, id + 1, item);
    const rater = this.#word('rater', this.#words, bytes, record, 1, item);
    if (level < 0 || rater < 0) return false;
    const refFilled = this.#filled('ref', record);
    if (!refFilled && item.needs & BITS.ref) return false;
    chunk.level[at] = level;
    chunk.rater[at] = rater;
    chunk.ref[at] = refFilled && (this.#allTexts || item.reads & BITS.ref) ? this.#text('ref', bytes, record) : 0;
    chunk.note[at] = this.#allTexts && this.#filled('note', record) ? this.#text('note', bytes, record) : 0;
    return chunk.ref[at] !== 0 || !(item.needs & BITS.ref);
  }

  #word(
    field: 'level' | 'rater',
    table: ByteTable,
    bytes: Buffer,
    record: CsvRecords,
    salt: number,
    item: FastItem,
  ): number {
    if (!this.#filled(field, record)) return item.needs & BITS[field] ? CAREFUL : 0;
    if (item.reads & BITS[field]) return this.#lookup(table, field, bytes, record, salt);
    return item.passes & BITS[field] ? 0 : CAREFUL;
  }

  #text(field: 'ref' | 'note', bytes: Buffer, record: CsvRecords): number {
    const known = this.#lookup(this.#words, field, bytes, record, 2);
    if (known >= 0) return known;
    const column = this.#columns[field];
    const text = this.#writer.textId(tidy(bytes.toString('utf8', record.starts[column], record.ends[column])));
    this.#keep(this.#words, field, bytes, record, text, 2);
    return text;
  }
}
