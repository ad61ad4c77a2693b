import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace, type Place, reload, shot, visit } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ until: '2027-01-26' });
}, 300_000);
afterAll(async () => await place?.stop());

const PAGES = ['/above', '/above/filings', '/above/appeals', '/above/concerns', '/above/tree'];

/** Answers the question for the password. */
async function confirm(page: Page, role: string): Promise<void> {
  const kept = JSON.parse(readFileSync(join(place.folder, 'data', 'demo-accounts.json'), 'utf8')) as readonly {
    role: string;
    password: string;
  }[];
  await page.getByRole('dialog').waitFor();
  await page.getByRole('textbox', { name: '密码' }).fill(kept.find((one) => one.role === role)?.password ?? '');
  await page.getByRole('button', { name: '确认办理' }).click();
}

test('every page of the superior is whole on telephone and desk, in both languages and sizes of text (product §7)', async () => {
  for (const path of [...PAGES, `/above/tree/${place.branch}`])
    expect(await faultsOf(place, path, { as: 'superior', name: path.slice(1).replaceAll('/', '-') })).toEqual([]);
}, 240_000);

test('a filing is returned naming a line that was opened with a reason, sent again by the branch and approved, in two browsers (product §3.10)', async () => {
  const member = await place.member('D009');
  const superior = await place.open('/above/filings', { as: 'superior', size: 'desk' });
  await superior.page.getByRole('link', { name: /查看/ }).click();
  await superior.page.getByLabel('先选党员').selectOption({ label: '钱䶮' });
  await superior.page.getByRole('button', { name: '查阅钱䶮的事项' }).click();
  const dialog = superior.page.getByRole('dialog');
  await dialog.getByRole('button', { name: '写入记录并查阅' }).click();
  expect(await dialog.getByRole('alert').textContent()).toBe('请写明查阅理由。');
  await shot(superior.page, 'above-reason');
  await dialog.getByLabel('查阅理由').fill('核对获奖级别');
  await dialog.getByRole('button', { name: '写入记录并查阅' }).click();
  await superior.page.getByLabel('指明这一项').first().check();
  await superior.page.getByRole('button', { name: '退回支部' }).click();
  await confirm(superior.page, 'superior');
  await superior.page.locator('.field.wrong').getByRole('alert').waitFor();
  await reload(superior.page);
  await superior.page.getByRole('button', { name: '去掉' }).waitFor();
  await superior.page.getByLabel('退回理由').fill('请核对级别');
  await shot(superior.page, 'above-return');
  await superior.page.getByRole('button', { name: '退回支部' }).click();
  await confirm(superior.page, 'superior');
  await superior.page.getByText('已退回，等待支部重新报送。').waitFor();

  // The member sees who looked, and why.
  const { rows } = (await (
    await place.api(member, `access/show?branch=${place.branch}&member=${member.who.person}`)
  ).json()) as { rows: { action: string; reason: string | null }[] };
  expect(rows.filter(({ action }) => action === 'line.open').map(({ reason }) => reason)).toContain('核对获奖级别');

  const branch = await place.open(`/desk/${place.branch}/year`, { as: 'secretary', size: 'phone' });
  await branch.page.getByText('请核对级别').waitFor();
  await branch.page.getByRole('button', { name: '重新报送' }).click();
  await confirm(branch.page, 'secretary');
  await branch.page.locator('[data-code="filing.lines-open"]').waitFor();
  await branch.page.getByLabel('坚持原结果').check();
  await shot(branch.page, 'year-returned');
  await branch.page.getByRole('button', { name: '重新报送' }).click();
  await confirm(branch.page, 'secretary');
  await branch.page.getByText('已报送，等待上级审核。').waitFor();

  await reload(superior.page);
  await superior.page.getByRole('button', { name: '批准备案' }).click();
  await superior.page.getByText('请填写这一项。').waitFor();
  await superior.page.getByLabel('批准文号').fill('演镇组备〔2027〕1 号');
  await superior.page.getByRole('button', { name: '批准备案' }).click();
  await confirm(superior.page, 'superior');
  await superior.page.getByRole('button', { name: '归档' }).waitFor();
  await reload(branch.page);
  await branch.page.getByText('上级已批准，文号演镇组备〔2027〕1 号').waitFor();
  await shot(branch.page, 'year-approved');
  await superior.context.close();
  await branch.context.close();
});

