import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counts, followed, type Operator, operator, passwordOf, see } from './meeting-operator.ts';
import { code, MEETING_DAY, nameOf, TEN, writeMeetingStory } from './meeting-story.ts';
import { openPlace, type Place, reload, shot } from './place.ts';
import { faultsOf, type Looking } from './whole.ts';

const story = writeMeetingStory(TEN);
let place: Place;
let secretary: Operator;
let recorder: Operator;

beforeAll(async () => {
  place = await openPlace({ story, until: MEETING_DAY });
  secretary = await operator(place, 'secretary', `/meeting/${place.branch}`);
}, 300_000);
afterAll(async () => {
  await place?.stop();
  rmSync(dirname(join(import.meta.dirname, '..', '..', story)), { recursive: true, force: true });
});

test('a meeting is convened on a page that is filled in already; what was typed stays after a reload', async () => {
  const { page } = secretary;
  await see(page, '还没有召集过党员大会');
  await expect.poll(async () => await page.getByLabel('议程').inputValue()).toBe('评定2026年第四季度积分');
  await page.getByLabel('地点').fill('图书室');
  await reload(page);
  expect(await page.getByLabel('地点').inputValue()).toBe('图书室');
  await page
    .getByRole('group', { name: '记录人' })
    .getByRole('radio', { name: nameOf(5) })
    .check();
  await shot(page, 'convene');
  await secretary.press('召集会议');
  await see(page, '等待记录员办理');
  const { meeting } = await followed(place);
  expect([meeting.place, meeting.recorder.name, meeting.period]).toEqual(['图书室', nameOf(5), '2026Q4']);
  recorder = await operator(place, 'recorder', `/meeting/${place.branch}/${meeting.id}`);
});

test('with 5 of 10 present the page says before the vote that nothing can pass (product §3.6)', async () => {
  await recorder.press('确定应到名单');
  await recorder.press('全部到会');
  for (const n of [2, 3, 4, 9, 10]) await recorder.page.getByRole('button', { name: nameOf(n) }).click();
  await recorder.press('登记到会：实到5人');
  await secretary.press('宣布开会');
  await secretary.see('全部赞成也不能通过');
  await shot(secretary.page, 'runner-cannot');
  const { motions } = await followed(place);
  expect(motions).toEqual([]);
  expect(await secretary.page.getByRole('button', { name: /通报并开始表决/ }).count()).toBe(0);
});

test('who comes late is recorded, and then it can pass', async () => {
  await recorder.page.getByText('到会情况').click();
  for (const n of [2, 3, 4]) await recorder.page.getByRole('button', { name: nameOf(n) }).click();
  await recorder.press('更新到会：实到8人');
  await secretary.see('可以通过');
  await secretary.press('提出第1项，通报并开始表决');
  await recorder.see('正在表决：第1项');
});

test('a reload in the middle of a vote loses nothing of what was typed', async () => {
  const noes = recorder.page.getByLabel('反对');
  await noes.fill('1');
  await reload(recorder.page);
  await recorder.see('正在表决：第1项');
  expect(await recorder.page.getByLabel('反对').inputValue()).toBe('1');
  expect(await recorder.page.getByLabel('赞成').inputValue()).toBe('6');
  await reload(secretary.page);
  await secretary.see('等待记录员办理');
});

test('the network is lost in the middle of a count: it is sent once, when it is back', async () => {
  const { page, context } = recorder;
  await counts(page);
  await page.getByLabel('反对').press('Enter');
  await recorder.see('请再次输入密码');
  await context.setOffline(true);
  await recorder.keys(passwordOf(place, 'recorder'));
  await page.keyboard.press('Enter');
  await recorder.see('网络暂时中断');
  await shot(page, 'runner-offline');
  // Long enough for it to be sent in vain once more.
  await page.waitForTimeout(2000);
  await context.setOffline(false);
  await secretary.see('第1项：赞成6，反对1，弃权0，通过。');
  const { motions } = await followed(place);
  expect(motions).toHaveLength(1);
  expect(motions[0]?.counts).toMatchObject({ ayes: 6, noes: 1, abstentions: 0 });
});

test('two who press the same in the same instant do it once, and neither is told of a fault', async () => {
  const second = await operator(place, 'secretary', new URL(secretary.page.url()).pathname);
  await second.see('第2项');
  // Both have looked and found it still to be done before either is let through.
  const held: (() => void)[] = [];
  for (const { page } of [secretary, second]) {
    await page.getByText('纸质选票').click();
    await page.route('**/api/v1/motion/put', async (route) => {
      await new Promise<void>((go) => {
        held.push(go);
        if (held.length === 2) for (const one of held) one();
      });
      await route.continue();
    });
  }
  await Promise.all([secretary, second].map((one) => one.press('提出第2项，通报并开始表决')));
  await recorder.see('正在表决：第2项');
  for (const one of [secretary, second]) {
    await one.see('正在表决：第2项');
    await one.page.locator('.working').waitFor({ state: 'detached' });
    expect(await one.page.getByRole('alert').allTextContents()).toEqual([]);
    await one.page.unroute('**/api/v1/motion/put');
  }
  expect(held).toHaveLength(2);
  expect((await followed(place)).motions.filter(({ kind }) => kind === 'contested')).toHaveLength(2);
  await second.context.close();
});

