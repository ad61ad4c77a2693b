import type { AnswerOf } from '#contract/api.ts';
import type { Sealed } from '#paper/signing.ts';
import type { Asking } from './asking.ts';

/** A sealed document as the reads answer it. */
export type SealedAnswer = AnswerOf<'register.show'>['documents'][number];

/** So many digits of a fingerprint are in the address that its QR code opens; as many as have to be typed. */
const DIGITS = 20;

/** What ties a printed sheet to the sealed document 定稿 that it shows: number, fingerprint, and the page that checks it. */
export function proofOf(asking: Asking, { number, fingerprint }: SealedAnswer): Sealed {
  const address = asking.address(`/v/${fingerprint.slice(0, DIGITS)}`);
  return { number, fingerprint, ...(address !== undefined && { address }) };
}

/** The sealed document that is meant: the one of the period asked for, else the latest; what was superseded is printed only under its own number. */
export function documentMeant(
  documents: readonly SealedAnswer[],
  { kind, period }: { readonly kind: string; readonly period?: string | undefined },
): SealedAnswer | undefined {
  const superseded = new Set(documents.filter((one) => one.kind === kind).map(({ supersedes }) => supersedes));
  return documents.findLast(
    (one) => one.kind === kind && !superseded.has(one.number) && (period === undefined || one.period === period),
  );
}
