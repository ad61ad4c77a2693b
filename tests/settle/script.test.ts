import { expect, test } from 'vitest';
import { numbered } from '#store/settle/script.ts';

test('on PostgreSQL every whole number is wide, but places of a text and what only looks like a number', () => {
  expect(
    numbered(`select z1 * 4, 'a 12' , substr(cast(d as text), 6, 2), (-5), c0 from t1 where x = ? and y < 10`),
  ).toBe(
    `select z1 * 4::bigint, 'a 12' , substr(cast(d as text), 6, 2), (-5::bigint), c0 from t1 where x = $1 and y < 10::bigint`,
  );
});
