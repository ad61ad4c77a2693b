import { readFileSync, statSync } from 'node:fs';
import { isDigest } from '#domain/ledger/digest.ts';

const LARGEST = 1024 * 1024;

/** Reads `--head` 外部链头: a hash of 64 hex digits, or a file in which exactly one stands; undefined when it is neither. */
export function outsideHead(given: string): string | undefined {
  const typed = given.trim().toLowerCase();
  if (isDigest(typed)) return typed;
  try {
    if (statSync(given).size > LARGEST) return undefined;
    const found = readFileSync(given, 'utf8')
      .toLowerCase()
      .match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g);
    const [only, ...others] = new Set(found ?? []);
    return others.length === 0 ? only : undefined;
  } catch {
    return undefined;
  }
}
