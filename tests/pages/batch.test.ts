import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { openPlace, type Place, reload, shot } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;
let desk: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  place = await openPlace({ until: '2026-05-14' });
  desk = `/desk/${place.branch}`;
  const answer = await place.api(await place.signIn('recorder'), `member/list?branch=${place.branch}`);
  for (const { id, code } of ((await answer.json()) as AnswerOf<'member.list'>).members) ids.set(code, id);
}, 300_000);
afterAll(async () => await place?.stop());

async function proposed(): Promise<AnswerOf<'declaration.list'>['rows']> {
  const answer = await place.api(
    await place.signIn('recorder'),
    `declaration/list?branch=${place.branch}&state=proposed&limit=500`,
  );
  return ((await answer.json()) as AnswerOf<'declaration.list'>).rows.filter(({ origin }) => origin !== 'proposed');
}

test('one sentence enters a line for each; a namesake is asked for and never guessed (product §3.2)', async () => {
  const { page, context, complaints } = await place.open(`${desk}/batch`, { as: 'recorder', size: 'desk' });
  await page.getByLabel('写一句话').fill('郑佩文 kfy 刘桂芳 古丽米热•阿不力孜 5月9日 志愿服务 各两小时 王五');
  await page.getByLabel('写一句话').press('Enter');
  await page.getByText('没有录入：王五').waitFor();
  expect(await page.locator('.batch tbody tr').count()).toBe(4);
  const propose = page.getByRole('button', { name: '录入4项' });
  expect(await propose.isDisabled()).toBe(true);
  await shot(page, 'batch');
  // What was read is there after a reload, still waiting for an answer.
  await reload(page);
  const which = page.getByRole('combobox', { name: '请选择是哪一位' });
  await expect.poll(async () => await which.locator('option').count()).toBe(3);
  await which.selectOption({ label: '刘桂芳 D007' });
  await propose.click();
  await page.getByText('已录入4项，等待本人确认。').waitFor();
  const lines = await proposed();
  expect(lines.map(({ subject }) => subject).toSorted()).toEqual(
    ['D017', 'D018', 'D007', 'D008'].map((code) => ids.get(code) ?? '').toSorted(),
  );
  for (const { fact } of lines) expect(fact).toEqual({ item: 'LZ-志愿', day: '2026-05-09', quantity: 20_000 });
  expect(complaints).toEqual([]);
  await context.close();
});

test('a row that is wrong is corrected before it is entered; different facts go in calls of their own', async () => {
  const { page, context } = await place.open(`${desk}/batch`, { as: 'recorder', size: 'phone' });
  await page.getByLabel('写一句话').fill('D019 昨天 课后服务 三节 D020 两节');
  await page.getByRole('button', { name: '读取' }).click();
  const rows = page.locator('.batch tbody tr');
  expect(await rows.nth(0).getByLabel('数量或等次').inputValue()).toBe('3');
  await rows.nth(1).getByLabel('数量或等次').fill('1');
  await shot(page, 'batch-phone');
  await page.getByRole('button', { name: '录入2项' }).click();
  await page.getByText('已录入2项').waitFor();
  const facts = (await proposed()).filter(({ fact }) => fact.item === 'LZ-代课').map(({ fact }) => fact);
  expect(facts.map(({ quantity = 0 }) => quantity).toSorted((a, b) => a - b)).toEqual([10_000, 30_000]);
  expect(new Set(facts.map(({ day }) => day))).toEqual(new Set(['2026-05-13']));
  await context.close();
});

test('a network that is away for a while loses no row and enters none twice', async () => {
  const { page, context } = await place.open(`${desk}/batch`, { as: 'recorder', size: 'desk' });
  await page.getByLabel('写一句话').fill('汪玉洁 5月9日 志愿服务 2小时');
  await page.getByLabel('写一句话').press('Enter');
  await context.setOffline(true);
  await page.getByRole('button', { name: '录入1项' }).click();
  await page.getByText('网络暂时中断').waitFor();
  expect(await page.locator('.batch tbody tr').count()).toBe(1);
  await context.setOffline(false);
  await page.getByText('已录入1项').waitFor();
  expect((await proposed()).filter(({ subject }) => subject === ids.get('D011'))).toHaveLength(1);
  await context.close();
});

test('what was entered for a member is read back before it counts as declared', async () => {
  const { page, context } = await place.open(`${desk}/batch`, { as: 'recorder', size: 'desk' });
  const card = page.locator('.waiting-lines .card', { hasText: '郑佩文' });
  expect(await card.getByRole('button', { name: '代为确认' }).isDisabled()).toBe(true);
  await card.getByRole('checkbox').check();
  await card.getByRole('button', { name: '代为确认' }).click();
  await page.getByText('已代为确认：郑佩文').waitFor();
  expect((await proposed()).some(({ subject }) => subject === ids.get('D017'))).toBe(false);
  // Taken back in one press.
  await page.getByRole('button', { name: '撤销' }).click();
  await card.waitFor();
  await context.close();
});

test('batch entry has no violation of axe and no scrolling sideways, in both languages and sizes', async () => {
  const prepare = async (page: Page): Promise<void> => {
    await page.locator('.sentence input').fill('刘桂芳 王五 5月9日 志愿服务');
    await page.locator('.sentence input').press('Enter');
    await page.locator('.batch').waitFor();
  };
  expect(await faultsOf(place, `${desk}/batch`, { as: 'recorder', name: 'batch', prepare })).toEqual([]);
});
