import { createHash, getHashes, randomBytes } from 'node:crypto';
import { ALGORITHMS, type Hash } from '#domain/ledger/digest.ts';

/** SHA-256 of a text's UTF-8 bytes. */
export const sha256: Hash = (data) => createHash('sha256').update(data).digest('hex');

/** The hash function 摘要函数 of an algorithm's name, by this machine's OpenSSL; undefined for one that it or the ledger does not know. */
export function hashOf(algorithm: string): Hash | undefined {
  const known = ALGORITHMS.find((one) => one === algorithm);
  if (known === undefined || !getHashes().includes(known)) return undefined;
  return (data) => createHash(known).update(data).digest('hex');
}

/** Draws a salt 盐值: 128 random bits as 32 hex digits. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}
