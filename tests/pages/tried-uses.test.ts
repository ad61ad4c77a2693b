import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { type Held, holdMeeting, passMotion } from './held-meeting.ts';
import { see } from './meeting-operator.ts';
import { type Opened, openPlace, type Place, reload, shot } from './place.ts';

let place: Place;
let held: Held;
let path: string;
let secretary: Opened;
let recorder: Opened;

beforeAll(async () => {
  // The year is settled and its notice over: what follows from it may be proposed.
  place = await openPlace({ until: '2027-02-18' });
  path = `/desk/${place.branch}/appraisal`;
  held = await holdMeeting(place, '2027-02-18');
  secretary = await place.open(path, { as: 'secretary', size: 'desk' });
  recorder = await place.open(path, { as: 'recorder', size: 'phone' });
}, 300_000);
afterAll(async () => await place?.stop());

/** The matters of a noun, as the API tells them. */
async function matters(noun: string): Promise<AnswerOf<'consequence.list'>['matters']> {
  const as = await place.signIn('secretary');
  const answer = await place.api(as, `consequence/list?branch=${place.branch}`);
  return ((await answer.json()) as AnswerOf<'consequence.list'>).matters.filter((one) => one.noun === noun);
}

const states = async (noun: string): Promise<string[]> => (await matters(noun)).map(({ state }) => state);

/** A panel of the page by its heading, with what it proposes opened. */
async function panel(page: Page, title: string): Promise<Locator> {
  await reload(page);
  return page
    .locator('section.panel')
    .filter({ has: page.getByRole('heading', { name: title, level: 2, exact: true }) });
}

/** Proposes a consequence: who, by which rule, and what else is asked for. */
async function propose(title: string, who: string, more: (form: Locator) => Promise<void> = async () => {}) {
  const one = await panel(secretary.page, title);
  await one.getByText('提出', { exact: true }).first().click();
  const form = one.locator('details.year-acts');
  await form.getByRole('searchbox').fill(who);
  await form
    .getByRole('radio', { name: new RegExp(who) })
    .first()
    .check();
  await form.getByLabel('依据', { exact: true }).fill('第四条');
  await more(form);
  await form.getByRole('button', { name: '提出' }).click();
  await see(secretary.page, '已提出。');
}

test('a commendation is proposed, put to the open meeting from its card, and noted as approved; one bar has its end (§四(二)–(三))', async () => {
  await propose('评先评优', '钱䶮', async (form) => {
    await form.getByLabel('推荐的荣誉').fill('优秀共产党员');
  });
  await propose('评先评优', '范永康', async (form) => {
    await form.getByText('暂不推荐评先评优').click();
    await form.getByRole('button', { name: '提出' }).click();
    await form.getByText('请填写这一项。').waitFor();
    await form.getByLabel('到哪一天为止').fill('2027-12-31');
  });
  for (const who of ['钱䶮', '范永康']) {
    const cards = (await panel(secretary.page, '评先评优')).locator('li').filter({ hasText: who });
    await cards.getByRole('button', { name: '提请大会表决' }).click();
    await cards.getByText('等待表决').waitFor();
    await passMotion(place, held);
    const card = (await panel(recorder.page, '评先评优')).locator('li').filter({ hasText: who });
    await card.getByLabel('党员大会决议').selectOption({ index: 1 });
    await card.getByRole('button', { name: '记录大会同意' }).click();
    await see(recorder.page, '已记录大会同意');
  }
  await shot(secretary.page, 'tried-commend');
  await expect.poll(async () => await states('commendation')).toEqual(['approved', 'approved']);
  expect((await matters('commendation')).map(({ content }) => content['ends'])).toEqual(['2027-12-31', '2027-12-31']);
});

test('a talk is held by the branch’s head with a whole record and signed by the member on the telephone (§四(三))', async () => {
  await propose('谈话', '范永康');
  const talks = (await panel(secretary.page, '谈话')).locator('[data-talk]');
  await talks.getByText('记录谈话', { exact: true }).first().click();
  await talks.getByLabel('记录人').fill('郭志宏');
  await talks.getByLabel('时间').fill('2027年2月18日 16:00');
  await talks.getByLabel('事由').fill('年度积分靠后');
  await talks.getByLabel('谈话内容').fill('肯定成绩，指出不足。');
  await talks.getByRole('button', { name: '记录谈话' }).click();
  await talks.locator('[data-code="talk.record-incomplete"]').waitFor();
  await talks.getByLabel('地点').fill('书记办公室');
  await talks.getByRole('button', { name: '记录谈话' }).click();
  await see(secretary.page, '谈话已记录');
  const member = await place.open('/my', { as: await place.member('D020') });
  await member.page.getByRole('link', { name: /谈话记录请您阅后签字/ }).click();
  await see(member.page, '肯定成绩，指出不足。');
  await shot(member.page, 'tried-talk');
  await member.page.getByRole('button', { name: /签/ }).first().click();
  await expect.poll(async () => await states('talk')).toEqual(['signed']);
  await member.context.close();
});

test('an improvement has a plan, a helper and a last day, is put off with a reason, and is judged by people (§四(三))', async () => {
  await propose('限期整改', '范永康');
  const row = (await panel(secretary.page, '限期整改')).locator('[data-improvement]');
  await row.getByText('开始整改', { exact: true }).first().click();
  await row.getByRole('button', { name: '开始整改' }).click();
  await row.getByRole('alert').first().waitFor();
  await row.getByLabel('整改内容和要求').fill('按时参加组织生活，补交学习笔记。');
  await row.getByRole('searchbox').fill('胡秀兰');
  await row.getByRole('radio', { name: /胡秀兰/ }).check();
  await row.getByLabel('最后一天').fill('2028-06-30');
  await row.getByRole('button', { name: '开始整改' }).click();
  await row.locator('.field.wrong').getByRole('alert').waitFor();
  await row.getByLabel('最后一天').fill('2027-08-18');
  await row.getByRole('button', { name: '开始整改' }).click();
  await see(secretary.page, '整改已开始。');
  const running = (await panel(secretary.page, '限期整改')).locator('[data-improvement="running"]');
  await running.getByText('延长', { exact: true }).first().click();
  await running.getByLabel('最后一天').fill('2027-10-18');
  await running.getByRole('button', { name: '延长' }).click();
  await running.locator('.field.wrong').getByRole('alert').waitFor();
  await running.getByLabel('理由').first().fill('暑期学习后再看。');
  await running.getByRole('button', { name: '延长' }).click();
  await see(secretary.page, '已延长。');
  const judged = (await panel(secretary.page, '限期整改')).locator('[data-improvement="running"]');
  await judged.getByText('评定', { exact: true }).first().click();
  await judged.getByLabel('理由').last().fill('已补交，近三个月全勤。');
  await judged.getByRole('button', { name: '已改正' }).click();
  await expect.poll(async () => await states('improvement')).toEqual(['met']);
});
