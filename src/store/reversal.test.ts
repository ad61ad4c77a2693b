import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES, type Engine, type Place, startEngine } from '#tests/postgres/engine.ts';
import { addBranch } from './branch.ts';
import { openStore, type Store } from './database.ts';
import { addEntries, lastEntryDay, listFacts } from './entry.ts';
import { readHead } from './head.ts';
import { addMembers, listMembers } from './member.ts';
import { addOrg } from './org.ts';
import { reverseEntry } from './reversal.ts';
import { addStatuses } from './status.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const first = { item: 'DY1', day: '2026-03-05' };
const second = { item: 'DY1', day: '2026-04-05' };
const status = { from: '0000-01-01', to: '9999-12-31', standing: 'full' as const };
let engine: Engine;
let place: Place;
let store: Store;

const reverse = (reverses: number) => reverseEntry(store.rows, 'b1', { reverses, reason: '记错日期' }, NOW);

describe.each(ENGINES)('on %s', (name) => {
  beforeAll(async () => {
    engine = await startEngine(name);
  }, 60_000);
  afterAll(() => engine.stop());
  beforeEach(async () => {
    place = await engine.place();
    store = await openStore(place.at);
    await addOrg(store.rows, { id: 'o1', parent_id: null, path: '/o1/', name: '某区', created_at: NOW });
    await addBranch(store.rows, { branch_id: 'b1', org_id: 'o1', name: '某支部', demo: 1, created_at: NOW });
    const member = { id: 'm1', name: '甲', history: [status] };
    await addMembers(store.rows, 'b1', [{ member, code: 'D01' }], NOW);
    const entries = [first, second].map((fact) => ({ member: 'm1', fact }));
    await addEntries(store.rows, 'b1', entries, NOW);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  describe('a reversal is an entry of its own (product §5.2)', () => {
    test('what was reversed and what reversed it do not count; both stay', async () => {
      expect(await reverse(2)).toMatchObject({ seq: 3 });
      expect(await listFacts(store.rows, 'b1')).toEqual(new Map([['m1', [first]]]));
      expect(await lastEntryDay(store.rows)).toBe('2026-03-05');
      const rows = await store.rows.selectFrom('entry').select(['seq', 'reverses', 'note']).orderBy('seq').execute();
      expect(rows.map(({ reverses }) => reverses)).toEqual([null, null, 2]);
      expect(rows[2]?.note).toBe('记错日期');
    });

    test.each([
      ['an entry that there is not', 9, 'entry.unknown'],
      ['an entry twice', 1, 'entry.reversed'],
      ['a reversal', 3, 'entry.is-reversal'],
    ])('%s is not reversed, and nothing is left of the attempt', async (_, number, code) => {
      await reverse(1);
      const before = await readHead(store.rows, 'b1');
      await expect(reverse(number)).rejects.toMatchObject({ code });
      expect(await readHead(store.rows, 'b1')).toEqual(before);
      expect(await store.rows.selectFrom('event').select('seq').execute()).toHaveLength(before?.eventSeq ?? 0);
    });

    test('two reversals of one entry are refused below the application too', async () => {
      await reverse(1);
      const again = `INSERT INTO entry SELECT branch_id, 4, member_id, item, day, period, quantity, level, points, score, rater, ref, note, created_at, reverses FROM entry WHERE seq = 3`;
      await expect(place.raw(again)).rejects.toThrow(/unique/i);
      if (name === 'SQLite')
        await expect(place.raw(again.replace('INSERT', 'INSERT OR REPLACE'))).rejects.toThrow('only ever added to');
      expect(await place.raw('SELECT seq FROM entry')).toHaveLength(3);
    });
  });

  describe('the one writer', () => {
    test('an act that fails half way leaves neither row nor event', async () => {
      const before = await readHead(store.rows, 'b1');
      const entries = [
        { member: 'm1', fact: first },
        { member: 'nobody', fact: first },
      ];
      await expect(addEntries(store.rows, 'b1', entries, NOW)).rejects.toThrow(/foreign key/i);
      const broken = [{ member: 'm1', fact: { ...first, quantity: 0.5 } }];
      await expect(addEntries(store.rows, 'b1', broken, NOW)).rejects.toThrow(
        /not a safe integer|invalid input syntax/,
      );
      expect(await readHead(store.rows, 'b1')).toEqual(before);
      expect(await store.rows.selectFrom('entry').select('seq').execute()).toHaveLength(2);
    });

    test('every entry has its event, numbered alike', async () => {
      await reverse(1);
      const events = await store.rows.selectFrom('event').select(['kind', 'number', 'body']).orderBy('seq').execute();
      const own = events.filter(({ kind }) => kind === 'entry/1' || kind === 'reversal/1');
      expect(own.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(own.map(({ body }) => (JSON.parse(body) as { entry: number }).entry)).toEqual([1, 2, 3]);
    });

    test('a later standing is numbered on and wins', async () => {
      const exempt = { ...status, standing: 'exempt' as const, from: '2026-07-01' };
      await addStatuses(store.rows, 'b1', 'm1', [exempt], NOW);
      expect((await listMembers(store.rows, 'b1'))[0]?.member.history).toEqual([status, exempt]);
      const numbers = await store.rows.selectFrom('status').select('seq').orderBy('seq').execute();
      expect(numbers.map(({ seq }) => seq)).toEqual([1, 2]);
    });
  });
});
