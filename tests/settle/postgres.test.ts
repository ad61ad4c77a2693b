import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import { ALWAYS, type Member } from '#domain/ledger/member.ts';
import { branchFigures } from '#domain/outcome/branch-year.ts';
import { check } from '#domain/scheme/check.ts';
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

test('units are placed by wide numbers: a condition under a limit by stretch multiplied 2000000000 by 4 in 32 bits', async () => {
  const item = {
    id: 'i1',
    label: '项目',
    basis: 'act',
    meets: { points: 2.5, else: 11.75, when: [{ of: 'i0', measure: 'quantity', from: 3 }] },
  };
  const { scheme } = check({
    scheme: 's',
    title: '方案',
    components: [
      {
        id: 'c0',
        label: '构成',
        take: 'highest',
        limits: [{ per: 'period', cap: 8.5, floor: -1.5, count: 2 }],
        groups: [{ id: 'g0', label: '组', items: [{ id: 'i0', label: '另一项目', opens: 0.5 }] }],
        items: [item],
      },
    ],
  });
  const prepared = prepare(scheme ?? expect.fail(), '2026-12-31');
  const member: Member = { id: 'm', name: '某', history: [{ ...ALWAYS, standing: 'full' }] };
  const facts: readonly Fact[] = [{ item: 'i0', day: '2026-02-01' }];
  await fillBranch(store.rows, 'wide', [{ member, facts }]);
  const { total, components, vetoed } = evaluate(prepared, {
    member,
    facts,
    figures: branchFigures(prepared, [member], () => facts)('m'),
  });
  expect(await settle(store.rows, 'wide', prepared)).toEqual(new Map([['m', { total, components, vetoed }]]));
});
