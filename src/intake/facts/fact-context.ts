import type { Span } from '#domain/kernel/day.ts';
import type { Place } from '#domain/kernel/problem.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { ItemIndex } from './item-index.ts';

/** Against what facts are read: the scheme's items, the roster and the year when known; without a roster the member is what the row says. */
export type FactContext = {
  readonly items: ItemIndex;
  readonly members?: readonly Member[];
  readonly year?: Span;
  /** Which references and notes are kept: all of them (default), or only references that an item reads. */
  readonly texts?: 'all' | 'needed';
};

/** A fact 事实 with the id of its member and where it was written. */
export type FactRow = Fact & { readonly member: string; readonly place: Place };
