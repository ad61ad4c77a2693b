import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChainHead, extend, type Found, linkOf, verifyChain } from './chain.ts';
import { commit, opens } from './commitment.ts';
import type { Hash } from './digest.ts';
import { draftEntry, draftGenesis, draftMember, draftReversal, draftScheme, draftStanding } from './draft.ts';
import { type ChainEvent, readEvent } from './event.ts';

const hashBy =
  (name: string): Hash =>
  (data) =>
    createHash(name).update(data).digest('hex');
const hashes = (name: string) => (name === 'sha256' || name === 'sm3' ? hashBy(name) : undefined);
const act = { actor: 'system', now: '2026-03-31T08:00:00.000Z' };
const fact = { item: 'DY1', day: '2026-03-05', quantity: 20_000, note: '补课' };

type Made = { readonly event: ChainEvent; readonly open: NonNullable<Found['open']> };

/** A chain with every kind, and as many entries as asked for. */
function chain(entries: number, algorithm: 'sha256' | 'sm3' = 'sha256'): Made[] {
  const hash = hashBy(algorithm);
  let head: ChainHead = { branch: 'b1', seq: 0, hash: null };
  let drawn = 0;
  const standing = { number: 1, from: '2020-01-01', to: '9999-12-31', standing: 'full' as const };
  const drafts = [
    draftGenesis(algorithm, act),
    draftScheme(hash, { version: 1, effective: '2026-01-01', source: 'scheme: x', document: '{}' }, act),
    draftMember('m1', { code: 'D01', name: '甲' }, act),
    draftStanding('m1', standing, act),
    ...Array.from({ length: entries }, (_, at) => draftEntry(at + 1, 'm1', fact, act)),
    draftReversal(entries + 1, 1, 'm1', fact, act),
  ];
  return drafts.map((draft) => {
    const { event, salts } = extend(hash, head, draft, () => (++drawn).toString(16).padStart(32, '0'));
    head = { branch: 'b1', seq: event.seq, hash: event.hash };
    const closed: Record<string, never> = draft.closed;
    const open = Object.fromEntries(
      Object.entries(salts).map(([field, salt]) => [field, { salt, content: closed[field] ?? null }]),
    );
    return { event, open };
  });
}

const verify = (events: readonly Found[]) => verifyChain(hashes, 'b1', events);

