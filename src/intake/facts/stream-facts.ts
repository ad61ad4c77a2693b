import { basename } from 'node:path';
import type { Problem } from '#domain/kernel/problem.ts';
import { csvCells } from '#intake/csv/csv-cell.ts';
import { walkCsv } from '#intake/csv/csv-file.ts';
import type { CsvRecords } from '#intake/csv/csv-record.ts';
import { Entry, sheetsOfKind, takeEntry } from '#intake/entries.ts';
import { Fault } from '#intake/fault.ts';
import type { Header } from '#intake/find-header.ts';
import type { FactField } from '#intake/headings.ts';
import { DEFAULT_LIMITS } from '#intake/limits.ts';
import { fileSize } from '#intake/read-tables.ts';
import { Report } from '#intake/report.ts';
import type { Row, Table } from '#intake/table.ts';
import { COMPARED } from './duplicates.ts';
import type { FactKeys, FactSink } from './fact-chunk.ts';
import type { FactContext } from './fact-context.ts';
import { FactReader } from './fact-entry.ts';
import { FactWriter } from './fact-writer.ts';
import { FastFacts } from './fast-facts.ts';
import { FACTS } from './read-facts.ts';
import { RowDigests } from './row-digests.ts';

const HEAD_ROWS = 20;

/** What streaming a CSV came to: how many facts went to the sink, what their numbers mean, and every problem (counted, the first thousand kept). */
export type StreamedFacts = FactKeys & {
  readonly rows: number;
  readonly errors: number;
  readonly problems: readonly Problem[];
};

/** The passage of one file through header, fast and careful reader. */
class FactStream {
  readonly report = new Report();
  readonly writer: FactWriter;
  readonly #file: string;
  readonly #reader: FactReader;
  readonly #digests = new RowDigests();
  #head: Row[] | undefined = [];
  #table: Table;
  #header: Header<FactField> | undefined;
  #fast: FastFacts | undefined;

  constructor(file: string, context: FactContext, sink: FactSink) {
    this.#file = file;
    this.#table = { file, rows: [] };
    this.#reader = new FactReader(context);
    this.writer = new FactWriter(
      sink,
      context.members?.map((member) => member.id),
    );
  }

  readonly record = (bytes: Buffer, record: CsvRecords, number: number): void => {
    const most = DEFAULT_LIMITS.columns;
    if (record.count > most) throw new Fault('intake.too-many-columns', { file: this.#file, row: number }, { most });
    if (this.#fast?.take(bytes, record)) {
      this.#fast.digest(bytes, record);
      this.#warnRepeated(number);
      this.writer.written();
      return;
    }
    if (!this.#head && !this.#header) return;
    const cells = csvCells(bytes, record.starts, record.ends, record.count);
    if (cells.length === 0) return;
    const row: Row = { number, cells };
    if (this.#head) this.#takeHead(row);
    else this.#takeRow(row, bytes, record);
  };

  /** Ends the stream: a file shorter than the searched head is settled now. */
  end(): void {
    if (this.#head) this.#settle(this.#head);
    if (this.#header && this.writer.rows === 0 && this.report.errors === 0) {
      this.report.error('intake.no-entries', { file: this.#file });
    }
    this.writer.flush();
  }

  #takeHead(row: Row): void {
    const head = this.#head;
    head?.push(row);
    if (head?.length === HEAD_ROWS) this.#settle(head);
  }

  #settle(rows: readonly Row[]): void {
    this.#head = undefined;
    this.#table = { file: this.#file, rows };
    const [found] = sheetsOfKind([this.#table], FACTS, this.report);
    if (!found) return;
    this.#header = found.header;
    this.#fast = new FastFacts(found.header, this.#reader, this.writer, this.#digests);
    for (const row of rows.slice(found.header.at + 1)) this.#takeRow(row);
  }

  /** Reads a row the careful way; the fast reader learns from its bytes. */
  #takeRow(row: Row, bytes?: Buffer, record?: CsvRecords): void {
    if (!this.#header) return;
    const entry = takeEntry(new Entry(this.#table, this.#header, row), FACTS, this.report);
    const understood = entry && this.#reader.read(entry, this.report);
    if (!entry || !understood) return;
    this.#digests.begin();
    for (const field of COMPARED) {
      const text = Buffer.from(entry.text(field));
      this.#digests.take(text, 0, text.length);
    }
    this.#warnRepeated(row.number);
    const member = this.#reader.members ? understood.position : this.writer.memberId(understood.member);
    this.writer.write(understood.fact, member, this.writer.itemId(understood.item));
    if (bytes && record) this.#fast?.learn(bytes, record, understood, member);
  }

  #warnRepeated(number: number): void {
    const first = this.#digests.firstOf(number);
    if (first > 0) this.report.warning('intake.duplicate-row', { file: this.#file, row: number }, { row: first });
  }
}

/**
 * Reads facts 事实 from a CSV of any size in one pass and little memory, by the same rules and with the same problems as `readFacts`:
 * the sink gets them in columns, in the order of the file. Never throws for what the file holds.
 */
export async function streamFacts(path: string, context: FactContext, sink: FactSink): Promise<StreamedFacts> {
  const file = basename(path);
  const stream = new FactStream(file, context, sink);
  try {
    if ((await fileSize(path, file)) === 0) throw new Fault('intake.file-empty', { file });
    await walkCsv(path, file, DEFAULT_LIMITS.columns, stream.record);
    stream.end();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    stream.report.add(error.problem);
  }
  const { report, writer } = stream;
  return { ...writer.keys(), rows: writer.rows, errors: report.errors, problems: report.list() };
}
