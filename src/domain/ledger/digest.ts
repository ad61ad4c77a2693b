/** A digest 摘要 of 256 bits as 64 hex digits in lower case. */
export type Digest = string;

/** A hash function: the digest of a text's UTF-8 bytes, or of bytes. It is passed in; the domain has none of its own. */
export type Hash = (data: string | Uint8Array) => Digest;

/** The algorithms 摘要算法 by which a chain may be made; its first event names one. SM3 is GB/T 32905. */
export const ALGORITHMS = ['sha256', 'sm3'] as const;

/** One of these algorithms. */
export type Algorithm = (typeof ALGORITHMS)[number];

/** The hash function of an algorithm's name; undefined for one that is not known. */
export type Hashes = (algorithm: string) => Hash | undefined;

const DIGEST = /^[0-9a-f]{64}$/;

/** Whether a value is a digest. */
export function isDigest(value: unknown): value is Digest {
  return typeof value === 'string' && DIGEST.test(value);
}

/** The digest of a text under a domain tag: hash(tag, line feed, text), so that what was hashed for one purpose proves nothing for another. */
export function digestUnder(hash: Hash, tag: string, text: string): Digest {
  return hash(`${tag}\n${text}`);
}

/** The digest of a whole document, such as a scheme 方案 as written: its exact text. */
export function digestOfDocument(hash: Hash, text: string): Digest {
  return digestUnder(hash, 'sunledger/document/1', text);
}