test('sheets that do not add up are refused beside the count, and what was typed stays', async () => {
  const { page } = recorder;
  await counts(page);
  await page.getByLabel('收回选票').fill('6');
  await page.getByLabel('无效票').fill('1');
  await page.getByLabel('反对').fill('9');
  await page.getByLabel('反对').press('Enter');
  await recorder.see('无效票相加与收回的选票不符');
  expect(await page.getByLabel('反对').inputValue()).toBe('9');
  await shot(page, 'runner-refused');
  await page.getByLabel('反对').fill('5');
  await page.getByLabel('反对').press('Enter');
  await secretary.see('第2项：赞成0，反对5，弃权0，未通过。');
  const { motions } = await followed(place);
  expect(motions[1]?.counts).toMatchObject({ way: 'paper', issued: 7, returned: 6, invalid: 1 });
});

test('another motion can be put, and deferred with its reason, which the minutes will have', async () => {
  const { page } = secretary;
  await page.getByText('另提一项表决').click();
  await page.getByLabel('表决的事项').fill('修改考勤办法');
  await page.getByRole('button', { name: '提出', exact: true }).click();
  await secretary.see('通报并开始表决');
  await page.getByText('暂缓表决').click();
  await page.getByLabel('暂缓的原因').fill('材料不全');
  await secretary.press('暂缓，列入下次大会');
  await secretary.see(/提出其余10项/);
  expect((await followed(place)).motions.at(-1)).toMatchObject({ state: 'deferred', reason: '材料不全' });
});

test('every page of the meeting is sound while a vote is open, in both languages and sizes of text (issue 4 §6)', async () => {
  await secretary.page.getByText('手机无记名投票').click();
  await secretary.press(/提出其余10项/);
  await recorder.see('已投0票');
  const { meeting } = await followed(place);
  const at = `/meeting/${place.branch}/${meeting.id}`;
  const screens: readonly (readonly [string, string, Looking['as'], NonNullable<Looking['sizes']>])[] = [
    ['runner', at, 'secretary', ['phone', 'desk']],
    ['runner-recorder', at, 'recorder', ['phone', 'desk']],
    ['meetings', `/meeting/${place.branch}`, 'secretary', ['phone', 'desk']],
    ['wall', `${at}/wall`, 'secretary', ['wall', 'huge']],
    ['sheet', `${at}/sheet`, 'recorder', ['phone', 'desk']],
    ['member', '/my/meeting', await place.member(code(7)), ['phone', 'desk']],
  ];
  for (const [name, path, as, sizes] of screens) expect(await faultsOf(place, path, { as, name, sizes })).toEqual([]);
}, 240_000);

test('a secret ballot on telephones: who may votes once, the box says only how many (product §3.6)', async () => {
  const { context, page } = await place.open('/my/meeting', { as: await place.member(code(6)) });
  const { context: other, page: probationary } = await place.open('/my/meeting', { as: await place.member(code(11)) });
  await see(page, '请投票');
  await see(probationary, '没有表决权');
  expect(await probationary.getByRole('button', { name: '投票' }).count()).toBe(0);
  await page.getByText('赞成', { exact: true }).click();
  await shot(page, 'phone-vote');
  await page.getByRole('button', { name: '投票' }).click();
  await page.getByRole('textbox', { name: '密码' }).fill(`登录的一句话${code(6)}`);
  await page.getByRole('button', { name: '确认办理' }).click();
  await see(page, '您已投票');
  await recorder.see('已投1票');
  expect(await page.getByRole('button', { name: '投票' }).count()).toBe(0);
  await recorder.press('计票');
  await secretary.see('其余事项：赞成1，反对0');
  await context.close();
  await other.close();
});

test('the minutes are drafted from the data; an edit survives a reload and is signed by both', async () => {
  await secretary.press('宣布散会');
  await recorder.press('起草会议记录');
  const { page } = recorder;
  const text = page.getByRole('textbox', { name: '会议记录' });
  await expect.poll(async () => await text.inputValue()).not.toBe('');
  const drafted = await text.inputValue();
  expect(drafted).toContain('修改考勤办法：暂缓表决，原因：材料不全。');
  await text.fill(`${drafted}\n会议于十一时结束。`);
  await reload(page);
  expect(await text.inputValue()).toContain('会议于十一时结束。');
  await recorder.press('保存并签字');
  await secretary.see('会议于十一时结束。');
  await secretary.press('签字');
  await expect.poll(async () => (await followed(place)).minutes?.state).toBe('signed');
});
