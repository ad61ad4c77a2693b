/** Why an entry cannot be reversed 冲正: there is none, it is a reversal itself, or it was reversed before. */
export type NotReversible = 'entry.unknown' | 'entry.is-reversal' | 'entry.reversed';

/** What is known of an entry that shall be taken back. */
export type Reversible = { readonly isReversal: boolean; readonly reversed: boolean };

/** Whether an entry may be taken back, once; a reversal never, a new entry is made instead (product §5.2). Undefined when it may. */
export function whyNotReversible(entry: Reversible | undefined): NotReversible | undefined {
  if (!entry) return 'entry.unknown';
  if (entry.isReversal) return 'entry.is-reversal';
  return entry.reversed ? 'entry.reversed' : undefined;
}
