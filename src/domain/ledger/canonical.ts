/** A value that has one canonical form: what goes into a pre-image of the ledger. Numbers are safe integers. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A value has no canonical form, or a text is not the canonical form of what it says. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

/** Deeper than this nothing of the ledger goes; an archive made to exhaust the stack is refused. */
const DEEPEST = 64;
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * The canonical text 规范文本 of a value, RFC 8785 for what the ledger uses: strings, booleans, null, safe integers, arrays, and objects
 * with keys sorted by UTF-16 code units, no space anywhere. Its UTF-8 bytes are what is hashed. @throws NotCanonical
 */
export function canonical(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonical(`not a safe integer: ${value}`);
    return String(value);
  }
  if (typeof value !== 'object') throw new NotCanonical(`no canonical form: ${typeof value}`);
  if (depth === DEEPEST) throw new NotCanonical('too deep');
  if (Array.isArray(value)) return `[${Array.from(value, (one) => write(one, depth + 1)).join(',')}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical('not a plain object');
  const record = value as Readonly<Record<string, unknown>>;
  const parts = Object.keys(record)
    .toSorted() // by UTF-16 code units, as the standard asks
    .map((key) => `${quote(key)}:${write(record[key], depth + 1)}`);
  return `{${parts.join(',')}}`;
}

/** JSON.stringify escapes exactly as RFC 8785 does; only a lone surrogate has no UTF-8. */
function quote(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new NotCanonical('a lone surrogate has no UTF-8');
  return JSON.stringify(text);
}

/** The text that a value is; empty where it is none, which fits nothing. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Reads a canonical text; another writing of the same (spaces, order or doubling of keys, 1.0 for 1) is refused. @throws NotCanonical */
export function parseCanonical(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new NotCanonical('no JSON');
  }
  if (canonical(value) !== text) throw new NotCanonical('another writing than the canonical one');
  return value;
}
