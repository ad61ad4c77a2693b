import type { Hash } from '#domain/ledger/digest.ts';
import { sm3 } from './sm3.ts';

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const K = rootBits(64, Math.cbrt);
/** The same of the square roots of the first eight (5.3.3). */
const START = rootBits(8, Math.sqrt);

function rootBits(count: number, root: (of: number) => number): Uint32Array {
  const bits: number[] = [];
  for (let candidate = 2; bits.length < count; candidate++) {
    let prime = true;
    for (let by = 2; by * by <= candidate; by++) if (candidate % by === 0) prime = false;
    if (prime) bits.push(Math.floor((root(candidate) % 1) * 2 ** 32));
  }
  return Uint32Array.from(bits);
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/**
 * SHA-256 of a text's UTF-8 bytes or of bytes, for where there is neither Node nor a browser that lends its own 摘要: a page opened from the disk is no secure
 * context everywhere.
 */
export const sha256: Hash = (data) => {
  const words = Uint32Array.from(START);
  const w = new Uint32Array(64);
  eachBlock(bytesOf(data), (block, at) => {
    for (let i = 0; i < 16; i++) w[i] = wordAt(block, at + i * 4);
    for (let i = 16; i < 64; i++) {
      const [a = 0, b = 0] = [w[i - 15], w[i - 2]];
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = words;
    for (let i = 0; i < 64; i++) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + (w[i] ?? 0)) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    for (const [i, one] of [a, b, c, d, e, f, g, h].entries()) words[i] = (words[i] ?? 0) + one;
  });
  return hexOf(words);
};

/** The hash function 摘要函数 of an algorithm's name, by nothing but arithmetic; undefined for one that the ledger does not know. */
export function pureHashOf(algorithm: string): Hash | undefined {
  if (algorithm === 'sha256') return sha256;
  if (algorithm !== 'sm3') return undefined;
  return (data) => {
    const bytes = bytesOf(data);
    return hexOf(sm3((each) => eachBlock(bytes, each)));
  };
}

function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

function hexOf(words: Iterable<number>): string {
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Hands over the blocks of 512 bits of a message with its padding: a one, zeros, its length in bits. SM3 pads the same way. */
function eachBlock(bytes: Uint8Array, take: (block: Uint8Array, at: number) => void): void {
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) take(bytes, at);
  const rest = bytes.subarray(whole);
  const last = new Uint8Array(rest.length < 56 ? 64 : 128);
  last.set(rest);
  last[rest.length] = 0x80;
  const bits = bytes.length * 8;
  for (let i = 0; i < 6; i++) last[last.length - 1 - i] = Math.floor(bits / 2 ** (8 * i)) % 256;
  for (let at = 0; at < last.length; at += 64) take(last, at);
}

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? utf8(data) : data;
}

/** The UTF-8 bytes of a text without lone surrogates, which canonical text has not. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  const put = (byte: number): void => {
    bytes[at++] = byte;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code < 0x80) put(code);
    else {
      if (code < 0x800) put(0xc0 | (code >> 6));
      else {
        if (code < 0x10000) put(0xe0 | (code >> 12));
        else {
          i += 1;
          put(0xf0 | (code >> 18));
          put(0x80 | ((code >> 12) & 63));
        }
        put(0x80 | ((code >> 6) & 63));
      }
      put(0x80 | (code & 63));
    }
  }
  return bytes.subarray(0, at);
}
