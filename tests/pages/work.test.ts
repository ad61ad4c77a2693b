import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { openPlace, type Place, reload, type SignIn, shot, violations, visit } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;
let desk: string;

async function read<T>(as: SignIn, path: string): Promise<T> {
  return (await (await place.api(as, path)).json()) as T;
}

beforeAll(async () => {
  // A deduction is proposed and not told yet; a report waits to be verified.
  place = await openPlace({ until: '2026-05-18' });
  desk = `/desk/${place.branch}`;
}, 300_000);
afterAll(async () => await place?.stop());

test('the work list says what is owed by when, and the member is told of a deduction in one press', async () => {
  const { page, context, complaints } = await place.open(desk, { as: await place.member('D002'), size: 'desk' });
  await page.getByRole('heading', { name: '待办' }).waitFor();
  await shot(page, 'work');
  const row = page.locator('[data-kind="hearing-serve"]').first();
  await row.getByRole('button', { name: '告知本人' }).click();
  await page.getByText('已告知本人。').waitFor();
  const lines = await read<AnswerOf<'declaration.list'>>(
    await place.signIn('secretary'),
    `declaration/list?branch=${place.branch}&state=proposed`,
  );
  expect(lines.rows.find(({ origin }) => origin === 'proposed')?.hearing?.state).toBe('told');
  await page.getByRole('checkbox', { name: '只看由我办的' }).check();
  expect(await page.getByText('等待罗文斌').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a deduction that was told is brought before the review, and its thread is there for the office', async () => {
  const { page, context } = await place.open(`${desk}/deductions`, { as: 'secretary', size: 'desk' });
  await page.getByText('已告知').first().waitFor();
  await shot(page, 'deductions');
  await page.getByRole('button', { name: '提请初评' }).click();
  await page.getByText('已提请初评。').waitFor();
  const lines = await read<AnswerOf<'declaration.list'>>(
    await place.signIn('secretary'),
    `declaration/list?branch=${place.branch}&month=2026-05`,
  );
  const line = lines.rows.find(({ fact }) => fact.item === 'ZZ2-学习');
  expect(line?.state).toBe('submitted');
  await visit(page, `${place.origin}${desk}/line/${line?.id}`);
  await page.locator('.thread li').first().waitFor();
  await shot(page, 'trace');
  await context.close();
});

test('a deduction needs what it rests on: the rule stands beside the field, what was written stays', async () => {
  const { page, context } = await place.open(`${desk}/deductions`, { as: await place.member('D002'), size: 'phone' });
  await page.getByText('提出一项扣分').first().click();
  const form = page.locator('form', { hasText: '扣' }).first();
  await form.getByRole('searchbox').fill('yqz');
  await form.getByRole('searchbox').fill('谭');
  await form.getByRole('radio').first().check();
  await form.getByLabel('项目').selectOption({ label: '无故不参加集中学习' });
  await form.getByLabel('日期').fill('2026-05-08');
  await form.getByRole('button', { name: '提出一项扣分' }).click();
  await form.locator('.field.wrong .problem').waitFor();
  await shot(page, 'deduction-phone-refused');
  await reload(page);
  await page.getByText('提出一项扣分').first().click();
  expect(await form.getByLabel('日期').inputValue()).toBe('2026-05-08');
  await form.getByLabel('依据').fill('五月集中学习签到表');
  await form.getByRole('button', { name: '提出一项扣分' }).click();
  await page.getByText('已提出，请告知本人。').waitFor();
  await page.getByText('还没有告知本人').first().waitFor();
  await context.close();
});

test('a ground of veto makes nothing zero before its finding (§二(三), product §3.5)', async () => {
  const { page, context } = await place.open(`${desk}/deductions`, { as: 'secretary', size: 'desk' });
  await page.getByText('任何人的积分都不会变为零').waitFor();
  await page.getByText('报告一项否决事由').first().click();
  const form = page.locator('.vetoes details form').last();
  await form.getByRole('searchbox').fill('柳明辉');
  await form.getByRole('radio').first().check();
  await form.getByLabel('事由').selectOption({ index: 1 });
  await form.getByLabel('情况').fill('接到通报，等待认定');
  await form.getByRole('button', { name: '报告一项否决事由' }).click();
  const veto = page.locator('[data-veto]');
  await veto.getByText('等待认定').first().waitFor();
  await veto.getByText('登记认定').first().click();
  await veto.getByLabel('认定机关').fill('区纪委');
  await veto.getByLabel('文号').fill('区纪〔2026〕9号');
  await veto.getByLabel('认定日期').fill('2026-06-30');
  await veto.getByRole('button', { name: '登记认定' }).click();
  await veto.locator('.problem').waitFor(); // a finding does not lie in the future
  expect(await veto.getByLabel('文号').inputValue()).toBe('区纪〔2026〕9号');
  await veto.getByLabel('认定日期').fill('2026-05-15');
  await veto.getByRole('button', { name: '登记认定' }).click();
  await veto.getByText('已有认定，待确认').waitFor();
  await shot(page, 'veto-cited');
  await context.close();
});

test('months and quarters at a glance; a closed month is reopened with a reason and a second person', async () => {
  const { page, context } = await place.open(`${desk}/months`, { as: 'secretary', size: 'desk' });
  await page.locator('[data-month="2026-04"]').waitFor();
  await shot(page, 'months');
  // A month that is not over is not offered to be closed: its row says from when it can be.
  const under = page.locator('[data-month="2026-05"]');
  expect(await under.textContent()).toContain('2026年6月1日起可以关闭');
  expect(await under.getByRole('button', { name: '关闭' }).count()).toBe(0);
  expect(await page.locator('.months tbody tr').count()).toBe(12);
  await page.locator('[data-month="2026-04"]').getByRole('button', { name: '重开' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重开' }).click();
  await page.getByRole('dialog').locator('.field.wrong .problem').waitFor();
  await page.getByRole('dialog').getByLabel('理由').fill('一项志愿服务迟报');
  await page.getByRole('dialog').getByRole('button', { name: '重开' }).click();
  await page.getByText('还需另一人确认').waitFor();
  await context.close();
  const second = await place.open(desk, { as: await place.member('D002'), size: 'phone' });
  await shot(second.page, 'work-phone');
  await second.page.locator('[data-kind="second-confirm"]').getByRole('button', { name: '确认', exact: true }).click();
  await second.page.getByText('已确认：').waitFor();
  const { months } = await read<AnswerOf<'month.list'>>(
    await place.signIn('secretary'),
    `month/list?branch=${place.branch}`,
  );
  expect(months.find(({ id }) => id === '2026-04')?.state).toBe('reopened');
  await second.context.close();
});

test('on a telephone the menu is one line with the room that is open, and opens and closes by keyboard (product §7)', async () => {
  const { page, context } = await place.open(`${desk}/year`, { as: 'secretary', size: 'phone' });
  // Of a year that is not over nothing is proposed: no column of grades.
  expect(await page.locator('thead').textContent()).not.toContain('拟定等次');
  const menu = page.getByRole('button', { name: '栏目 年度结算' });
  const months = page.locator('nav.side').getByRole('link', { name: '月份与季度' });
  expect([await months.isVisible(), (await menu.boundingBox())?.height ?? 99]).toEqual([false, 44]);
  await menu.press('Enter');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect([await months.isVisible(), await menu.evaluate((one) => one === document.activeElement)]).toEqual([
    false,
    true,
  ]);
  await menu.press('Enter');
  await months.press('Enter');
  await page.getByRole('button', { name: '栏目 月份与季度' }).waitFor();
  expect(await months.isVisible()).toBe(false);
  await context.close();
});

test('the committee’s pages have no violation of axe and no scrolling sideways, in both languages and sizes', async () => {
  const { rows } = await read<AnswerOf<'declaration.list'>>(
    await place.signIn('secretary'),
    `declaration/list?branch=${place.branch}&month=2026-05`,
  );
  for (const path of [desk, `${desk}/months`, `${desk}/deductions`, `${desk}/line/${rows[0]?.id}`])
    expect(await faultsOf(place, path, { as: 'secretary', name: `work-${path.split('/')[3] ?? ''}` })).toEqual([]);
}, 300_000);
