import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counts, followed, type Operator, operator, passwordOf, see } from './meeting-operator.ts';
import { code, FORTY, MEETING_DAY, nameOf, writeMeetingStory } from './meeting-story.ts';
import { openPlace, overflow, type Place, shot, violations } from './place.ts';

const story = writeMeetingStory(FORTY);
let place: Place;
let secretary: Operator;
let recorder: Operator;
let wall: Page;
let phone: Page;
let concerned: Page;
let at = '';

/** The wall must never say this: whose deduction it is, and what for. */
const HIDDEN = [...FORTY.contested.map(nameOf), '无故缺席', '扣分', '在医院'];

async function wallSays(): Promise<string> {
  return await wall.evaluate(() => `${document.title} ${document.body.innerHTML}`);
}

beforeAll(async () => {
  place = await openPlace({ story, until: MEETING_DAY });
  at = `/meeting/${place.branch}/${(await followed(place)).meeting.id}`;
  secretary = await operator(place, 'secretary', at);
  recorder = await operator(place, 'recorder', at);
  ({ page: wall } = await place.open(`${at}/wall`, { as: 'secretary', size: 'wall' }));
  ({ page: phone } = await place.open('/my/meeting', { as: await place.member(code(6)) }));
  ({ page: concerned } = await place.open('/my/meeting', { as: await place.member(code(10)) }));
}, 300_000);
afterAll(async () => {
  await place?.stop();
  rmSync(dirname(join(import.meta.dirname, '..', '..', story)), { recursive: true, force: true });
});

test('the roll: all present at one press, then the absent with their reasons (§三(三))', async () => {
  await see(wall, '等待开会');
  await shot(wall, 'wall-0-agenda');
  await shot(phone, 'phone-0-before');
  await recorder.press('确定应到名单');
  await recorder.press('全部到会');
  await recorder.page.getByRole('searchbox').click();
  // By the initials of the names: 水永福, 窦桂兰, 云秀英.
  for (const keys of ['syf', 'dgl', 'yxy']) {
    await recorder.keys(keys);
    await recorder.page.locator('.found button').first().waitFor();
    await recorder.page.keyboard.press('Enter');
  }
  await shot(recorder.page, 'runner-1-roll');
  await recorder.page.getByLabel(`${nameOf(38)}未到的事由`).focus();
  await recorder.page.keyboard.press('ArrowDown');
  await recorder.press(/登记到会：实到38人/);
  await secretary.press('宣布开会');
  await expect.poll(async () => (await followed(place)).next.step).toBe('put-contested');
  const { roll } = await followed(place);
  expect(roll.present).toHaveLength(39);
  expect(roll.leave).toMatchObject([{ reason: '病假' }]);
  await see(wall, '已达到开会人数20人');
  await see(phone, '您已签到');
});

