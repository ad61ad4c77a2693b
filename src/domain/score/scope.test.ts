import { expect, test } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import { check } from '#domain/scheme/check.ts';
import { evaluate } from './evaluate.ts';
import { prepare } from './prepare.ts';
import { totaller } from './totals.ts';

const earned: readonly Fact[] = [
  { item: 'a', day: '2026-01-10', quantity: 10_000 },
  { item: 'a', day: '2026-03-10', quantity: 30_000 },
];
const further: Fact = { item: 'a', day: '2026-03-20', quantity: 20_000 };

for (const quarter of [{ cap: 4 }, { count: 2 }])
  test(`months that are the cycle's period are limited before the quarter's ${Object.keys(quarter)[0]}: a further credit in a full month takes nothing from another (product §4, narrow before wide)`, () => {
    const limits = [
      { per: 'quarter', ...quarter },
      { per: 'period', cap: 1 },
    ];
    const { scheme, problems } = check({
      scheme: 's',
      title: '方案',
      cycle: { period: 'month' },
      components: [
        {
          id: 'c',
          label: '履职分',
          items: [{ id: 'a', label: '甲', basis: 'act', each: { points: 1, per: 1, steps: 'exact' }, limits }],
        },
      ],
    });
    if (!scheme) throw new Error(JSON.stringify(problems));
    const prepared = prepare(scheme, '2026-12-31');
    for (const facts of [earned, [...earned, further]]) {
      expect(evaluate(prepared, { facts }).total).toBe(20_000);
      expect(totaller(prepared)({ facts }).total).toBe(20_000);
    }
  });
