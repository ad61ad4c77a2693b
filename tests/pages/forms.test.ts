import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Opening, openPlace, overflow, type Place, type SignIn, shot, violations } from './place.ts';

let place: Place;
let member: SignIn;

beforeAll(async () => {
  place = await openPlace({ until: '2026-05-20' });
  member = await place.member('D028');
}, 300_000);
afterAll(async () => await place?.stop());

/** Every form that a page offers, as the browser would fetch it: what does not come. */
async function missing(path: string, as: Opening['as'] & (SignIn | string)): Promise<string[]> {
  const { page, context } = await place.open(path, { as, size: 'desk' });
  const links = page.locator('main a[download][href*="format=docx"]');
  await links.first().waitFor();
  const found = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(found.length).toBeGreaterThan(0);
  const refused: string[] = [];
  for (const href of found) {
    const answer = await context.request.get(href);
    if (answer.status() !== 200) refused.push(`${href}: ${answer.status()}`);
  }
  await context.close();
  return refused;
}

describe('forms where they are seen (product §7)', () => {
  test('every form in the list of the office comes, with a sentence that says what it is for', async () => {
    expect(await missing(`/desk/${place.branch}/forms`, 'secretary')).toEqual([]);
    const { page, context } = await place.open(`/desk/${place.branch}/forms`, { as: 'recorder', size: 'desk' });
    const rows = page.locator('.forms > li');
    expect(await rows.count()).toBeGreaterThan(10);
    for (const text of await rows.allTextContents()) expect(text).toMatch(/。$/);
    await context.close();
  });

  test('a member has the own objection, its answer and the appeal on paper, and empty forms', async () => {
    for (const path of ['/my/more', '/my/lines', '/my/objections', '/my/appeals'])
      expect(await missing(path, member), path).toEqual([]);
  });

  test('the office has objections with their answers, and of the appeal the answer that it was served', async () => {
    const path = `/desk/${place.branch}/supervision`;
    expect(await missing(path, 'secretary')).toEqual([]);
    const { page, context } = await place.open(path, { as: 'secretary', size: 'desk' });
    await page.locator('a[href*="form=appealAnswer"]').first().waitFor();
    expect(await page.locator('a[href*="form=appeal&"]').count()).toBe(0);
    await context.close();
  });

  test.each<[string, Opening]>([
    ['phone', { size: 'phone' }],
    ['desk', { size: 'desk', lang: 'en', mode: 'bigger' }],
  ])('the pages are calm and whole on a %s', async (name, opening) => {
    for (const [path, as] of [
      [`/desk/${place.branch}/forms`, 'secretary'],
      ['/my/more', member],
    ] as const) {
      const { page, context, complaints } = await place.open(path, { ...opening, as });
      await page.locator('a[download]').first().waitFor();
      await shot(page, `forms-${path.split('/').at(-1)}-${name}`);
      expect(await overflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});
