import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, type Place, reload, type SignIn, shot } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;
let secretary: SignIn;
let recorder: SignIn;
let investigator: SignIn;
let path = '';

beforeAll(async () => {
  // An appeal of the spring was served on 11 May and answered on this day.
  place = await openPlace({ until: '2026-05-18' });
  recorder = await place.member('D005');
  investigator = await place.member('D003');
  secretary = await place.member('D001');
  path = `/desk/${place.branch}/supervision`;
}, 300_000);
afterAll(async () => await place?.stop());

type Objection = { readonly id: string; readonly state: string; readonly content: Record<string, unknown> };

async function last(): Promise<Objection | undefined> {
  const answer = await place.api(secretary, `objection/show?branch=${place.branch}`);
  const { matters } = (await answer.json()) as { matters: Objection[] };
  return matters.find(({ content }) => content['about'] === 'total');
}

describe('objections and questions in the browser (§三(四), §五(三), product §3.8)', () => {
  test('the recorder enters an objection on behalf; what was typed survives a reload', async () => {
    const { page, context } = await place.open(path, { as: recorder, size: 'desk' });
    await page.getByText('代为登记异议', { exact: true }).click();
    await page.getByLabel('本人说的理由').fill('四月的总分与本人记录的不一致。');
    await page.getByRole('button', { name: '登记异议' }).click();
    expect(await page.getByText('请选择。').first().isVisible()).toBe(true);
    await reload(page);
    await page.getByText('代为登记异议', { exact: true }).click();
    expect(await page.getByLabel('本人说的理由').inputValue()).toContain('总分与本人记录');
    await page.getByLabel('按姓名、拼音或编号查找').fill('D012');
    await page.getByLabel(/程守业/).check();
    await page.getByLabel('全年总分').check();
    await page.getByRole('button', { name: '登记异议' }).click();
    await page.getByText('异议已经登记。').waitFor();
    expect((await last())?.state).toBe('registered');
    await context.close();
  });

  test('a relative may not look into it and is refused beside the field; another is named', async () => {
    const { page, context } = await place.open(path, { as: secretary, size: 'desk' });
    await page.getByLabel('指定一名支委').check();
    await page.getByLabel('按姓名、拼音或编号查找').fill('D002');
    await page.getByLabel(/胡秀兰/).check();
    await page.getByRole('button', { name: '指定', exact: true }).click();
    await page.locator('fieldset.person .problem').waitFor();
    await shot(page, 'supervision-desk');
    await page.getByLabel('按姓名、拼音或编号查找').fill('D003');
    await page.getByLabel(/彭立新/).check();
    await page.getByRole('button', { name: '指定', exact: true }).click();
    await page.getByText('调查人已经指定。').waitFor();
    expect((await last())?.state).toBe('assigned');
    await context.close();
  });

  test('the investigator finds with reasons and says what is right; the secretary answers, and the ledger has it', async () => {
    const found = await place.open(path, { as: investigator });
    await found.page.getByLabel('部分成立').check();
    await found.page.getByLabel('改为下面的内容').check();
    await found.page.getByLabel('事项', { exact: true }).selectOption('LZ-承诺');
    await found.page.getByRole('button', { name: '提交认定' }).click();
    await found.page.locator('.problem').first().waitFor();
    await found.page.getByLabel('日期', { exact: true }).fill('2026-04-20');
    await found.page.getByLabel('认定的理由').fill('四月二十日的承诺事项漏记，应予补记。');
    await shot(found.page, 'supervision-find-phone');
    await found.page.getByRole('button', { name: '提交认定' }).click();
    await found.page.getByText('认定已经提交').waitFor();
    await found.context.close();
    const { page, context } = await place.open(path, { as: secretary, size: 'desk' });
    await page.getByRole('button', { name: '答复本人' }).click();
    await page.getByText('已经答复本人。').waitFor();
    expect(await last()).toMatchObject({ state: 'answered', content: { result: 'partly', carriedOut: true } });
    await context.close();
  });

  test('a question is admitted, answered, and shown; one that names someone in office is not admitted', async () => {
    const ask = async (words: string) =>
      await fetch(`${place.origin}/api/v1/question/raise`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ branch: place.branch, words }),
      });
    expect((await ask('献血怎样计分？')).status).toBe(200);
    expect((await ask('沈维忠书记参加了几次活动？')).status).toBe(200);
    const { page, context } = await place.open(path, { as: secretary, size: 'desk' });
    const named = page.getByRole('article').filter({ hasText: '沈维忠书记' });
    await named.getByRole('button', { name: '受理', exact: true }).click();
    await named.getByText('请转上级党组织').last().waitFor();
    expect(await named.locator('.problem').textContent()).toContain('涉及在任职务');
    const card = page.getByRole('article').filter({ hasText: '献血怎样计分' });
    await card.getByRole('button', { name: '受理', exact: true }).click();
    await card.getByLabel('答复', { exact: true }).fill('每次献血按方案记志愿服务。');
    await card.getByRole('button', { name: '答复', exact: true }).click();
    await card.getByRole('button', { name: '在公示页公开问答' }).click();
    await card.getByText('已公开答复').waitFor();
    await context.close();
  });

  test('an appeal stands here once it was served, with its outcome once it was answered (product §5.7)', async () => {
    const { page, context } = await place.open(path, { as: secretary, size: 'desk' });
    expect(await page.getByText('上级已答复，待报告大会').count()).toBe(1);
    expect(await page.getByText('下一次党员大会开会时，在会上报告。').count()).toBeGreaterThan(0);
    await context.close();
    const audit = await place.signIn('audit');
    expect((await place.api(audit, `appeal/served?branch=${place.branch}`)).status).toBe(403);
  });

  test('nothing is wrong with the page in both languages and sizes (product §7)', async () => {
    const prepare = async (page: Page) => await page.waitForSelector('article.card');
    expect(await faultsOf(place, path, { as: secretary, name: 'supervision', prepare })).toEqual([]);
  });
});
