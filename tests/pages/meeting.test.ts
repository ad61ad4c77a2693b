import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { type Operator, operator, passwordOf } from './meeting-operator.ts';
import { MEETING_DAY, nameOf, writeMeetingStory } from './meeting-story.ts';
import { openPlace, overflow, type Place, shot, violations } from './place.ts';

const story = writeMeetingStory();
let place: Place;
let secretary: Operator;
let recorder: Operator;
let at = '';

type Sitting = NonNullable<AnswerOf<'assembly.follow'>['sitting']>;

async function now(wall = false): Promise<Sitting> {
  const sign = await place.signIn('secretary');
  const answer = await place.api(sign, `assembly/follow?branch=${place.branch}${wall ? '&wall=true' : ''}`);
  return ((await answer.json()) as { sitting: Sitting }).sitting;
}

beforeAll(async () => {
  place = await openPlace({ story, until: MEETING_DAY });
  at = `/meeting/${place.branch}/${(await now()).meeting.id}`;
  secretary = await operator(place, 'secretary', at);
  recorder = await operator(place, 'recorder', at);
}, 300_000);
afterAll(async () => {
  await place?.stop();
  rmSync(dirname(join(import.meta.dirname, '..', '..', story)), { recursive: true, force: true });
});

test('the roll: all present at one press, then the absent with their reasons (§三(三))', async () => {
  await shot(secretary.page, 'runner-0-freeze');
  await recorder.press('确定应到名单');
  await recorder.press('全部到会');
  await recorder.page.getByRole('searchbox').click();
  for (const n of [38, 39, 41]) {
    await recorder.keys(nameOf(n).slice(0, 3));
    await recorder.page.keyboard.press('Enter');
  }
  await shot(recorder.page, 'runner-1-roll');
  await recorder.page.getByLabel(`${nameOf(38)}未到的事由`).selectOption('病假');
  await recorder.press(/登记到会：实到38人/);
  await secretary.press('宣布开会');
  await expect.poll(async () => (await now()).next.step).toBe('put-contested');
  const { roll } = await now();
  expect(roll.present).toHaveLength(39);
  expect(roll.leave).toMatchObject([{ reason: '病假' }]);
}, 60_000);

test('six contested lines and the rest, from the roll to the sealed register, are at most 120 presses of both operators', async () => {
  await shot(secretary.page, 'runner-2-put');
  for (let n = 1; n <= 6; n++) {
    await secretary.press(`提出第${n}项，通报并开始表决`);
    await recorder.see(`正在表决：第${n}项`);
    await recorder.page.waitForTimeout(600);
    if (n === 3) await shot(recorder.page, 'runner-3-count');
    await recorder.keys(n === 4 ? '30' : '2');
    await recorder.page.keyboard.press('Enter');
    if (n === 1) {
      await recorder.see('请再次输入密码');
      await shot(recorder.page, 'runner-4-password');
      await recorder.keys(passwordOf(place, 'recorder'));
      await recorder.page.keyboard.press('Enter');
    }
    await secretary.see(`第${n}项：赞成`);
  }
  await shot(secretary.page, 'runner-5-rest');
  await secretary.press(/提出其余38项/);
  await recorder.see('正在表决：其余事项');
  await recorder.page.waitForTimeout(600);
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
  const { next, register, minutes, quarter, motions } = await now();
  expect(next.step).toBe('draft-notice');
  expect([register?.state, minutes?.state, quarter?.state]).toEqual(['sealed', 'signed', 'determined']);
  expect(motions.map(({ result }) => result)).toEqual([
    'passed',
    'passed',
    'passed',
    'lost',
    'passed',
    'passed',
    'passed',
  ]);
  const presses = secretary.presses() + recorder.presses();
  console.log('presses', presses);
  expect(presses).toBeGreaterThan(30);
  expect(presses).toBeLessThanOrEqual(90);
}, 120_000);
