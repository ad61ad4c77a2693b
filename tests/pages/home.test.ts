import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace, overflow, type Place, SIZES, violations } from './place.ts';

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

test('a browser of 2020 opens the same pages: what it lacks is lent, or done without (decision 024)', async () => {
  const { cookie } = await place.signIn('secretary');
  const context = await place.browser.newContext({ viewport: SIZES.phone });
  await context.addCookies([{ name: 'sunledger', value: cookie, url: place.origin }]);
  await context.addInitScript(() => {
    const gone: [object, string[]][] = [
      [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
      [Object, ['hasOwn', 'groupBy']],
      [HTMLDialogElement.prototype, ['show', 'showModal', 'close']],
      [HTMLFormElement.prototype, ['requestSubmit']],
      [window, ['structuredClone', 'createImageBitmap', 'reportError']],
      [Crypto.prototype, ['randomUUID']],
    ];
    for (const [whose, names] of gone) for (const name of names) Reflect.deleteProperty(whose, name);
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const desk = `/desk/${place.branch}`;
  for (const path of ['/my', '/my/score', '/my/declare', '/my/lines', '/my/year', `${desk}/year`, `${desk}/months`]) {
    await page.goto(place.origin + path);
    await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('.waiting, .late'));
  }
  await page.getByRole('button', { name: '重开' }).first().click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.locator('textarea').evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await context.close();
});

test('a page whose script does not come says so after a while, and what helps', async () => {
  const { page, context } = await place.open('/my/lines', { as: 'member', script: false });
  const late = page.locator('.late');
  expect(await late.isVisible()).toBe(false);
  await late.evaluate((one) => {
    for (const wait of one.getAnimations()) wait.finish();
  });
  expect(await late.isVisible()).toBe(true);
  expect(await late.textContent()).toContain('请更新微信或者换一个浏览器');
  await context.close();
});
