import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { THEMES, type Theme } from './model/acted.ts';
import { Coverage } from './model/coverage.ts';
import { playSequence } from './model/sequence.ts';
import { openStage, STAGES } from './model/stages.ts';
import type { Place } from './model/world.ts';
import { type Engine, startEngine } from './postgres/engine.ts';

const SCALE = Number(process.env['MODEL_RUNS'] ?? 1);

/** How many sequences on each engine: short ones from every stage, and long ones that see terms lapse and quarters pass. */
const RUNS = { SQLite: { short: 2000, long: 12 }, PostgreSQL: { short: 200, long: 2 } } as const;

const themes = Object.keys(THEMES) as Theme[];

/** One number an attempt; 0 is none, so that a sequence that breaks something is made smaller attempt by attempt. */
const seed = fc.noBias(fc.nat(0xff_ff_ff_ff));

describe.each(['SQLite', 'PostgreSQL'] as const)(
  'a branch in which anybody tries anything, on %s (product §5)',
  (name) => {
    const places = new Map<string, Place>();
    const coverage = new Coverage();
    let engine: Engine | undefined;

    beforeAll(async () => {
      engine = name === 'PostgreSQL' ? await startEngine(name) : undefined;
      for (const stage of STAGES)
        places.set(stage, await openStage(stage, engine ? (await engine.place()).at : ':memory:'));
    });
    afterAll(async () => {
      for (const { store } of places.values()) await store.close();
      await engine?.stop();
    });

    const runs = (length: fc.Arbitrary<number[]>, count: number) =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...STAGES),
          fc.constantFrom(...themes),
          length,
          async (stage, theme, seeds) => {
            const place = places.get(stage);
            if (place) await playSequence(place, { theme, seeds }, coverage);
          },
        ),
        { numRuns: Math.max(1, Math.round(count * SCALE)), endOnFailure: process.env['MODEL_SHRINK'] === undefined },
      );

    test('no sequence of thirty attempts or more breaks an invariant', { timeout: 1_800_000 }, async () => {
      await runs(fc.array(seed, { minLength: 30, maxLength: 36 }), RUNS[name].short);
    });

    test('no sequence of several hundred attempts breaks an invariant', { timeout: 1_800_000 }, async () => {
      await runs(fc.array(seed, { minLength: 300, maxLength: 400 }), RUNS[name].long);
    });

    test('every action was carried out, at least half of the attempts were, and the table says so', () => {
      process.stdout.write(`\n${name}\n${coverage.table()}\n`);
      // A tenth of the sequences is too few for the rarest actions.
      if (name === 'SQLite' && SCALE >= 1) expect(coverage.never).toEqual([]);
      expect(coverage.share).toBeGreaterThan(0.5);
    });
  },
);
