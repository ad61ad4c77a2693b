import { type Json, NotCanonical, parseCanonical } from '#domain/ledger/canonical.ts';
import type { Opening } from '#domain/ledger/commitment.ts';
import { isDigest } from '#domain/ledger/digest.ts';
import { isObject } from '#domain/ledger/event.ts';

/** The first line of an archive 存档: whose chain, up to which day its scores are, how many lines of each kind, and the hash of its last event. */
export type Header = {
  readonly line: 'header';
  readonly archive: 'sunledger/1';
  readonly branch: string;
  readonly asOf: string | null;
  readonly documents: number;
  readonly events: number;
  readonly scores: number | null;
  readonly head: string;
};

/** A line of an archive: header, documents by their digest, events with what opens them, scores as claimed. */
export type Line =
  | Header
  | { readonly line: 'document'; readonly text: string }
  | { readonly line: 'event'; readonly event: Json; readonly open: Readonly<Record<string, Opening>> }
  | { readonly line: 'score'; readonly claim: { readonly [key: string]: Json } };

/** The kinds of lines in the order in which they stand. */
export const ORDER: readonly Line['line'][] = ['header', 'document', 'event', 'score'];

/** Reads a line; undefined when it is not written canonically or is none of an archive. */
export function readLine(text: string): Line | undefined {
  let value: Json;
  try {
    value = parseCanonical(text);
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value).join(' ');
  switch (value['line']) {
    case 'header':
      return keys === 'archive asOf branch documents events head line scores' && isHeader(value) ? value : undefined;
    case 'document':
      return keys === 'line text' && typeof value['text'] === 'string'
        ? { line: 'document', text: value['text'] }
        : undefined;
    case 'event': {
      const { event, open } = value;
      return keys === 'event line open' && event !== undefined && isOpen(open)
        ? { line: 'event', event, open }
        : undefined;
    }
    case 'score':
      return keys === 'claim line' && isObject(value['claim']) ? { line: 'score', claim: value['claim'] } : undefined;
    default:
      return undefined;
  }
}

function isHeader(value: { readonly [key: string]: Json }): value is Header {
  const { archive, asOf, branch, documents, events, head, scores } = value;
  return (
    archive === 'sunledger/1' &&
    (asOf === null || (typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asOf))) &&
    typeof branch === 'string' &&
    [documents, events, scores ?? 0].every((count) => typeof count === 'number' && count >= 0) &&
    isDigest(head)
  );
}

function isOpen(value: Json | undefined): value is Json & Readonly<Record<string, Opening>> {
  return isObject(value) && Object.values(value).every(isOpening);
}

function isOpening(value: Json): boolean {
  return isObject(value) && Object.keys(value).join(' ') === 'content salt' && typeof value['salt'] === 'string';
}
