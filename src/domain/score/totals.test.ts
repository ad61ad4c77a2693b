import { expect, test } from 'vitest';
import { check } from '#domain/scheme/check.ts';
import { evaluate } from './evaluate.ts';
import { prepare } from './prepare.ts';
import { totaller } from './totals.ts';

const meets = { points: 0, else: 1, when: [{ of: 'b', measure: 'count', from: 1 }] };

for (const value of [{ meets }, { review: { of: 'r', worth: 10 } }])
  test(`a free allowance on ${Object.keys(value)[0]} counts in the quick totals as in the whole (product §4)`, () => {
    const items = [
      { id: 'a', label: '甲', basis: 'act', free: { count: 1, per: 'day' }, ...value },
      { id: 'b', label: '乙', basis: 'act', each: 0 },
    ];
    const { scheme, problems } = check({
      scheme: 's',
      title: '方案',
      components: [{ id: 'c', label: '履职分', items }],
      reviews: [{ id: 'r', label: '测评' }],
    });
    if (!scheme) throw new Error(JSON.stringify(problems));
    const prepared = prepare(scheme, '2026-12-31');
    const facts = [{ item: 'review:r', day: '2026-12-01', score: 900_000 }];
    expect(totaller(prepared)({ facts }).total).toBe(evaluate(prepared, { facts }).total);
  });

test('an extra by itself is no yes to a yes-or-no item, in the quick totals either (product §4)', () => {
  const extra = [{ id: 'x', label: '获表彰', plus: 3 }];
  const items = [{ id: 'a', label: '甲', basis: 'act', once: { yes: 5, per: 'month' }, extra }];
  const { scheme, problems } = check({ scheme: 's', title: '方案', components: [{ id: 'c', label: '履职分', items }] });
  if (!scheme) throw new Error(JSON.stringify(problems));
  const prepared = prepare(scheme, '2026-12-31');
  const facts = [{ item: 'x', day: '2026-03-01' }];
  expect(evaluate(prepared, { facts }).total).toBe(0);
  expect(totaller(prepared)({ facts }).total).toBe(0);
});
