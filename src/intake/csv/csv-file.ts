import { createReadStream } from 'node:fs';
import { Fault } from '#intake/fault.ts';
import { CsvRecords } from './csv-record.ts';
import { chooseSeparator } from './csv-separator.ts';
import { utf8Chunks } from './utf8-chunks.ts';

const CHUNK = 1 << 20;
const HEAD = 1 << 16;
const LONGEST = 4 << 20;
const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/** Hears each record of a CSV file: the bytes, where its fields lie in them, and its number counted from 1 as a spreadsheet shows it. */
export type RecordListener = (bytes: Buffer, record: CsvRecords, number: number) => void;

/** Gives the chunks of a file. */
export function fileChunks(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;
}

/**
 * Walks a CSV file of any size record by record in one pass and constant memory; separator and line ends are found from its head.
 * @throws Fault intake.encoding, intake.encoding-broken, intake.csv-quote
 */
export async function walkCsv(path: string, file: string, columns: number, listener: RecordListener): Promise<void> {
  let records: CsvRecords | undefined;
  let pending: Buffer = Buffer.alloc(0);
  let number = 0;
  let bare: boolean | undefined;
  const walk = (last: boolean): void => {
    if (!records && !last && pending.length < HEAD) return;
    bare ??= endsBare(pending.subarray(0, HEAD));
    if (bare) feed(pending);
    records ??= new CsvRecords(chooseSeparator(pending.subarray(0, HEAD)), columns);
    let from = 0;
    while (from < pending.length) {
      const next = records.next(pending, from, pending.length, last);
      if (next < 0) break;
      number++;
      if (records.unclosed) throw new Fault('intake.csv-quote', { file, row: number });
      listener(pending, records, number);
      from = next;
    }
    pending = pending.subarray(from);
    if (pending.length > LONGEST) throw new Fault('intake.csv-quote', { file, row: number + 1 });
  };
  for await (const chunk of utf8Chunks(fileChunks(path), file)) {
    pending = pending.length > 0 ? Buffer.concat([pending, chunk]) : chunk;
    walk(false);
  }
  walk(true);
}

/** Whether lines end with CR alone, as an old Macintosh wrote them: the first end outside of quotes says so. */
function endsBare(head: Buffer): boolean {
  let quoted = false;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (!quoted && (byte === LF || byte === CR)) return byte === CR && head[at + 1] !== LF;
  }
  return false;
}

/** Makes every CR a line feed in place, after which nothing is left to do. */
function feed(bytes: Buffer): void {
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) bytes[at] = LF;
}
