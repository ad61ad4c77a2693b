import { expect, test } from 'vitest';
import { check } from '#domain/scheme/check.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import { recompute } from '#domain/score/explanation.ts';
import { prepare } from '#domain/score/prepare.ts';

test('smoke', () => {
  const { scheme, problems } = check({
    scheme: 'x',
    title: '试',
    clause: '§二',
    total: { floor: 0 },
    components: [
      {
        id: 'JC',
        label: '基础分',
        full: 60,
        groups: [{ id: 'G', label: '规矩', full: 20, items: [{ id: 'a', label: 'a', opens: 20 }] }],
        items: [{ id: 'b', label: 'b', opens: 40 }],
      },
      {
        id: 'LZ',
        label: '履职分',
        cap: 40,
        items: [
          {
            id: 'v',
            label: '志愿',
            basis: 'act',
            each: { points: 0.5, per: 2, unit: '小时' },
            limits: [
              { per: 'month', cap: 1 },
              { per: 'year', cap: 5 },
            ],
          },
          { id: 'm', label: '会', basis: 'attendance', each: 1, cap: 12 },
          { id: 'aw', label: '奖', basis: 'award', levels: { of: { 国家: 8, 省: 5 }, take: 'highest' } },
        ],
      },
      {
        id: 'KF',
        label: '扣分',
        groups: [
          {
            id: 'KG',
            label: '涉 a',
            concerns: 'a',
            items: [{ id: 'k', label: '缺', basis: 'attendance', each: -1, free: { count: 1 } }],
          },
        ],
      },
    ],
    vetoes: [{ id: 'lian', label: '廉洁纪律', effect: 'zero' }],
  });
  expect(problems).toEqual([]);
  const prepared = prepare(scheme!, '2026-12-31');
  const r = evaluate(prepared, {
    facts: [
      { item: 'v', day: '2026-03-01', quantity: 70000 },
      { item: 'm', day: '2026-03-01', quantity: 140000 },
      { item: 'aw', day: '2026-03-02', level: '省' },
      { item: 'aw', day: '2026-03-02', level: '国家' },
      { item: 'k', day: '2026-05-01' },
      { item: 'k', day: '2026-05-02', quantity: 30000 },
    ],
  });
  console.log(JSON.stringify(r.tree, null, 1).slice(0, 3000));
  expect(r.total).toBe((60 + 1 + 12 + 8 - 3) * 10000);
  expect(recompute(r.tree)).toBe(r.total);
});
