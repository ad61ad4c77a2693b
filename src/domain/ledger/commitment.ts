import { canonical, type Json, NotCanonical } from './canonical.ts';
import { type Digest, digestUnder, type Hash } from './digest.ts';

/** What opens a commitment: its salt of 128 random bits as 32 hex digits, and the content. */
export type Opening = { readonly salt: string; readonly content: Json };

const SALT = /^[0-9a-f]{32}$/;

/** Whether a value is a salt 盐值. */
export function isSalt(value: unknown): value is string {
  return typeof value === 'string' && SALT.test(value);
}

/**
 * Commits to a content 承诺 without showing it: the digest of a random salt and the content, under the name of its field.
 * Who has not the salt learns nothing, not even by trying every member (product §5.2).
 */
export function commit(hash: Hash, field: string, { salt, content }: Opening): Digest {
  return digestUnder(hash, `sunledger/commitment/${field}/1`, canonical({ content, salt }));
}

/** Whether an opening fits a commitment. */
export function opens(hash: Hash, field: string, commitment: Digest, opening: Opening): boolean {
  try {
    return isSalt(opening.salt) && commit(hash, field, opening) === commitment;
  } catch (error) {
    if (error instanceof NotCanonical) return false; // such a content was never committed to
    throw error;
  }
}
