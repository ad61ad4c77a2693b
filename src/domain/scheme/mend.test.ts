import { expect, test } from 'vitest';
import { check } from './check.ts';

test('mistakes of form and of rule are named at once, each with its path and clause (issue 2, bad input)', () => {
  const { problems, scheme } = check({
    scheme: 'bad',
    title: '坏方案',
    clause: '§二',
    total: { flor: 0 },
    components: [
      {
        id: 'A',
        label: '甲',
        clause: '§二(一)',
        items: [
          { id: 'a1', label: '一', each: 'x', basis: 'act', capp: 3 },
          { id: 'a1', label: '二', each: 1 },
          { label: '三', basis: 'application', each: 1, cap: 5, floor: 9 },
        ],
      },
      { id: 'B', label: '乙', items: [{ id: 'b1', label: '四', basis: 'act', once: 5, judged: 3 }] },
    ],
  });
  expect(scheme).toBeUndefined();
  const said = problems.map(({ severity, code, path, clause }) => [severity, code, path, clause]);
  expect(said).toEqual(
    expect.arrayContaining([
      ['error', 'scheme.unknown-key', 'total.flor', '§二'],
      ['error', 'scheme.not-a-number', 'components[0].items[0].each', '§二(一)'],
      ['error', 'scheme.unknown-key', 'components[0].items[0].capp', '§二(一)'],
      ['error', 'scheme.missing-key', 'components[0].items[2].id', '§二(一)'],
      ['error', 'scheme.id-twice', 'components[0].items[1]', '§二(一)'],
      ['error', 'scheme.basis-missing', 'components[0].items[1]', '§二(一)'],
      ['error', 'scheme.cap-below-floor', 'components[0].items[2]', '§二(一)'],
      ['refusal', 'scheme.basis-refused', 'components[0].items[2]', '§二(一)'],
      ['error', 'scheme.two-values', 'components[1].items[0]', '§二'],
    ]),
  );
  expect(said.filter(([, code]) => code === 'scheme.no-value')).toEqual([]);
});
