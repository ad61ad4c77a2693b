import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, type Place, reload, type SignIn, shot } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;
let secretary: SignIn;
let reviewer: SignIn;
let notices: string;

beforeAll(async () => {
  // The third quarter is determined and its register sealed on 14 October; nothing of it is on notice yet.
  place = await openPlace({ until: '2026-10-14' });
  // Joining anew ends what the demonstration's secretary had open: whoever else is needed joins before.
  reviewer = await place.member('D003');
  secretary = await place.member('D001');
  notices = `/desk/${place.branch}/notices`;
}, 300_000);
afterAll(async () => await place?.stop());

type Kept = {
  readonly id: string;
  readonly state: string;
  readonly period: string;
  readonly content: { code?: string };
};

async function kept(period: string): Promise<Kept | undefined> {
  const answer = await place.api(secretary, `notice/show?branch=${place.branch}`);
  const { matters } = (await answer.json()) as { matters: Kept[] };
  return matters.find((one) => one.period === period);
}

/** Types the password that the person set when joining. */
async function typePassword(page: Page, code: string): Promise<void> {
  await page.getByRole('dialog').getByLabel('密码').fill(`登录的一句话${code}`);
  await page.getByRole('button', { name: '确认办理' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

describe('a notice in the browser (§三(四), product §3.7)', () => {
  test('it is drafted by one, and what was typed survives a reload', async () => {
    const { page, context, complaints } = await place.open(notices, { as: secretary, size: 'desk' });
    await page.getByLabel('公示说明').fill('第三季度党员积分公示，有意见请向支委会反映。');
    await page.getByLabel('公示姓名所依据的决议').fill('2026年10月14日党员大会决议');
    await page.getByRole('button', { name: '起草，交另一人审核' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('请选择。');
    await reload(page);
    expect(await page.getByLabel('公示说明').inputValue()).toContain('有意见请向支委会反映');
    await page.getByLabel(/2026年第3季度党员积分公示/).check();
    await page.getByRole('button', { name: '起草，交另一人审核' }).click();
    await page.getByText('待审核').waitFor();
    expect(await page.getByText('公示已经起草，请另一位支委审核内容。').isVisible()).toBe(true);
    expect(await kept('2026Q3')).toMatchObject({ state: 'drafted' });
    expect(complaints).toEqual([]);
    await shot(page, 'notices-desk');
    await context.close();
  });

  test('its author is told that another reviews it; another does, and gives nothing back without a reason', async () => {
    const { id = '' } = (await kept('2026Q3')) ?? {};
    const own = await place.open(`${notices}/${id}`, { as: secretary, size: 'desk' });
    expect(await own.page.getByText('起草和修改的人不审核自己写的内容').isVisible()).toBe(true);
    await own.context.close();
    const { page, context } = await place.open(`${notices}/${id}`, { as: reviewer });
    await page.getByRole('button', { name: '内容无误，同意公示' }).click();
    await page.getByText('已审核，待张贴').waitFor();
    await page.getByRole('button', { name: '退回起草人' }).click();
    expect(await page.getByText('请填写这一项。').isVisible()).toBe(true);
    await shot(page, 'notice-review-phone');
    expect((await kept('2026Q3'))?.state).toBe('reviewed');
    await context.close();
  });

  test('it is posted with the password and never for too few days; its QR leads to the public page', async () => {
    const { id = '' } = (await kept('2026Q3')) ?? {};
    const { page, context } = await place.open(`${notices}/${id}`, { as: secretary, size: 'desk' });
    await page.getByLabel('公示几个工作日').fill('3');
    await page.getByRole('button', { name: '张贴公示' }).click();
    await typePassword(page, 'D001');
    const refused = page.getByRole('alert');
    expect(await refused.textContent()).toContain('不得少于 5 个工作日');
    expect(await page.getByLabel('公示几个工作日').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('公示几个工作日').fill('6');
    await page.getByRole('button', { name: '张贴公示' }).click();
    await typePassword(page, 'D001');
    await page.getByText('网址和二维码').waitFor();
    await page.locator('svg.qr').waitFor();
    const { code = '' } = (await kept('2026Q3'))?.content ?? {};
    expect(code).toMatch(/^[0-9a-z]{26,}$/);
    expect(await page.getByText(`${place.origin}/n/${code}`).isVisible()).toBe(true);
    await shot(page, 'notice-posted-desk');
    const href = await page.getByRole('link', { name: '打开公示页' }).getAttribute('href');
    const there = await place.open(href ?? '', { script: false });
    expect(await there.page.textContent('h1')).toContain('第3季度');
    expect(await there.page.textContent('main')).toContain('公示依据：2026年10月14日党员大会决议。');
    await there.context.close();
    await context.close();
  });

  test('what is said goes into its file; withdrawing waits for a second person', async () => {
    const { id = '' } = (await kept('2026Q3')) ?? {};
    const { page, context } = await place.open(`${notices}/${id}`, { as: secretary, size: 'desk' });
    await page.getByRole('button', { name: '登记本季度已经公示' }).click();
    await page.getByText('已登记本季度进入公示。').waitFor();
    await page.getByLabel('意见和处理情况').fill('有党员问志愿服务怎样折算，已当面说明。');
    await page.getByRole('button', { name: '记入档案' }).click();
    await page.locator('.rows .said').waitFor();
    await page.getByText('撤下公示').click();
    await page.getByLabel('撤下的理由').fill('说明有误');
    await page.getByRole('button', { name: '提出撤下' }).click();
    await typePassword(page, 'D001');
    await page.getByText('还需另一人确认后生效').waitFor();
    expect((await kept('2026Q3'))?.state).toBe('posted');
    await context.close();
  });

  test('nothing is wrong with its pages in both languages and sizes (product §7)', async () => {
    const { id = '' } = (await kept('2026Q3')) ?? {};
    for (const path of [notices, `${notices}/${id}`]) {
      const looking = { as: secretary, name: path === notices ? 'notice-list' : 'notice-one' };
      expect(await faultsOf(place, path, looking)).toEqual([]);
    }
  });
});
