import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace, overflow, type Place, violations } from './place.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ until: '2026-09-25' });
}, 300_000);
afterAll(async () => await place?.stop());

test('a member’s own total can be read before any script runs, and the script shows the same', async () => {
  const without = await place.open('/my', { as: 'member', script: false });
  const before = await without.page.textContent('[data-total]');
  await without.context.close();
  const { page, context, complaints } = await place.open('/my', { as: 'member' });
  expect(await page.textContent('[data-total]')).toBe(before);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
