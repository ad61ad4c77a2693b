import { canonical, type Json, textOf } from './canonical.ts';
import { commit, type Opening, opens } from './commitment.ts';
import { type Digest, digestUnder, type Hash, type Hashes } from './digest.ts';
import {
  type ChainEvent,
  type Closed,
  commitmentsOf,
  type EventKind,
  fitsKind,
  isKind,
  type Plain,
  readEvent,
} from './event.ts';

/** The end of a chain 链头: the number and hash of its last event; 0 and null before the first. */
export type ChainHead = { readonly branch: string; readonly seq: number; readonly hash: Digest | null };

/** An event to be chained: what it says readably, and the contents that enter as commitments. */
export type Draft<K extends EventKind = EventKind> = {
  readonly kind: K;
  readonly at: string;
  readonly plain: Plain<K>;
  readonly closed: Closed<K>;
};

/** An event chained, with the salt of each of its commitments, to be kept apart from it. */
export type Extended = { readonly event: ChainEvent; readonly salts: Readonly<Record<string, string>> };

/** The hash of an event: of all its fields but the hash itself, under the tag of its kind. */
export function linkOf(hash: Hash, { branch, seq, kind, at, body, prev }: Omit<ChainEvent, 'hash'>): Digest {
  return digestUnder(hash, `sunledger/event/${kind}`, canonical({ branch, seq, kind, at, body, prev }));
}

/** Chains 上链 an event to a head; `newSalt` draws 128 random bits as 32 hex digits, a fresh one for each commitment. */
export function extend(hash: Hash, head: ChainHead, draft: Draft, newSalt: () => string): Extended {
  const { kind, at, plain, closed } = draft;
  const salts: Record<string, string> = {};
  const body: Record<string, Json> = { ...plain };
  for (const [field, content] of Object.entries<Json>(closed)) {
    const salt = newSalt();
    salts[field] = salt;
    body[field] = commit(hash, field, { salt, content });
  }
  if (!fitsKind(kind, body)) throw new TypeError(`not the fields of ${kind}: ${Object.keys(body).join(', ')}`);
  const link = { branch: head.branch, seq: head.seq + 1, kind, at, body, prev: head.hash };
  return { event: { ...link, hash: linkOf(hash, link) }, salts };
}

/** Why an event does not fit its chain; `field` names the commitment. */
export type ChainFault = {
  readonly seq: number;
  readonly why:
    | 'malformed'
    | 'branch'
    | 'gap'
    | 'order'
    | 'kind'
    | 'genesis'
    | 'algorithm'
    | 'previous'
    | 'hash'
    | 'commitment';
  readonly field?: string;
};

/** An event as found somewhere, with the openings of its commitments as far as they were disclosed. */
export type Found = { readonly event: Json | undefined; readonly open?: Readonly<Record<string, Opening>> };

/** Checks a chain 验链 event by event; after the first that does not fit nothing more can be said. */
export class ChainCheck {
  readonly #hashes: Hashes;
  #hash: Hash | undefined;
  #head: ChainHead;

  constructor(hashes: Hashes, branch: string) {
    this.#hashes = hashes;
    this.#head = { branch, seq: 0, hash: null };
  }

  /** The last event that fitted. */
  get head(): ChainHead {
    return this.#head;
  }

  /** The hash function that the first event names; undefined before. */
  get hash(): Hash | undefined {
    return this.#hash;
  }

  /** Takes the next event; answers with what is wrong with it, by the number that it should have. */
  take({ event: found, open = {} }: Found): ChainFault | undefined {
    const seq = this.#head.seq + 1;
    const event = readEvent(found);
    if (!event) return { seq, why: 'malformed' };
    const { kind, body } = event;
    if (event.branch !== this.#head.branch) return { seq, why: 'branch' };
    if (event.seq !== seq) return { seq, why: event.seq > seq ? 'gap' : 'order' };
    if (!isKind(kind)) return { seq, why: 'kind' };
    if (!fitsKind(kind, body)) return { seq, why: 'malformed' };
    if ((kind === 'genesis/1') !== (seq === 1)) return { seq, why: 'genesis' };
    const hash = this.#hash ?? this.#hashes(textOf(body['algorithm']));
    if (!hash) return { seq, why: 'algorithm' };
    if (event.prev !== this.#head.hash) return { seq, why: 'previous' };
    if (linkOf(hash, event) !== event.hash) return { seq, why: 'hash' };
    const field = firstClosed(hash, kind, body, open);
    if (field !== undefined) return { seq, why: 'commitment', field };
    this.#hash = hash;
    this.#head = { branch: event.branch, seq, hash: event.hash };
    return undefined;
  }
}

/** The first disclosed opening that does not fit; one for a field that is no commitment fits nothing. */
function firstClosed(
  hash: Hash,
  kind: EventKind,
  body: Readonly<Record<string, Json>>,
  open: Readonly<Record<string, Opening>>,
): string | undefined {
  const fields = commitmentsOf(kind);
  return Object.entries(open).find(
    ([field, opening]) => !fields.includes(field) || !opens(hash, field, textOf(body[field]), opening),
  )?.[0];
}

/** Checks a whole chain: its head, and the first event that does not fit. */
export function verifyChain(
  hashes: Hashes,
  branch: string,
  events: Iterable<Found>,
): { readonly head: ChainHead; readonly fault?: ChainFault } {
  const check = new ChainCheck(hashes, branch);
  for (const found of events) {
    const fault = check.take(found);
    if (fault) return { head: check.head, fault };
  }
  return { head: check.head };
}
