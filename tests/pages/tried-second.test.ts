import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { confirm } from './held-meeting.ts';
import { see } from './meeting-operator.ts';
import { openPlace, overflow, type Place, reload, shot, violations, visit } from './place.ts';

let place: Place;
let desk: string;

beforeAll(async () => {
  // The year is sealed and its notice runs.
  place = await openPlace({ until: '2027-01-18' });
  desk = `/desk/${place.branch}`;
}, 300_000);
afterAll(async () => await place?.stop());

async function read<T>(path: string): Promise<T> {
  return (await (await place.api(await place.signIn('secretary'), path)).json()) as T;
}

/** The committee member who confirms, before the work list; the row of the act that waits. */
async function secondOf(code: string): Promise<{ page: Page; row: Locator; close: () => Promise<void> }> {
  const { page, context } = await place.open(desk, { as: await place.member(code), size: 'phone' });
  const row = page.locator('[data-kind="second-confirm"]');
  await row.first().waitFor();
  return { page, row, close: async () => await context.close() };
}

/** A member answers the question for the password. */
async function ownPassword(page: Page, code: string): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await page.getByRole('textbox', { name: '密码' }).fill(`登录的一句话${code}`);
  await page.getByRole('button', { name: '确认办理' }).click();
}

test('an amended settlement waits for a second person, who reads why and confirms it in the work list (product §3.9, trust §2.5)', async () => {
  const { page, context } = await place.open(`${desk}/year`, { as: 'secretary', size: 'desk' });
  await page.locator('summary', { hasText: '更正' }).click();
  await page.getByLabel('更正理由').fill('一件异议成立');
  await shot(page, 'tried-amend');
  await page.getByRole('button', { name: '提出更正' }).click();
  await see(page, '还需另一人确认');
  await visit(page, place.origin + desk);
  const own = page.locator('[data-kind="second-confirm"]');
  expect(await own.getByRole('button').count()).toBe(0);
  const second = await secondOf('D002');
  expect(await second.row.textContent()).toContain('更正年度积分（2026年度）');
  expect(await second.row.textContent()).toContain('理由：一件异议成立');
  expect(await violations(second.page)).toEqual([]);
  expect(await overflow(second.page)).toBe(0);
  await shot(second.page, 'tried-second');
  await second.row.getByRole('button', { name: '确认', exact: true }).click();
  await expect
    .poll(
      async () =>
        (await read<AnswerOf<'settlement.show'>>(`settlement/show?branch=${place.branch}`)).matters.at(-1)?.state,
    )
    .toBe('previewed');
  await second.close();
  await context.close();
});

test('what is not confirmed is given back with a reason, and nothing is done (trust §2.5)', async () => {
  const notices = async (): Promise<AnswerOf<'notice.show'>['matters']> =>
    (await read<AnswerOf<'notice.show'>>(`notice/show?branch=${place.branch}`)).matters;
  const running = (await notices()).find(({ state }) => state === 'posted');
  const { page, context } = await place.open(`${desk}/notices/${running?.id}`, { as: 'secretary', size: 'desk' });
  for (const [word, wanted] of [
    ['不同意', 'posted'],
    ['确认', 'withdrawn'],
  ] as const) {
    await page.getByText('撤下公示', { exact: true }).first().click();
    await page.getByLabel('撤下的理由').fill('金额有误，重新公示');
    await page.getByRole('button', { name: '提出撤下' }).click();
    await confirm(place, page, 'secretary');
    await see(page, '还需另一人确认');
    const second = await secondOf('D003');
    expect(await second.row.textContent()).toContain('理由：金额有误，重新公示');
    await second.row.getByRole('button', { name: word, exact: true }).click();
    if (word === '确认') await ownPassword(second.page, 'D003');
    if (word === '不同意') {
      await second.row.locator('form').getByRole('button', { name: '不同意' }).click();
      await second.row.locator('.field.wrong').getByRole('alert').waitFor();
      await second.row.getByLabel('理由').fill('金额无误');
      await second.row.locator('form').getByRole('button', { name: '不同意' }).click();
    }
    await expect.poll(async () => await second.row.count()).toBe(0);
    expect((await notices()).find(({ id }) => id === running?.id)?.state).toBe(wanted);
    await second.close();
    await reload(page);
  }
  await context.close();
});

test('a veto is reported, cites its finding, is confirmed by two and lifted by two (§二(三), product §3.5)', async () => {
  const { page, context } = await place.open(`${desk}/deductions`, { as: 'secretary', size: 'desk' });
  const vetoes = async (): Promise<AnswerOf<'veto.list'>['rows']> =>
    (await read<AnswerOf<'veto.list'>>(`veto/list?branch=${place.branch}`)).rows;
  await page.getByText('报告一项否决事由').first().click();
  const form = page.locator('form').filter({ has: page.getByLabel('事由') });
  await form.getByRole('searchbox').fill('陶永亮');
  await form.getByRole('radio', { name: /陶永亮/ }).check();
  await form.getByLabel('事由').selectOption({ index: 1 });
  await form.getByLabel('情况').fill('有群众反映，待主管机关认定。');
  await form.getByRole('button', { name: '报告一项否决事由' }).click();
  await see(page, '已报告，本人已收到告知');
  const card = page.locator('[data-veto]');
  await card.getByText('登记认定').first().click();
  await card.getByLabel('认定机关').fill('演示镇纪委');
  await card.getByLabel('文号').fill('演镇纪〔2027〕1 号');
  await card.getByLabel('认定日期').fill('2027-01-15');
  await card.getByRole('button', { name: '登记认定' }).click();
  await see(page, '认定已登记');

  // The member answers on the telephone what it was told.
  const member = await place.open('/my', { as: await place.member('D033') });
  await member.page
    .getByRole('link', { name: /涉及您，请答复/ })
    .first()
    .click();
  await see(member.page, '有群众反映，待主管机关认定。');
  await member.page.getByText('有不同意见', { exact: true }).first().click();
  await member.page.getByRole('textbox').first().fill('情况不属实，请核对。');
  await shot(member.page, 'tried-veto-hearing');
  await member.page
    .getByRole('button', { name: /提交|答复/ })
    .first()
    .click();
  await expect.poll(async () => (await vetoes())[0]?.hearing?.state).toBe('answered');
  await member.context.close();

  const two = async (title: string, said: string): Promise<void> => {
    await card.getByRole('button', { name: title }).click();
    await confirm(place, page, 'secretary');
    await see(page, '还需另一人确认');
    const second = await secondOf('D002');
    await second.row.filter({ hasText: '陶永亮' }).waitFor();
    await second.row.getByRole('button', { name: '确认', exact: true }).click();
    await ownPassword(second.page, 'D002');
    await expect.poll(async () => await second.row.count()).toBe(0);
    expect((await vetoes())[0]?.state).toBe(said);
    await second.close();
    await reload(page);
  };
  await reload(page);
  await two('确认否决', 'confirmed');
  await card.getByText('解除否决').first().click();
  await card.getByLabel('撤销认定的文书').fill('演镇纪〔2027〕2 号，撤销原认定');
  await two('解除否决', 'lifted');
  await shot(page, 'tried-veto');
  await context.close();
});
