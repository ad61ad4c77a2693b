import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { branchFigures } from '#domain/outcome/branch-year.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import { prepare } from '#domain/score/prepare.ts';
import { openStore, type Store } from '#store/database.ts';
import { settle } from '#store/settle/settle.ts';
import { type Engine, startEngine } from '#tests/postgres/engine.ts';
import { addTestOrg, fillBranch } from './fill-branch.ts';
import { randomBranch } from './random-branch.ts';

let engine: Engine;
let store: Store;

beforeAll(async () => {
  engine = await startEngine('PostgreSQL');
  store = await openStore((await engine.place()).at);
  await addTestOrg(store.rows);
}, 60_000);

afterAll(async () => {
  await store.close();
  await engine.stop();
});

test('the same query settles the same on PostgreSQL (scheme language, portable)', async () => {
  let branches = 0;
  await fc.assert(
    fc.asyncProperty(randomBranch(), async ({ versions, day, filling }) => {
      const prepared = prepare(versions, day);
      const members = filling.map(({ member }) => member);
      const figures = branchFigures(prepared, members, (at) => filling[at]?.facts ?? []);
      const wanted = filling.map(({ member, facts }) => {
        const { total, components, vetoed } = evaluate(prepared, { member, facts, figures: figures(member.id) });
        return [member.id, { total, components, vetoed }] as const;
      });
      const branch = `b${branches++}`;
      await fillBranch(store.rows, branch, filling);
      expect(await settle(store.rows, branch, prepared)).toEqual(new Map(wanted));
    }),
    { numRuns: Number(process.env['SETTLE_RUNS'] ?? 80) },
  );
}, 600_000);