describe('the chain of a branch (product §5.2)', () => {
  test.each(['sha256', 'sm3'] as const)('holds as made, by %s, and ends in its head', (algorithm) => {
    const made = chain(3, algorithm);
    expect(verify(made)).toEqual({ head: { branch: 'b1', seq: 8, hash: made.at(-1)?.event.hash } });
  });

  test('nothing readable about a person is in what is hashed', () => {
    const hashed: string[] = [];
    const listen: Hash = (data) => {
      const text = String(data);
      if (text.startsWith('sunledger/event/')) hashed.push(text);
      return hashBy('sha256')(text);
    };
    for (const { event } of chain(2)) linkOf(listen, event);
    expect(hashed).toHaveLength(7);
    for (const text of hashed) expect(text).not.toMatch(/m1|甲|D01|DY1|03-05|补课|system/);
  });

  test('any change of any character of any event, salt or content is found and named', () => {
    const made = chain(3);
    const at = fc.nat({ max: made.length - 1 });
    fc.assert(
      fc.property(at, fc.nat(), fc.constantFrom<string[]>(...'0123456789abcdefz":,{}'), (which, place, put) => {
        const text = JSON.stringify(made[which]);
        const position = place % text.length;
        fc.pre(text[position] !== put);
        let changed: Found;
        try {
          changed = JSON.parse(text.slice(0, position) + put + text.slice(position + 1)) as Found;
        } catch {
          return; // no JSON: refused before it comes here
        }
        if (typeof changed.open !== 'object') return; // its own key was hit: nothing is opened any more
        const { fault } = verify(made.map((one, index) => (index === which ? changed : one)));
        expect(fault?.seq).toBe(which + 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('removing, swapping, repeating and inserting events is found where it begins', () => {
    const made = chain(6);
    const last = made.length - 1;
    fc.assert(
      fc.property(fc.nat({ max: last - 1 }), fc.nat({ max: last }), (a, b) => {
        const removed = made.filter((_, at) => at !== a);
        expect(verify(removed).fault).toMatchObject({ seq: a + 1, why: 'gap' });
        const repeated = [...made.slice(0, a + 1), made[Math.min(a, b)] as Made, ...made.slice(a + 1)];
        expect(verify(repeated).fault).toMatchObject({ seq: a + 2, why: 'order' });
        fc.pre(a !== b);
        const swapped = made.map((one, at) => (at === a ? made[b] : at === b ? made[a] : one) as Made);
        expect(verify(swapped).fault).toMatchObject({ seq: Math.min(a, b) + 1, why: 'gap' });
      }),
    );
  });

  test('an event put in with a hash of its own does not fit what follows', () => {
    const made = chain(4);
    const { event } = made[5] as Made;
    const forged = { ...event, at: '2026-04-01T08:00:00.000Z' };
    const own = { ...forged, hash: linkOf(hashBy('sha256'), forged) };
    const { fault } = verify(made.map((one) => (one.event.seq === event.seq ? { event: own } : one)));
    expect(fault).toEqual({ seq: event.seq + 1, why: 'previous' });
  });

  test.each<[string, (made: Made[]) => Found[], object]>([
    [
      'an unknown kind',
      ([one, ...rest]) => [one as Made, rehash(rest[0], { kind: 'entry/9' })],
      { seq: 2, why: 'kind' },
    ],
    [
      'a field too many',
      ([one, two]) => [one as Made, rehash(two, { body: { ...two?.event.body, x: 1 } })],
      { seq: 2, why: 'malformed' },
    ],
    ['another branch', ([one]) => [rehash(one, { branch: 'b2' })], { seq: 1, why: 'branch' }],
    ['no first event', ([, two]) => [rehash(two, { seq: 1, prev: null })], { seq: 1, why: 'genesis' }],
    [
      'two first events',
      ([one, two]) => [one as Made, rehash(one, { seq: 2, prev: two?.event.prev ?? null })],
      { seq: 2, why: 'genesis' },
    ],
    ['an unknown algorithm', ([one]) => [rehash(one, { body: { algorithm: 'md5' } })], { seq: 1, why: 'algorithm' }],
  ])('%s is named', (_, change, fault) => {
    expect(verify(change(chain(1))).fault).toEqual(fault);
  });

  test('a cut tail is another head', () => {
    const made = chain(5);
    const { head, fault } = verify(made.slice(0, -1));
    expect(fault).toBeUndefined();
    expect(head.hash).not.toBe(made.at(-1)?.event.hash);
  });

  test('a draft with a wrong field is a bug of the caller', () => {
    const head = { branch: 'b1', seq: 0, hash: null };
    const draft = draftEntry(0, 'm1', fact, act);
    expect(() => extend(hashBy('sha256'), head, draft, () => '0'.repeat(32))).toThrow('not the fields of entry/1');
  });
});

function rehash(made: Made | undefined, change: Partial<ChainEvent>): Found {
  const event = { ...(made as Made).event, ...change };
  return { event: { ...event, hash: linkOf(hashBy('sha256'), event) } };
}

describe('a commitment', () => {
  const hash = hashBy('sha256');
  const opening = { salt: '0'.repeat(32), content: 'm1' };

  test('opens with its salt and content, under its field alone', () => {
    const digest = commit(hash, 'member', opening);
    expect(opens(hash, 'member', digest, opening)).toBe(true);
    expect(opens(hash, 'actor', digest, opening)).toBe(false);
    expect(opens(hash, 'member', digest, { ...opening, content: 'm2' })).toBe(false);
    expect(opens(hash, 'member', digest, { ...opening, salt: '0'.repeat(31) })).toBe(false);
  });

  test('an event with more or fewer than its seven fields is none', () => {
    const { event } = chain(1)[0] as Made;
    expect(readEvent(event)).toEqual(event);
    expect(readEvent({ ...event, more: 1 })).toBeUndefined();
    expect(readEvent({ ...event, at: 'yesterday' })).toBeUndefined();
    expect(readEvent(null)).toBeUndefined();
  });
});
