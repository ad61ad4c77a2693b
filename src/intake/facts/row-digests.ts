const FULLEST = 0.8;

/** Remembers rows by a 64-bit digest of what is written in them: twelve bytes a row, so that six million rows can be compared. */
export class RowDigests {
  #table = new Int32Array(3 << 16);
  #size = 0;
  #low = 0;
  #high = 0;

  /** Begins the digest of a row. */
  begin(): void {
    this.#low = 0x811c9dc5 | 0;
    this.#high = 0x3c6ef372;
  }

  /** Takes the next compared cell into the digest; an empty one counts too. */
  take(bytes: Uint8Array, from: number, to: number): void {
    let low = this.#low;
    let high = this.#high;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      low = Math.imul(low ^ byte, 0x01000193);
      high = (Math.imul(high ^ byte, 0x5bd1e995) + 0x7ed55d16) | 0;
    }
    this.#low = Math.imul(low ^ 0x11f, 0x01000193);
    this.#high = (Math.imul(high ^ 0x13d, 0x5bd1e995) + (high >>> 13)) | 0;
  }

  /** The number of the first row with the digest just taken; 0 when this is the first, which is then remembered under `row`. */
  firstOf(row: number): number {
    const low = this.#low ^ (this.#high >>> 15);
    const high = this.#high ^ (this.#low >>> 13);
    const table = this.#table;
    const capacity = table.length / 3;
    for (let slot = (low >>> 0) % capacity; ; slot = slot + 1 === capacity ? 0 : slot + 1) {
      const at = slot * 3;
      if (table[at + 2] === 0) {
        table[at] = low;
        table[at + 1] = high;
        table[at + 2] = row;
        if (++this.#size > capacity * FULLEST) this.#grow();
        return 0;
      }
      if (table[at] === low && table[at + 1] === high) return table[at + 2] as number;
    }
  }

  #grow(): void {
    const old = this.#table;
    const capacity = (old.length / 3) * 2;
    const table = new Int32Array(capacity * 3);
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      let slot = ((old[from] as number) >>> 0) % capacity;
      while (table[slot * 3 + 2] !== 0) slot = slot + 1 === capacity ? 0 : slot + 1;
      table[slot * 3] = old[from] as number;
      table[slot * 3 + 1] = old[from + 1] as number;
      table[slot * 3 + 2] = old[from + 2] as number;
    }
    this.#table = table;
  }
}
