import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { openPlace, type Place, shot, violations } from './place.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ story: 'examples/story-small.yaml', until: '2026-10-30' });
}, 300_000);
afterAll(async () => await place?.stop());

test('in a small branch the branch meeting reviews on the same page, and its secretary writes down what the others decided (product §2)', async () => {
  const secretary = await place.signIn('secretary');
  const { home: branch } = secretary.who;
  const { page, context } = await place.open(`/desk/${branch}/review`, { as: secretary, size: 'phone' });
  await page.getByRole('button', { name: '召集初评会议' }).click();
  await page.getByText('支部党员').first().waitFor();
  expect(await page.locator('.ticks input').count()).toBe(4);
  await page.getByRole('button', { name: '开始初评' }).click();
  await page.locator('.deciders').waitFor();
  expect(await page.locator('.deciders .barred').count()).toBe(1); // whoever declared it does not decide it
  expect(await violations(page)).toEqual([]);
  await shot(page, 'review-small');
  await page.keyboard.press('a');
  await page.getByText('已认定：').first().waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const answer = await place.api(secretary, `review/follow?branch=${branch}&id=${id}`);
  const { session, lines } = (await answer.json()) as AnswerOf<'review.follow'>;
  expect(session.body).toBe('branch-meeting');
  expect(lines.filter(({ state }) => state === 'accepted').map(({ decision }) => decision?.ayes.length)).toEqual([3]);
  await context.close();
});