test('six contested lines and the rest, from the roll to the sealed register, are far less than 120 presses of both operators', async () => {
  await shot(secretary.page, 'runner-2-put');
  for (let n = 1; n <= 6; n++) {
    await secretary.press(`提出第${n}项，通报并开始表决`);
    await recorder.see(`正在表决：第${n}项`);
    await counts(recorder.page);
    await see(wall, `第${n}项`);
    if (n === 1) await see(wall, '承担急难险重任务');
    if (n === 3) {
      // Nothing of a deduction is on the wall (product §3.6); whom it concerns has no vote, and is told why.
      await see(wall, '内容请看发放的材料');
      const said = await wallSays();
      expect(HIDDEN.filter((one) => said.includes(one))).toEqual([]);
      await see(concerned, '这一项涉及您本人，您不参加表决');
      await see(phone, '正在举手表决');
      await shot(recorder.page, 'runner-3-count');
      await shot(wall, 'wall-1-deduction');
      await shot(concerned, 'phone-1-own');
    }
    await recorder.keys(n === 4 ? '30' : '2');
    await recorder.page.keyboard.press('Enter');
    if (n === 1) {
      await recorder.see('请再次输入密码');
      await recorder.keys(passwordOf(place, 'recorder'));
      await recorder.page.keyboard.press('Enter');
    }
    await secretary.see(`第${n}项：赞成`);
  }
  await see(wall, '赞成');
  await shot(wall, 'wall-2-result');
  await shot(secretary.page, 'runner-5-rest');
  await secretary.press(/提出其余38项/);
  await recorder.see('正在表决：其余事项');
  await counts(recorder.page);
  await recorder.page.keyboard.press('Enter');
  await secretary.press('宣布散会');
  await recorder.press('起草会议记录');
  await recorder.see('记录人未签字');
  await shot(recorder.page, 'runner-6-minutes');
  await recorder.press('签字');
  await secretary.see('记录人已签字');
  await secretary.press('签字');
  await recorder.press('填写登记表');
  await recorder.press('封存登记表');
  await recorder.see('请再次输入密码');
  await recorder.keys(passwordOf(place, 'recorder'));
  await recorder.page.keyboard.press('Enter');
  await recorder.see('登记表已封存');
  await shot(secretary.page, 'runner-7-end');
  await shot(phone, 'phone-2-after');
  const { next, register, minutes, quarter, motions } = await followed(place);
  expect(next.step).toBe('draft-notice');
  expect([register?.state, minutes?.state, quarter?.state]).toEqual(['sealed', 'signed', 'determined']);
  const passed = ['passed', 'passed', 'passed', 'lost', 'passed', 'passed', 'passed'];
  expect(motions.map(({ result }) => result)).toEqual(passed);
  expect(motions.map(({ counts }) => counts?.noes)).toEqual([2, 2, 2, 30, 2, 2, 0]);
  const presses = secretary.presses() + recorder.presses();
  expect(presses).toBeGreaterThan(40);
  expect(presses).toBeLessThan(80);
});

test('a lost line is rejected and the others are determined by the quarter’s motion (§三(三))', async () => {
  const secretarySign = await place.signIn('secretary');
  const path = `declaration/list?branch=${place.branch}&month=2026-12`;
  const answer = (await (await place.api(secretarySign, `${path}&limit=500`)).json()) as { rows: { state: string }[] };
  const states = answer.rows.map(({ state }) => state);
  expect(states.filter((state) => state === 'rejected')).toHaveLength(1);
  expect(states.filter((state) => state === 'determined')).toHaveLength(43);
});

test('register and minutes are on paper, and Escape leads back from the wall', async () => {
  const { register, minutes } = await followed(place);
  for (const [name, id] of [
    ['register', register?.id],
    ['minutes', minutes?.id],
  ] as const) {
    const { page, context, complaints } = await place.open(`/desk/${place.branch}/registers/${id ?? ''}`, {
      as: 'recorder',
      size: 'desk',
    });
    await see(page, name === 'register' ? '党员积分登记表' : '应到会有表决权的党员 40 人，实到 38 人。');
    await shot(page, `paper-${name}`);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    await shot(page, `paper-${name}-print`);
    await context.close();
  }
  const { page, context } = await place.open(`/desk/${place.branch}/registers`, { as: 'recorder', size: 'phone' });
  await see(page, '已封存');
  await shot(page, 'registers');
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  // Each sheet is there as a file: register and summary of the quarter, minutes.
  const files = await page
    .locator('a[download][href*="form="]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(new Set(files.map((one) => /form=(\w+)/.exec(one ?? '')?.[1]))).toEqual(
    new Set(['registerBranch', 'summary', 'minutes']),
  );
  for (const file of files.slice(0, 3).concat(files.slice(-1))) {
    const answer = await page.request.get(`${place.origin}${file ?? ''}`);
    expect([file, answer.status(), (await answer.body()).length > 5000]).toEqual([file, 200, true]);
  }
  await context.close();
  await wall.keyboard.press('Escape');
  await expect.poll(() => new URL(wall.url()).pathname).toBe(at);
});
