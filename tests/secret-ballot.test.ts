import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secretsOf } from '#service/secrets.ts';
import { ENGINES, type Engine, type Place, startEngine } from './postgres/engine.ts';
import { openBranch, type TestBranch } from './process-branch.ts';
import { convene, freeze } from './process-sitting.ts';

const VOTERS = ['a', 'b', 'c', 'd', 'e', 'f'];
const CHOICES = ['aye', 'no', 'abstain'] as const;
const ELECTIONS = 200;

/** An election as it really went: who chose what, in the order of voting. */
type Truth = { readonly motion: string; readonly cast: readonly { readonly voter: string; readonly choice: string }[] };

/** A ballot as whoever has both the tables and the key reads it. */
type Seen = { readonly code: string; readonly choice: string };

describe.each(ENGINES)('the secret ballot on screen, on %s (product §5.7)', (name) => {
  let engine: Engine;
  let place: Place;
  let at: TestBranch;
  const truth: Truth[] = [];

  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.place();
    at = await openBranch(place.at, { members: VOTERS });
    const random = numbers(7);
    const sitting = await convene(at, {});
    await freeze(at, sitting, VOTERS);
    for (let election = 0; election < ELECTIONS; election++) {
      const { id } = await at.act('a', 'motion.put', { assembly: sitting, kind: 'other', title: `第${election}项` });
      await at.act('a', 'assembly.brief', { id: sitting, motion: id });
      await at.act('a', 'motion.open', { id, way: 'screen' });
      const order = VOTERS.map((voter) => ({ voter, at: random() })).toSorted((a, b) => a.at - b.at);
      const cast = order.map(({ voter }) => ({ voter, choice: CHOICES[Math.floor(random() * 3)] ?? 'aye' }));
      for (const { voter, choice } of cast)
        await at.act(voter, 'motion.cast', { id, choice }, { key: `vote-${election}-${voter}` });
      await at.act('e', 'motion.count', { id });
      truth.push({ motion: id, cast });
    }
  });
  afterAll(async () => {
    await at.close();
    await place.remove();
    await engine.stop();
  });

  const opened = (choice: unknown) => at.context.secrets.open(String(choice));

  /** The ballots of every motion in the order of a query. */
  const ordered = async (order: string): Promise<ReadonlyMap<string, readonly Seen[]>> => {
    const rows = await place.raw(`select motion_id, code, choice from ballot ${order}`);
    const boxes = new Map<string, Seen[]>();
    for (const row of rows as { motion_id: string; code: string; choice: string }[]) {
      const seen = { code: row.code, choice: opened(row.choice) };
      boxes.set(row.motion_id, [...(boxes.get(row.motion_id) ?? []), seen]);
    }
    return boxes;
  };

  /** How many voters a pairing names rightly, of which more than chance would be a leak. */
  const hits = (boxes: ReadonlyMap<string, readonly Seen[]>, order: 'of voting' | 'by name'): number =>
    truth
      .flatMap(({ motion, cast }) => {
        const voters = order === 'of voting' ? cast : cast.toSorted((a, b) => (a.voter < b.voter ? -1 : 1));
        return voters.map(({ choice }, index) => boxes.get(motion)?.[index]?.choice === choice);
      })
      .filter(Boolean).length;

  /** What pairing at random comes to: of each election the sum of n² / 6 over its choices. */
  const chance = () =>
    truth.reduce((sum, { cast }) => {
      const counts = CHOICES.map((one) => cast.filter(({ choice }) => choice === one).length);
      return sum + counts.reduce((all, n) => all + (n * n) / cast.length, 0);
    }, 0);
  const SPREAD = 5 * Math.sqrt(ELECTIONS * 1.8); // at most 1.8 hits² of variance an election of six

  test('the counts are right, and no pairing of voters with ballots is better than chance over 200 elections', async () => {
    const orders = name === 'SQLite' ? ['', 'order by code', 'order by choice'] : POSTGRES_ORDERS;
    for (const order of orders) {
      const boxes = await ordered(order);
      for (const { motion, cast } of truth)
        expect((boxes.get(motion) ?? []).map(({ choice }) => choice).toSorted()).toEqual(
          cast.map(({ choice }) => choice).toSorted(),
        );
      for (const voters of ['of voting', 'by name'] as const)
        expect(Math.abs(hits(boxes, voters) - chance()), `${order}, voters ${voters}`).toBeLessThan(SPREAD);
    }
    // The measure itself sees a leak: ballots in the order of voting pair without fail.
    const leak = new Map(truth.map(({ motion, cast }) => [motion, cast.map(({ choice }) => ({ code: '', choice }))]));
    expect(hits(leak, 'of voting')).toBe(ELECTIONS * VOTERS.length);
  });

  test('a vote leaves no choice in motion, steps, chain, record or answers, and no ballot an order', async () => {
    const count = async (from: string) =>
      Object.values((await place.raw(`select count(*) as n from ${from}`))[0] ?? {})[0];
    expect(Number(await count(`step where action = 'motion.cast'`))).toBe(0);
    expect(Number(await count(`event where body like '%motion.cast%'`))).toBe(0);
    const answers = (await place.raw(`select answer from answer where action = 'motion.cast'`)) as { answer: string }[];
    expect(answers).toHaveLength(ELECTIONS * VOTERS.length);
    for (const { motion } of truth.slice(0, 5)) {
      const mine = answers.filter(({ answer }) => answer.includes(motion));
      expect(new Set(mine.map(({ answer }) => answer)).size).toBe(1);
    }
    const records = await place.raw(`select distinct outcome, code from record where action = 'motion.cast'`);
    expect(records).toMatchObject([{ outcome: 'done', code: null }]);
    const lengths = (await place.raw('select distinct length(choice) as n from ballot')) as { n: number }[];
    expect(lengths).toHaveLength(1);
  });

  test('without the key no ballot can be read, and of two states of the box nobody can say which ballot was added', async () => {
    const rows = (await place.raw('select choice from ballot')) as { choice: string }[];
    const other = secretsOf('another key'.repeat(8));
    for (const { choice } of rows.slice(0, 20)) expect(() => other.open(choice)).toThrow();
    expect(new Set(rows.map(({ choice }) => choice)).size).toBe(rows.length);
    const sitting = await convene(at, {});
    await freeze(at, sitting, VOTERS);
    const { id } = await at.act('a', 'motion.put', { assembly: sitting, kind: 'other', title: '末项' });
    await at.act('a', 'assembly.brief', { id: sitting, motion: id });
    await at.act('a', 'motion.open', { id, way: 'screen' });
    const seen = new Set<string>();
    for (const [index, voter] of VOTERS.entries()) {
      await at.act(voter, 'motion.cast', { id, choice: 'aye' });
      const box = (await place.raw(`select code, choice from ballot where motion_id = '${id}'`)) as Seen[];
      expect(box).toHaveLength(index + 1);
      for (const { code, choice } of box) {
        expect(seen.has(code) || seen.has(choice)).toBe(false);
        seen.add(code).add(choice);
      }
    }
  });

  test('the place of a ballot in the files or rows is that of its code, whoever came last', async () => {
    const boxes = name === 'SQLite' ? await inFile() : await ordered('order by ctid');
    for (const voters of ['of voting', 'by name'] as const)
      expect(Math.abs(hits(boxes, voters) - chance()), `voters ${voters}`).toBeLessThan(SPREAD);
    if (name === 'SQLite') return;
    // All ballots of a box come from one transaction, the last voter's: it is joined to every one of them, and so to none.
    const writers = await place.raw('select motion_id, count(distinct xmin::text) as n from ballot group by motion_id');
    expect((writers as { n: string }[]).every(({ n }) => Number(n) === 1)).toBe(true);
  });

  /** The ballots of each motion in the order in which the raw files of the database have them, the log of writing among them. */
  async function inFile(): Promise<ReadonlyMap<string, readonly Seen[]>> {
    const files = readdirSync(place.at).filter((file) => !file.endsWith('.key'));
    const bytes = Buffer.concat(files.map((file) => readFileSync(join(place.at, file))));
    const boxes = await ordered('');
    const found = [...boxes].map(([motion, box]) => {
      const placed = box.map((seen) => ({ seen, offset: bytes.indexOf(seen.code) }));
      return [motion, placed.toSorted((a, b) => a.offset - b.offset).map(({ seen }) => seen)] as const;
    });
    return new Map(found);
  }
});

const POSTGRES_ORDERS = ['', 'order by code', 'order by choice', 'order by ctid', 'order by xmin::text::bigint, ctid'];

/** Numbers in [0, 1), the same each time: a green run stays green. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
