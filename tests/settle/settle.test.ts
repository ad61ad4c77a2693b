import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { branchFigures } from '#domain/outcome/branch-year.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import { prepare } from '#domain/score/prepare.ts';
import { openStore, type Store } from '#store/database.ts';
import { compileSettlement } from '#store/settle/compile.ts';
import { joinedCells, runSettlement, settle } from '#store/settle/settle.ts';
import { addTestOrg, fillBranch } from './fill-branch.ts';
import { randomBranch } from './random-branch.ts';

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-settle-'));
  store = await openStore(folder);
  await addTestOrg(store.rows);
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const runs = Number(process.env['SETTLE_RUNS'] ?? 300);

test('one query settles a branch to the last 1/10000 as evaluate does, under any scheme and any facts (scheme language; product §4)', async () => {
  let branches = 0;
  let compiled = 0;
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
      const { settlement } = compileSettlement(prepared, await joinedCells(store.rows, branch));
      if (settlement) {
        compiled++;
        expect(await runSettlement(store.rows, branch, settlement)).toEqual(new Map(wanted));
      } else expect(await settle(store.rows, branch, prepared)).toEqual(new Map(wanted));
    }),
    { numRuns: runs },
  );
  expect(compiled).toBeGreaterThan(runs / 2);
}, 600_000);
