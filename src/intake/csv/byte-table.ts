const FULLEST = 0.6;
const MOST = 1 << 20;

/** A hash table from slices of bytes (with a number beside them) to numbers from 0: finds a cell's meaning without making a string of it. */
export class ByteTable {
  #slots = new Int32Array(1024).fill(-1);
  #from = new Int32Array(512);
  #to = new Int32Array(512);
  #salt = new Int32Array(512);
  #value = new Int32Array(512);
  #arena = new Uint8Array(8192);
  #used = 0;
  #size = 0;

  /** The number kept for these bytes, or -1. */
  find(bytes: Uint8Array, from: number, to: number, salt = 0): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash(bytes, from, to, salt) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] as number;
      if (entry < 0) return -1;
      if (this.#same(entry, bytes, from, to, salt)) return this.#value[entry] as number;
    }
  }

  /** Keeps a number for bytes that are not in the table yet; beyond a million entries it keeps no more, which only costs time. */
  add(bytes: Uint8Array, from: number, to: number, value: number, salt = 0): void {
    if (this.#size >= MOST || this.find(bytes, from, to, salt) >= 0) return;
    const entry = this.#size++;
    this.#makeRoom(to - from);
    this.#arena.set(bytes.subarray(from, to), this.#used);
    this.#from[entry] = this.#used;
    this.#used += to - from;
    this.#to[entry] = this.#used;
    this.#salt[entry] = salt;
    this.#value[entry] = value;
    this.#place(entry);
  }

  #same(entry: number, bytes: Uint8Array, from: number, to: number, salt: number): boolean {
    const start = this.#from[entry] as number;
    if ((this.#to[entry] as number) - start !== to - from || this.#salt[entry] !== salt) return false;
    const arena = this.#arena;
    for (let at = from, other = start; at < to; at++, other++) if (bytes[at] !== arena[other]) return false;
    return true;
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot =
      hash(this.#arena, this.#from[entry] as number, this.#to[entry] as number, this.#salt[entry] as number) & mask;
    while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }

  #makeRoom(bytes: number): void {
    if (this.#used + bytes > this.#arena.length) {
      const arena = new Uint8Array(Math.max(this.#arena.length * 2, this.#used + bytes));
      arena.set(this.#arena);
      this.#arena = arena;
    }
    if (this.#size > this.#from.length) {
      this.#from = grown(this.#from);
      this.#to = grown(this.#to);
      this.#salt = grown(this.#salt);
      this.#value = grown(this.#value);
    }
    if (this.#size > this.#slots.length * FULLEST) {
      this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
      for (let entry = 0; entry < this.#size - 1; entry++) this.#place(entry);
    }
  }
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const array = new Int32Array(old.length * 2);
  array.set(old);
  return array;
}

function hash(bytes: Uint8Array, from: number, to: number, salt: number): number {
  let value = 0x811c9dc5 ^ salt;
  for (let at = from; at < to; at++) value = Math.imul(value ^ (bytes[at] as number), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) ^ (value >>> 12);
}
