import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import { ALWAYS, type Member } from '#domain/ledger/member.ts';
import { check } from '#domain/scheme/check.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';
import { openStore, type Store } from '#store/database.ts';
import { compileSettlement } from '#store/settle/compile.ts';
import { runSettlement } from '#store/settle/settle.ts';
import { addTestOrg, fillBranch } from './fill-branch.ts';

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

const prepared = (document: object): Prepared => {
  const { scheme, problems } = check({ scheme: 's', title: '方案', ...document });
  if (!scheme) throw new Error(JSON.stringify(problems));
  return prepare(scheme, '2026-12-31');
};

const person = (id: string, category: string, lastTotal?: number): Member => ({
  id,
  name: id,
  history: [{ ...ALWAYS, standing: 'full', category }],
  ...(lastTotal !== undefined && { lastTotal }),
});

/** The totals of a new branch in the order of its members, by the query alone. */
async function totals(branch: string, scheme: Prepared, filling: Parameters<typeof fillBranch>[2]) {
  await fillBranch(store.rows, branch, filling);
  const { settlement } = compileSettlement(scheme);
  if (!settlement) throw new Error('not one query');
  const settled = await runSettlement(store.rows, branch, settlement);
  return filling.map(({ member }) => settled.get(member.id)?.total);
}

const act = { id: 'a', label: '甲', basis: 'act', each: 1 };
const worthless: Fact = { item: 'a', day: '2026-03-01' };

test('what was brought along counts also where its component is not for the member (product §4)', async () => {
  const scheme = prepared({
    categories: [{ id: '在职' }, { id: '流动' }],
    components: [{ id: 'c', label: '履职分', for: ['在职'], items: [act] }],
  });
  const brought: Fact = { item: 'opening:c', day: '2026-01-01', points: 125_000, ref: '转接' };
  const filling = [
    { member: person('m1', '流动'), facts: [brought] },
    { member: person('m2', '流动'), facts: [brought, worthless] },
    { member: person('m3', '流动'), facts: [worthless] },
  ];
  expect(await totals('brought', scheme, filling)).toEqual([125_000, 125_000, 0]);
});

test('nothing is carried over into a component that is not for the member (分类管理, product §4)', async () => {
  const scheme = prepared({
    categories: [{ id: '在职' }, { id: '流动' }],
    components: [
      { id: 'c', label: '基础分', for: ['在职'], opens: { carry: '20%', newcomer: 20 }, items: [act] },
      { id: 'd', label: '履职分', opens: { carry: '10%', newcomer: 5 } },
    ],
  });
  const filling = [
    { member: person('m1', '在职', 500_000), facts: [] },
    { member: person('m2', '流动', 500_000), facts: [worthless] },
    { member: person('m3', '流动'), facts: [worthless] },
  ];
  expect(await totals('carried', scheme, filling)).toEqual([150_000, 50_000, 50_000]);
});

test('months that are the cycle’s period are limited before the quarter (product §4, narrow before wide)', async () => {
  const limits = [
    { per: 'quarter', cap: 4 },
    { per: 'period', cap: 1 },
  ];
  const item = { ...act, each: { points: 1, per: 1, steps: 'exact' }, limits };
  const scheme = prepared({
    cycle: { period: 'month' },
    components: [{ id: 'c', label: '履职分', items: [item] }],
  });
  const facts: Fact[] = [
    { item: 'a', day: '2026-01-10', quantity: 10_000 },
    { item: 'a', day: '2026-03-10', quantity: 30_000 },
  ];
  const further: Fact = { item: 'a', day: '2026-03-20', quantity: 20_000 };
  const filling = [
    { member: person('m1', '在职'), facts },
    { member: person('m2', '在职'), facts: [...facts, further] },
  ];
  expect(await totals('narrow', scheme, filling)).toEqual([20_000, 20_000]);
});