test('an appeal is on no page of the branch until it is served; the superior sees both clocks and what the branch sees (product §5.7)', async () => {
  const member = await place.member('D017');
  const above = await place.signIn('superior');
  const at = above.who.places[0]?.id ?? '';
  const words = '本人参加的支教没有计入，请上级复核。';
  const lodged = await place.api(member, 'appeal/lodge', {
    branch: at,
    of: place.branch,
    concerns: member.who.person,
    about: 'total',
    year: '2026',
    reason: words,
  });
  expect(lodged.status).toBe(200);
  const inBranch = async (): Promise<boolean> => {
    const { page, context } = await place.open(`/desk/${place.branch}`, { as: 'secretary', size: 'desk' });
    const ways = await page.locator('nav.side a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    let found = false;
    for (const way of ways.filter((one) => one !== '/my')) {
      await visit(page, place.origin + (way ?? ''));
      found ||= (await page.locator('main').textContent())?.includes(words) === true;
    }
    await context.close();
    return found;
  };
  const branchApi = async (): Promise<string> => {
    const secretary = await place.signIn('secretary');
    return await (await place.api(secretary, `work/list?branch=${place.branch}&limit=500`)).text();
  };
  const { id } = (await lodged.json()) as { id: string };
  expect(await inBranch()).toBe(false);
  expect(await branchApi()).not.toContain(id);

  const { page, context } = await place.open('/above/appeals', { as: 'superior', size: 'desk' });
  const card = page.locator(`[data-appeal="${id}"]`);
  await card.getByText(words).waitFor();
  expect(await card.textContent()).toMatch(/2027年1月26日收到，今天.*前答复，还有\d+天/);
  await card.getByText('支部看不到这件申诉').waitFor();
  await card.getByRole('button', { name: '确定调查人' }).click();
  await card.getByText('请选择。').last().waitFor();
  await card.getByLabel('调查人').selectOption({ label: '上级经办人' });
  await card.getByRole('button', { name: '确定调查人' }).click();
  await card.getByRole('button', { name: '送达支部' }).waitFor();
  expect(await branchApi()).not.toContain(id);
  await shot(page, 'above-appeal-assigned');
  await card.getByRole('button', { name: '送达支部' }).click();
  await card.getByText('支部已看到提出人、事由和理由').waitFor();
  await card.getByRole('radio', { name: '不成立', exact: true }).check();
  await card.getByRole('button', { name: '作出结论' }).click();
  await card.locator('.field.wrong').getByRole('alert').waitFor();
  await card.getByLabel('理由').fill('支教已按方案计入。');
  await card.getByRole('button', { name: '作出结论' }).click();
  await card.getByRole('button', { name: '答复本人' }).click();
  await card.getByText('提出人和支部已看到结论').waitFor();
  expect(await branchApi()).toContain(id);
  await shot(page, 'above-appeal-answered');
  await context.close();
});

test('a concern is taken up, passed on in the superior’s own words and answered; its case number stands nowhere (product §3.8)', async () => {
  const above = await place.signIn('superior');
  const at = above.who.places[0]?.id ?? '';
  const words = '支部书记在评分时有偏向。';
  const raised = await fetch(`${place.origin}/api/v1/concern/raise`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ branch: at, words }),
  });
  const { told } = (await raised.json()) as { told: { case: string } };
  const { page, context } = await place.open('/above/concerns', { as: 'superior', size: 'desk' });
  expect(await page.locator('main').textContent()).not.toContain(words);
  await page.getByRole('button', { name: '受理并查看' }).click();
  await page.getByText(words).waitFor();
  await page.getByLabel('支部', { exact: true }).selectOption(place.branch);
  await page.getByLabel('转告的内容').fill('请说明评分依据。');
  await page.getByRole('button', { name: '转告支部' }).click();
  await page.getByText('已转告演示小学党支部').waitFor();
  await page.getByLabel('答复内容').fill('已核实，评分符合方案。');
  await page.getByRole('button', { name: '答复反映人' }).click();
  await page.getByText('办结').first().waitFor();
  expect(await page.content()).not.toContain(told.case);
  await shot(page, 'above-concern-answered');
  await context.close();
});

test('the superior takes the archive of a filing with a reason, which the member sees under who looked (product §2, §5.8)', async () => {
  const { page, context } = await place.open('/above/filings', { as: 'superior', size: 'desk' });
  await page.getByRole('link', { name: /查看/ }).first().click();
  await page.getByLabel('调阅理由').fill('备案抽查');
  const [download] = await Promise.all([
    // A whole year with its forms is packed meanwhile.
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: '下载存档包' }).click({ timeout: 120_000 }),
  ]);
  expect(download.suggestedFilename()).toBe('archive-2026.zip');
  await shot(page, 'above-archive');
  await context.close();
  const member = await place.member('D009');
  const looked = await place.api(member, `access/show?branch=${place.branch}&member=${member.who.person}`);
  const { rows } = (await looked.json()) as { rows: { action: string; reason: string | null }[] };
  expect(rows).toContainEqual(expect.objectContaining({ action: 'archive.package', reason: '备案抽查' }));
});
