import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace, overflow, type Place, shot, violations } from './place.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ until: '2027-01-26' });
}, 300_000);
afterAll(async () => await place?.stop());

const PAGES = ['/above/filings', '/above/appeals', '/above/concerns', '/above/tree'];

test('every page of the superior is whole on telephone and desk, in both languages and sizes of text (product §7)', async () => {
  const wrong: unknown[] = [];
  const one = `/above/tree/${place.branch}`;
  for (const path of [...PAGES, one])
    for (const [size, lang, mode] of [
      ['phone', undefined, undefined],
      ['phone', 'en', 'bigger'],
      ['desk', 'en', undefined],
      ['desk', undefined, 'bigger'],
    ] as const) {
      const { page, context, complaints } = await place.open(path, {
        as: 'superior',
        size,
        ...(lang && { lang }),
        ...(mode && { mode }),
      });
      await shot(
        page,
        `above-${path.split('/').slice(2, 3).join('')}-${path === one ? 'one-' : ''}${size}-${lang ?? 'zh'}-${mode ?? ''}`,
      );
      const found = await violations(page);
      const over = await overflow(page);
      if ((found as unknown[]).length > 0 || over > 0 || complaints.length > 0)
        wrong.push([path, size, lang, mode, found, over, complaints]);
      await context.close();
    }
  expect(wrong).toEqual([]);
}, 240_000);
