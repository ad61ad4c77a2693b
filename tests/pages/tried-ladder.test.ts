import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { type Held, holdMeeting, passMotion } from './held-meeting.ts';
import { see } from './meeting-operator.ts';
import { type Opened, openPlace, overflow, type Place, reload, shot, violations } from './place.ts';

const WHO = '龙阿妹';
let place: Place;
let held: Held;
let secretary: Opened;
let recorder: Opened;

beforeAll(async () => {
  place = await openPlace({ story: 'tests/pages/story-below.yaml', until: '2027-01-27' });
  held = await holdMeeting(place, '2027-01-27');
  const path = `/desk/${place.branch}/appraisal`;
  secretary = await place.open(path, { as: 'secretary', size: 'desk' });
  recorder = await place.open(path, { as: 'recorder', size: 'phone' });
}, 300_000);
afterAll(async () => await place?.stop());

async function disposition(): Promise<AnswerOf<'consequence.list'>['matters'][number] | undefined> {
  const answer = await place.api(await place.signIn('secretary'), `consequence/list?branch=${place.branch}`);
  return ((await answer.json()) as AnswerOf<'consequence.list'>).matters.find(({ noun }) => noun === 'disposition');
}

async function ladder({ page }: Opened): Promise<Locator> {
  await reload(page);
  return page
    .locator('section.panel')
    .filter({ has: page.getByRole('heading', { name: '组织处置', level: 2, exact: true }) });
}

/** The member answers on the telephone what it was told. */
async function answered(): Promise<void> {
  const { page, context } = await place.open('/my', { as: await place.member('V3') });
  await page
    .getByRole('link', { name: /涉及您，请答复/ })
    .first()
    .click();
  await see(page, '年度积分低于基础分');
  await page.getByText('有不同意见', { exact: true }).first().click();
  await page.getByRole('textbox').first().fill('愿意改正。');
  await shot(page, 'tried-ladder-hearing');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await see(page, /已答复/);
  await context.close();
}

async function act(page: Page, part: Locator, name: string): Promise<void> {
  await part.getByRole('textbox', { name: '依据', exact: true }).fill('第四条第四项');
  await part.getByRole('button', { name, exact: true }).click();
  await page.locator('.done-bar', { hasText: /已列入|已办理/ }).waitFor();
}

test('a member below base is listed only once heard and by the meeting’s vote; whoever tells the member has the page too (§四(四))', async () => {
  const first = await ladder(secretary);
  await first.locator('summary', { hasText: '列为不合格党员' }).click();
  await first.getByLabel('党员', { exact: true }).selectOption({ label: WHO });
  await expect.poll(async () => await first.locator('.needs .lack:visible').count()).toBe(2);
  await see(secretary.page, '由支委或积分记录员告知本人');
  await shot(secretary.page, 'tried-ladder');

  const telling = await ladder(recorder);
  await telling.locator('summary', { hasText: '列为不合格党员' }).click();
  await telling.getByLabel('党员', { exact: true }).selectOption({ label: WHO });
  await telling.getByLabel('告知的事由').fill('年度积分低于基础分，拟列为不合格党员。');
  await telling.getByRole('button', { name: '告知本人' }).click();
  await see(recorder.page, '已告知本人，等待申辩期满');
  expect(await overflow(recorder.page)).toBe(0);
  await answered();

  const listing = await ladder(secretary);
  await listing.locator('summary', { hasText: '列为不合格党员' }).click();
  await listing.getByRole('button', { name: '提请大会表决' }).click();
  await see(secretary.page, `等待表决：列${WHO}同志为不合格党员`);
  await passMotion(place, held);
  const ready = await ladder(secretary);
  await ready.locator('summary', { hasText: '列为不合格党员' }).click();
  await ready.getByLabel('党员大会决议').selectOption({ index: 1 });
  await act(secretary.page, ready.locator('details.year-acts'), '列为不合格党员');
  expect((await disposition())?.state).toBe('listed');
});

test('no rung is skipped; the legal one needs a plan, the member heard anew, the meeting and the superior’s number (§四(四))', async () => {
  for (const name of ['办理提醒', '办理批评帮助'])
    await act(secretary.page, (await ladder(secretary)).locator('[data-disposition]'), name);
  const row = (await ladder(secretary)).locator('[data-disposition]');
  await expect.poll(async () => await row.locator('.needs .lack:visible').count()).toBe(4);
  await row.getByRole('button', { name: '办理限期整改', disabled: true }).waitFor();
  await shot(secretary.page, 'tried-ladder-lacks');
  await row.getByRole('button', { name: '提请大会表决' }).click();
  await see(secretary.page, `等待表决：对${WHO}同志作限期整改处置`);
  await passMotion(place, held);

  const telling = (await ladder(recorder)).locator('[data-disposition]');
  await telling.getByLabel('告知的事由').fill('年度积分低于基础分，拟限期整改。');
  await telling.getByRole('button', { name: '告知本人' }).click();
  await see(recorder.page, '已告知本人');
  await answered();

  const superior = await place.open('/above/tree', { as: 'superior', size: 'desk' });
  await superior.page
    .getByRole('link', { name: /云岭教学点/ })
    .first()
    .click();
  await superior.page.getByRole('textbox', { name: '批准文号' }).fill('演乡组〔2027〕2 号');
  await superior.page.getByRole('button', { name: /批准/ }).last().click();
  await see(superior.page, '演乡组〔2027〕2 号');
  await shot(superior.page, 'tried-ladder-above');
  await superior.context.close();

  const { page } = secretary;
  await reload(page);
  const plans = page
    .locator('section.panel')
    .filter({ has: page.getByRole('heading', { name: '限期整改', level: 2, exact: true }) });
  await plans.locator('summary', { hasText: '提出' }).click();
  await plans.getByRole('searchbox').fill(WHO);
  await plans.getByRole('radio').first().check();
  await plans.getByLabel('依据', { exact: true }).fill('第四条第三项');
  await plans.getByRole('button', { name: '提出' }).click();
  await see(page, '已提出。');
  const last = (await ladder(secretary)).locator('[data-disposition]');
  await expect.poll(async () => await last.locator('.needs .lack:visible').count()).toBe(0);
  await last.getByRole('combobox', { name: '党员大会决议' }).selectOption({ index: 1 });
  await act(page, last, '办理限期整改');
  expect((await disposition())?.state).toBe('improving');
});
