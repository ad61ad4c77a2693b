import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { openPlace, overflow, type Place, type SignIn, shot, violations } from './place.ts';

let place: Place;

beforeAll(async () => {
  // Ten days after the story's first quarter: one report and one deduction wait for their members' answers.
  place = await openPlace({ until: '2026-05-20' });
}, 300_000);
afterAll(async () => await place?.stop());

async function asked<T>(as: SignIn, path: string): Promise<T> {
  const response = await place.api(as, path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

const linesOf = async (as: SignIn) =>
  (
    await asked<AnswerOf<'declaration.list'>>(
      as,
      `declaration/list?branch=${place.branch}&member=${as.who.person}&limit=500`,
    )
  ).rows;

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
  '/my/appraisal',
  '/my/password',
];

describe('every page of a member', () => {
  test.each(PAGES)(
    '%s reads well on a phone and a desk, in both languages, also in the largest text (product §7, §8)',
    async (path) => {
      const as = await place.member('D028');
      for (const [size, lang, mode] of [
        ['phone', undefined, undefined],
        ['phone', 'en', 'bigger'],
        ['desk', undefined, 'bigger'],
        ['desk', 'en', undefined],
      ] as const) {
        const { page, context, complaints } = await place.open(path, {
          as,
          size,
          ...(lang && { lang }),
          ...(mode && { mode }),
        });
        await page.waitForSelector('h1');
        expect(await page.locator('.waiting').count()).toBe(0);
        expect(await overflow(page), `${size} ${lang} ${mode}`).toBeLessThanOrEqual(0);
        expect(await violations(page), `${size} ${lang} ${mode}`).toEqual([]);
        expect(complaints).toEqual([]);
        await shot(page, `${path.replaceAll(/[/?=]/g, '-')}-${size}-${lang ?? 'zh'}-${mode ?? ''}`);
        await context.close();
      }
    },
    60_000,
  );
});
