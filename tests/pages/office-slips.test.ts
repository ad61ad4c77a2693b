import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, type Place, type SignIn, shot, violations, visit } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;
let secretary: SignIn;

beforeAll(async () => {
  place = await openPlace({ until: '2026-03-20' });
  secretary = await place.signIn('secretary');
}, 300_000);
afterAll(async () => await place?.stop());

/** How many pages a PDF has. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe('sign-in slips (contracts, First use)', () => {
  let code = '';
  let login = '';

  test('eight are chosen, issued and printed on one sheet of A4; the codes stand nowhere else', async () => {
    const { page, context, complaints } = await place.open(`/desk/${place.branch}/slips`, {
      as: secretary,
      size: 'desk',
    });
    const waiting = page.getByRole('group', { name: '还没有账号' }).getByRole('checkbox');
    for (let at = 0; at < 8; at++) await waiting.nth(at).check();
    await shot(page, 'slips-choice-desk');
    await page.getByRole('button', { name: '发登录单（8人）' }).click();
    await page.getByText('登录单已经发放，请现在打印。').waitFor();
    await page.locator('.slip-sheet svg.qr').nth(7).waitFor();
    await shot(page, 'slips-desk');
    const cards = page.locator('.slip-sheet > li');
    expect(await cards.count()).toBe(8);
    code = (await cards.first().locator('.code').nth(1).textContent()) ?? '';
    login = (await cards.first().locator('.code').first().textContent()) ?? '';
    expect(code).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(code);
    // Whoever leaves before printing is told what is lost, and may stay.
    await page.getByRole('link', { name: '名册', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '留下打印' }).click();
    expect(await cards.count()).toBe(8);
    expect(await violations(page)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    await shot(page, 'slips-print');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a member joins with the slip in a browser of its own and sees the own page', async () => {
    const { page, context } = await place.open(`/join/${code}`);
    expect(await page.textContent('main')).toContain(login);
    for (const field of await page.locator('input[type=password]').all()) await field.fill('春天开学第一课讲家乡的河');
    await page.locator('main button[type=submit]').click();
    await page.locator('main a[href^="/my"]').waitFor();
    await visit(page, `${place.origin}/my`);
    expect(await page.textContent('[data-total]')).toMatch(/^\d/);
    await context.close();
    const again = await place.open(`/join/${code}`);
    expect(await again.page.locator('input[type=password]').count()).toBe(0);
    await again.context.close();
  });

  test('who has an account is told without anybody’s sign-in name, and only to the secretary', async () => {
    const answer = await place.api(secretary, `account/list?branch=${place.branch}`);
    const text = await answer.text();
    expect(text).not.toContain(login);
    expect(JSON.parse(text).rows.filter(({ state }: { state: string }) => state === 'new')).toHaveLength(7);
    const recorder = await place.signIn('recorder');
    expect((await place.api(recorder, `account/list?branch=${place.branch}`)).status).toBe(403);
  });

  test('nothing is wrong with the page in both languages and sizes (product §7)', async () => {
    const looking = {
      as: secretary,
      name: 'slips',
      prepare: async (page: Page) => await page.waitForSelector('.tick'),
    };
    expect(await faultsOf(place, `/desk/${place.branch}/slips`, looking)).toEqual([]);
  });
});
