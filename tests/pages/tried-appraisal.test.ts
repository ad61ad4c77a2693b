import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { type Held, holdMeeting, passMotion } from './held-meeting.ts';
import { see } from './meeting-operator.ts';
import { type Opened, openPlace, overflow, type Place, reload, shot, violations } from './place.ts';

let place: Place;
let held: Held;
let path: string;
let secretary: Opened;

beforeAll(async () => {
  // The year is settled, filed and approved: its appraisal may begin.
  place = await openPlace({ until: '2027-02-18' });
  path = `/desk/${place.branch}/appraisal`;
  secretary = await place.open(path, { as: 'secretary', size: 'desk' });
}, 300_000);
afterAll(async () => await place?.stop());

type Uses = AnswerOf<'consequence.list'>['matters'];

/** What has been proposed, decided and written so far, as the API tells it. */
async function uses(): Promise<Uses> {
  const as = await place.signIn('secretary');
  return (
    (await (await place.api(as, `consequence/list?branch=${place.branch}`)).json()) as AnswerOf<'consequence.list'>
  ).matters;
}

test('members assess themselves and each other on the telephone, nobody without words (§四(一), product §3.11)', async () => {
  const { page } = secretary;
  await page.getByRole('button', { name: '开始民主评议' }).click();
  await see(page, '民主评议已开始');
  const one = await place.open('/my/appraisal', { as: await place.member('D017') });
  await one.page.getByRole('button', { name: '提交', exact: false }).first().click();
  await one.page.locator('.field.wrong').waitFor();
  await one.page.getByRole('textbox').first().fill('本年度参加志愿服务八次，理论学习还要加强。');
  await reload(one.page);
  expect(await one.page.getByRole('textbox').first().inputValue()).toContain('志愿服务八次');
  await shot(one.page, 'tried-assess');
  await one.page.getByRole('button', { name: '提交', exact: false }).first().click();
  await see(one.page, '自评已提交');
  await see(one.page, '理论学习还要加强');
  await page.getByRole('button', { name: '结束自评，开始互评' }).click();
  await see(page, '已开始互评');
  await reload(one.page);
  await one.page.getByRole('searchbox').fill('钱');
  await one.page.getByRole('radio').first().check();
  await one.page.getByRole('textbox').last().fill('工作认真，乐于助人。');
  await shot(one.page, 'tried-rate');
  expect(await violations(one.page)).toEqual([]);
  expect(await overflow(one.page)).toBe(0);
  await one.page.getByRole('button', { name: '提交', exact: false }).last().click();
  await expect.poll(async () => (await uses()).filter(({ noun }) => noun === 'assessment').length).toBe(2);
  await one.context.close();
});

test('the ballot needs an open meeting; the grades are put to it from the page, and the recorder enters them with reasons (product §3.11)', async () => {
  const { page } = secretary;
  await reload(page);
  await see(page, '现在没有正在开的会');
  held = await holdMeeting(place, '2027-02-18');
  await reload(page);
  await page.getByRole('button', { name: '提交党员大会测评' }).click();
  await see(page, '等待积分记录员');
  const part = page.locator('[data-appraisal]');
  await part.getByRole('button', { name: '提请大会表决' }).first().click();
  await see(page, '等待表决：评定2026年民主评议等次');
  // Below base is no grade: whoever may be considered needs a vote about that member alone.
  await part.locator('summary', { hasText: '单独讨论不合格' }).click();
  await part.locator('[data-alone]', { hasText: '范永康' }).waitFor();
  await shot(page, 'tried-ballot');
  await passMotion(place, held);
  const recorder = await place.open(path, { as: 'recorder', size: 'desk' });
  const rows = recorder.page.locator('[data-member]');
  const n = await rows.count();
  const most = Math.floor(n / 3);
  await recorder.page.getByLabel('党员大会决议').first().selectOption({ index: 1 });
  for (let at = 0; at <= most; at++) await rows.nth(at).getByLabel('等次').selectOption('excellent');
  await rows.nth(0).getByRole('alert').waitFor();
  await rows.nth(most).getByLabel('等次').selectOption('qualified');
  for (let at = most + 1; at < n; at++) {
    const grade = rows.nth(at).getByLabel('等次');
    if ((await grade.inputValue()) === 'excellent') await grade.selectOption('qualified');
  }
  await recorder.page.getByRole('button', { name: '记录评定结果' }).click();
  await see(recorder.page, '请写明理由。');
  for (let at = 0; at < n; at++) await rows.nth(at).getByLabel('理由').fill('按年度积分和测评结果');
  await shot(recorder.page, 'tried-grades');
  await recorder.page.getByRole('button', { name: '记录评定结果' }).click();
  await see(recorder.page, '评定结果已记录');
  const [appraisal] = (await uses()).filter(({ noun }) => noun === 'appraisal');
  expect(appraisal?.state).toBe('decided');
  await recorder.context.close();
  await reload(page);
  await page.getByRole('button', { name: '已逐一告知本人' }).click();
  await expect.poll(async () => (await uses()).find(({ noun }) => noun === 'appraisal')?.state).toBe('told');
});
