import { type Json, textOf } from '#domain/ledger/canonical.ts';
import type { Opening } from '#domain/ledger/commitment.ts';
import { type Joined, readFact, readJoined, readStanding } from '#domain/ledger/content.ts';
import { type ChainEvent, commitmentsOf, isKind } from '#domain/ledger/event.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Member, Status } from '#domain/ledger/member.ts';
import { whyNotReversible } from '#domain/ledger/reversal.ts';
import type { FaultCode } from './report.ts';

type Entered = { readonly member: string; readonly fact: Fact; readonly isReversal: boolean; reversed: boolean };

/** Lives a ledger again 重放 from its opened events: schemes, roster, entries; every event must follow from those before it. */
export class Replay {
  readonly #textOf: (digest: string) => string | undefined;
  readonly #schemes: { readonly version: number; readonly document: string }[] = [];
  readonly #members = new Map<string, Joined & { readonly history: Status[] }>();
  readonly #entries: Entered[] = [];
  readonly #sealed = new Map<string, number>();

  /** `textOf` finds a document by its digest. */
  constructor(textOf: (digest: string) => string | undefined) {
    this.#textOf = textOf;
  }

  /** How much was lived through. */
  get counts(): { readonly schemes: number; readonly members: number; readonly entries: number } {
    return { schemes: this.#schemes.length, members: this.#members.size, entries: this.#entries.length };
  }

  /** The documents of the schemes as JSON, in the order of their adoption. */
  get schemes(): readonly string[] {
    return this.#schemes.map(({ document }) => document);
  }

  /** The members in the order of their roster numbers. */
  get members(): readonly Member[] {
    const all = [...this.#members].toSorted(([, a], [, b]) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
    return all.map(([id, { name, history, lastTotal }]) => ({
      id,
      name,
      history,
      ...(lastTotal !== undefined && { lastTotal }),
    }));
  }

  /** The facts that count, by member: neither reversals nor reversed. */
  get facts(): ReadonlyMap<string, readonly Fact[]> {
    const found = new Map<string, Fact[]>();
    for (const { member, fact, isReversal, reversed } of this.#entries) {
      if (isReversal || reversed) continue;
      const own = found.get(member);
      if (own) own.push(fact);
      else found.set(member, [fact]);
    }
    return found;
  }

  /** Takes an event whose link and openings hold; answers with what else does not fit. */
  take({ kind, body }: ChainEvent, open: Readonly<Record<string, Opening>>): FaultCode | undefined {
    if (!isKind(kind) || kind === 'genesis/1') return undefined;
    if (kind === 'scheme/1') return this.#adopt(Number(body['version']), [body['document'], body['source']]);
    // An actor may stay closed; without member and content nothing could be recomputed.
    if (commitmentsOf(kind).some((field) => field !== 'actor' && !Object.hasOwn(open, field))) return 'not-opened';
    if (kind === 'act/1') return undefined;
    if (kind === 'seal/1') return this.#seal(textOf(body['document']), Number(body['number']));
    const member = open['member']?.content;
    const content = open['content']?.content;
    if (typeof member !== 'string') return 'content';
    switch (kind) {
      case 'member/1':
        return this.#join(member, content);
      case 'standing/1':
        return this.#stand(member, content);
      case 'entry/1':
        return this.#enter(member, content, Number(body['entry']), undefined);
      case 'reversal/1':
        return this.#enter(member, content, Number(body['entry']), Number(body['reverses']));
    }
  }

  /** Sealed documents of a kind are numbered without gaps. */
  #seal(document: string, number: number): FaultCode | undefined {
    if (number !== (this.#sealed.get(document) ?? 0) + 1) return 'document';
    this.#sealed.set(document, number);
    return undefined;
  }

  #adopt(version: number, digests: readonly (Json | undefined)[]): FaultCode | undefined {
    const [document, source] = digests.map((digest) => this.#textOf(textOf(digest)));
    if (document === undefined || source === undefined) return 'document';
    if (version <= (this.#schemes.at(-1)?.version ?? 0)) return 'version';
    this.#schemes.push({ version, document });
    return undefined;
  }

  #join(member: string, content: Json | undefined): FaultCode | undefined {
    const joined = readJoined(content);
    if (!joined) return 'content';
    if (this.#members.has(member)) return 'member';
    this.#members.set(member, { ...joined, history: [] });
    return undefined;
  }

  #stand(member: string, content: Json | undefined): FaultCode | undefined {
    const standing = readStanding(content);
    if (!standing) return 'content';
    const known = this.#members.get(member);
    if (!known) return 'member';
    const { number, ...status } = standing;
    if (number !== known.history.length + 1) return 'standing';
    known.history.push(status);
    return undefined;
  }

  #enter(
    member: string,
    content: Json | undefined,
    entry: number,
    reverses: number | undefined,
  ): FaultCode | undefined {
    const fact = readFact(content);
    if (!fact) return 'content';
    if (!this.#members.has(member)) return 'member';
    if (entry !== this.#entries.length + 1) return 'entry-number';
    if (reverses !== undefined) {
      const taken = this.#entries[reverses - 1];
      if (!taken || taken.member !== member || whyNotReversible(taken) !== undefined) return 'reverses';
      taken.reversed = true;
    }
    this.#entries.push({ member, fact, isReversal: reverses !== undefined, reversed: false });
    return undefined;
  }
}
