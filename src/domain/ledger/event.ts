import type { Json } from './canonical.ts';
import { type Digest, isDigest } from './digest.ts';

/** What a field of an event holds: a number from 1, a day, a short name, a digest, or a commitment whose opening is kept apart. */
type Field = 'count' | 'day' | 'name' | 'digest' | 'commitment';

const person = { member: 'commitment', content: 'commitment', actor: 'commitment' } as const;

/**
 * The kinds of chained events 上链事件, each with its format version and its fields; nothing readable about a person is among them (product §5.2).
 * `genesis` opens a chain and names its algorithm · `scheme` adopts a version · `member` takes a person on the roster · `standing` adds a dated
 * standing · `entry` enters a fact as the `entry`-th of the ledger · `reversal` takes one back and has a number of its own.
 * `act` is a step of the process that bears on a score or a state, by the name of its action · `seal` seals a document: its kind, its number, its whole text.
 * A changed field is a new version of its kind, the old one stays.
 */
export const KINDS = {
  'genesis/1': { algorithm: 'name' },
  'scheme/1': { version: 'count', effective: 'day', document: 'digest', source: 'digest', actor: 'commitment' },
  'member/1': person,
  'standing/1': person,
  'entry/1': { entry: 'count', ...person },
  'reversal/1': { entry: 'count', reverses: 'count', ...person },
  'act/1': { action: 'name', ...person },
  'seal/1': { document: 'name', number: 'count', content: 'commitment', actor: 'commitment' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** One of these kinds. */
export type EventKind = keyof typeof KINDS;

type Names<K extends EventKind, F extends Field> = {
  [N in keyof (typeof KINDS)[K]]: (typeof KINDS)[K][N] extends F ? N : never;
}[keyof (typeof KINDS)[K]];

/** What of a kind stands readable in its pre-image. */
export type Plain<K extends EventKind> = {
  readonly [N in Names<K, 'count' | 'day' | 'name' | 'digest'>]: (typeof KINDS)[K][N] extends 'count' ? number : string;
};

/** What of a kind enters as commitments: the contents, before they are salted. */
export type Closed<K extends EventKind> = { readonly [N in Names<K, 'commitment'>]: Json };

/** A link of a chain 链上事件: `prev` is the hash of the one before (null in the first), `at` the instant of recording in UTC. */
export type ChainEvent = {
  readonly branch: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly body: Readonly<Record<string, Json>>;
  readonly prev: Digest | null;
  readonly hash: Digest;
};

/** Whether a text names a kind that this version knows. */
export function isKind(kind: string): kind is EventKind {
  return Object.hasOwn(KINDS, kind);
}

/** The fields of a kind that enter as commitments, in the order of the table. */
export function commitmentsOf(kind: EventKind): readonly string[] {
  return Object.entries(KINDS[kind]).flatMap(([name, field]) => (field === 'commitment' ? [name] : []));
}

const LONGEST = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const HOLDS: Readonly<Record<Field, (value: unknown) => boolean>> = {
  count: isCount,
  day: (value) => typeof value === 'string' && DAY.test(value),
  name: isName,
  digest: isDigest,
  commitment: isDigest,
};

/** Reads a value as an event of any kind, known or not: exactly these keys, each of the right form; undefined when it is none. */
export function readEvent(value: Json | undefined): ChainEvent | undefined {
  if (!isObject(value) || Object.keys(value).length !== 7) return undefined;
  const { branch, seq, kind, at, body, prev, hash } = value;
  if (!isName(branch) || !isCount(seq) || !isName(kind) || !isObject(body)) return undefined;
  if (typeof at !== 'string' || !INSTANT.test(at) || !isDigest(hash)) return undefined;
  return prev === null || isDigest(prev) ? { branch, seq, kind, at, body, prev, hash } : undefined;
}

/** Whether a body has the fields of its kind and no others. */
export function fitsKind(kind: EventKind, body: Readonly<Record<string, Json>>): boolean {
  const fields: readonly (readonly [string, Field])[] = Object.entries(KINDS[kind]);
  return (
    Object.keys(body).length === fields.length &&
    fields.every(([name, field]) => Object.hasOwn(body, name) && HOLDS[field](body[name]))
  );
}

/** Whether a value is an object with keys. */
export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 1 && value.length <= LONGEST;
}
