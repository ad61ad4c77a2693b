import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, overflow, type Place, SIZES, shot, violations } from './place.ts';

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
      for (const lang of [undefined, 'en'] as const) {
        const { page, context, complaints } = await place.open(path, { as, ...(lang && { lang }) });
        await page.waitForSelector('h1');
        expect(await page.locator('.waiting').count()).toBe(0);
        for (const size of ['phone', 'desk'] as const)
          for (const mode of ['', 'bigger']) {
            await page.setViewportSize(SIZES[size]);
            await page.evaluate((text) => {
              document.documentElement.dataset['mode'] = text;
            }, mode);
            expect(await overflow(page), `${size} ${lang} ${mode}`).toBeLessThanOrEqual(0);
            // The elements are the same on every screen; axe sees each language in both sizes of text and on both screens.
            if ((size === 'phone') === ((mode === '') === (lang === undefined)))
              expect(await violations(page), `${size} ${lang} ${mode}`).toEqual([]);
            await shot(page, `${path.replaceAll(/[/?=]/g, '-')}-${size}-${lang ?? 'zh'}-${mode}`);
          }
        expect(complaints).toEqual([]);
        await context.close();
      }
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
