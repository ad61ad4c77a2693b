const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Cuts the bytes of a CSV into records by RFC 4180 (quotes, commas and line breaks within quotes, CRLF or LF), in UTF-8.
 * After `next`, field i of the record lies at `starts[i]` to `ends[i]` of the same bytes, its quotes removed in place.
 */
export class CsvRecords {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many fields the record has; those beyond the limit are counted and not kept. */
  count = 0;
  /** Whether a quote of the record is never closed. */
  unclosed = false;
  readonly #quoted: Uint8Array;
  readonly #separator: number;

  constructor(separator: number, columns: number) {
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.#quoted = new Uint8Array(columns);
    this.#separator = separator;
  }

  /** Reads the record that begins at `from`; gives where the next begins, or -1 when this one is not complete and more bytes may come. */
  next(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    const { starts, ends } = this;
    const separator = this.#separator;
    const most = starts.length;
    let count = 0;
    let at = from;
    let quotes = false;
    this.unclosed = false;
    for (;;) {
      const start = at;
      let quoted = 0;
      if (at < to && bytes[at] === QUOTE) {
        quoted = 1;
        quotes = true;
        at = this.#skipQuoted(bytes, at + 1, to);
      }
      while (at < to) {
        const byte = bytes[at] as number;
        if (byte === separator || byte === LF) break;
        at++;
      }
      if (at >= to && !last) return -1;
      const ended = at >= to || bytes[at] === LF;
      if (count < most) {
        starts[count] = start;
        ends[count] = ended && at > start && bytes[at - 1] === CR ? at - 1 : at;
        this.#quoted[count] = quoted;
      }
      count++;
      at++;
      if (!ended) continue;
      this.count = count;
      if (quotes) this.#unquote(bytes);
      return Math.min(at, to);
    }
  }

  /** Where a quoted field's closing quote has been passed; `to` when it is not there. */
  #skipQuoted(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    for (;;) {
      at = bytes.indexOf(QUOTE, at);
      if (at < 0 || at >= to) {
        this.unclosed = true;
        return to;
      }
      if (at + 1 < to && bytes[at + 1] === QUOTE) at += 2;
      else return at + 1;
    }
  }

  #unquote(bytes: Uint8Array): void {
    const fields = Math.min(this.count, this.starts.length);
    for (let field = 0; field < fields; field++) {
      if (!this.#quoted[field]) continue;
      const start = this.starts[field] as number;
      const end = this.ends[field] as number;
      let write = start;
      let open = true;
      for (let at = start + 1; at < end; at++) {
        const byte = bytes[at] as number;
        if (open && byte === QUOTE) {
          if (bytes[at + 1] === QUOTE && at + 1 < end) at++;
          else {
            open = false;
            continue;
          }
        }
        bytes[write++] = byte;
      }
      this.ends[field] = write;
    }
  }
}
