import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POINT } from '#domain/kernel/points.ts';
import { distribute, FEWEST } from './distribution.ts';

const points = (...totals: number[]) => totals.map((total) => total * POINT);

describe('the distribution shows nobody (product §6)', () => {
  test('a single low total is joined to the bar above', () => {
    expect(distribute(points(95, 96, 97, 88, 87, 86, 12))).toEqual([
      { from: 95 * POINT, count: 3 },
      { to: 95 * POINT, count: 4 },
    ]);
  });

  test('a bar of few is joined to the one below', () => {
    expect(distribute(points(96, 91, 92, 71, 72, 73))).toEqual([
      { from: 90 * POINT, count: 3 },
      { to: 90 * POINT, count: 3 },
    ]);
  });

  test('two people have no distribution, three have one bar without ends', () => {
    expect(distribute(points(80, 90))).toBeUndefined();
    expect(distribute(points(10, 80, 90))).toEqual([{ count: 3 }]);
  });

  test('no bar holds fewer than three, everyone is counted, and both ends are open', () => {
    assert(
      property(array(integer({ min: -200_000, max: 1_500_000 }), { minLength: 3, maxLength: 80 }), (totals) => {
        const bars = distribute(totals) ?? [];
        expect(bars.every(({ count }) => count >= FEWEST)).toBe(true);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(totals.length);
        expect(bars.at(0)?.to).toBeUndefined();
        expect(bars.at(-1)?.from).toBeUndefined();
        for (const { from = -Infinity, to = Infinity, count } of bars)
          expect(totals.filter((total) => total >= from && total < to)).toHaveLength(count);
      }),
    );
  });
});
