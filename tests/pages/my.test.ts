import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;

beforeAll(async () => {
  // After the story's first quarter: one report and one deduction wait for their members' answers.
  place = await openPlace({ until: '2026-05-20' });
}, 300_000);
afterAll(async () => await place?.stop());

const PAGES = [
  '/my',
  '/my/declare',
  '/my/declare?about=other',
  '/my/lines',
  '/my/score',
  '/my/objections',
  '/my/appeals',
  '/my/year',
  '/my/looked',
  '/my/more',
  '/my/notices',
  '/my/relatives',
  '/my/absence',
  '/my/talks',
  '/my/veto',
  '/my/appraisal',
  '/my/password',
];

describe('every page of a member', () => {
  test.each(PAGES)(
    '%s reads well on a phone and a desk, in both languages, as usual and in the largest text (product §7, §8)',
    async (path) => {
      const as = await place.member('D028');
      expect(await faultsOf(place, path, { as, name: path.replaceAll(/[/?=]/g, '-') })).toEqual([]);
    },
  );

  test('the application moves nothing under the reader’s eyes as the home fills (issue 4)', async () => {
    const { page, context } = await place.open('/my', { as: await place.member('D031') });
    const shift = await page.evaluate(
      async () =>
        await new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect(shift).toBeLessThanOrEqual(0.05);
    await context.close();
  });
});
