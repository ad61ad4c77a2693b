import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { see } from './meeting-operator.ts';
import { openPlace, overflow, type Place, shot, violations } from './place.ts';

let place: Place;
let home: string;

beforeAll(async () => {
  // The secretary asked to reopen October; nobody in the small branch may be the second person.
  place = await openPlace({ story: 'examples/story-small.yaml', until: '2026-11-06' });
  home = (await place.signIn('secretary')).who.home;
}, 300_000);
afterAll(async () => await place?.stop());

test('in a small branch the second person is the superior, who reads what is asked, by whom and why, and confirms it above (product §2)', async () => {
  const as = await place.signIn('secretary');
  const branch = await place.open(`/desk/${home}`, { as, size: 'phone' });
  const waits = branch.page.locator('[data-kind="second-confirm"]');
  expect(await waits.textContent()).toContain('等待上级');
  expect(await waits.getByRole('button').count()).toBe(0);
  await branch.context.close();
  const { page, context } = await place.open('/above', { as: 'superior', size: 'phone' });
  const row = page.locator('[data-work="second-confirm"]');
  const said = await row.textContent();
  for (const part of ['重开月份', '2026年10月', '白启山', '书记漏报十月三十日家访一次']) expect(said).toContain(part);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await shot(page, 'tried-small-second');
  await row.getByRole('button', { name: '确认', exact: true }).click();
  await row.waitFor({ state: 'detached' });
  const { months } = (await (
    await place.api(as, `month/list?branch=${home}&year=2026`)
  ).json()) as AnswerOf<'month.list'>;
  expect(months.find(({ id }) => id === '2026-10')?.state).toBe('reopened');
  await context.close();
});

test('the superior lends a member of another branch, with a beginning and an end (product §2)', async () => {
  const { page, context } = await place.open(`/above/tree/${home}`, { as: 'superior', size: 'desk' });
  await page.getByRole('button', { name: '借出', exact: true }).click();
  await see(page, '请填写这一项。');
  await page.getByLabel('从哪个支部借').selectOption({ index: 1 });
  const lending = page.locator('section.panel').filter({ has: page.getByRole('heading', { name: '借出党员' }) });
  await lending.getByRole('radio').first().check();
  const days = lending.locator('input[type="date"]');
  await days.nth(0).fill('2026-11-06');
  await days.nth(1).fill('2027-03-31');
  await shot(page, 'tried-lend');
  await lending.getByRole('button', { name: '借出', exact: true }).click();
  await see(page, '已借出');
  await context.close();
  const rights = (await (
    await place.api(await place.signIn('security'), `right/show?branch=${home}&limit=100`)
  ).json()) as AnswerOf<'right.show'>;
  expect(JSON.stringify(rights)).toContain('lent');
});
