import type { ChainFault } from '#domain/ledger/chain.ts';
import type { Digest } from '#domain/ledger/digest.ts';

/** What can be wrong with an archive, besides a link of its chain; `database` only of a live one, which lacks what must be there. */
export type FaultCode =
  | ChainFault['why']
  | 'database'
  | 'line'
  | 'not-text'
  | 'header'
  | 'cut-short'
  | 'head'
  | 'outside-head'
  | 'not-opened'
  | 'content'
  | 'document'
  | 'document-unused'
  | 'version'
  | 'member'
  | 'standing'
  | 'entry-number'
  | 'reverses'
  | 'scheme'
  | 'no-scores'
  | 'score'
  | 'score-missing'
  | 'score-extra'
  | 'package-file';

/**
 * One thing that does not fit 不符之处: the line of the archive, the number its event should have, the number of the entry where it is one,
 * the id of the member whose score it is, and the field that differs. Never points or names.
 */
export type Fault = {
  readonly why: FaultCode;
  readonly line?: number;
  readonly seq?: number;
  readonly entry?: number;
  readonly member?: string;
  readonly field?: string;
  /** The path of a file in the package. */
  readonly file?: string;
};

/** How a head from outside was found: not asked for, not in the chain, or as the hash of an event with so many events after it. */
export type Outside = 'none' | 'not-found' | { readonly seq: number; readonly after: number };

/** What verifying 验证 found. Without an outside head a cut-off tail cannot be seen. */
export type Report = {
  readonly sound: boolean;
  readonly branch?: string;
  readonly asOf?: string;
  readonly events: number;
  readonly entries: number;
  readonly members: number;
  readonly schemes: number;
  readonly scores: number;
  readonly head: { readonly seq: number; readonly hash: Digest } | null;
  readonly outside: Outside;
  readonly faults: readonly Fault[];
};
