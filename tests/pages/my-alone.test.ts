import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace, overflow, type Place, shot, violations } from './place.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ story: 'tests/pages/story-alone.yaml', until: '2026-10-09' });
}, 300_000);
afterAll(async () => await place?.stop());

test('an installation without a superior says so and offers the appeal on paper (product §3.8)', async () => {
  const as = await place.signIn('member');
  const { page, context } = await place.open('/my/appeals', { as });
  await page.getByText('本系统没有接入上级党组织').waitFor();
  const sheet = await page.getByRole('link', { name: '申诉书 PDF' }).getAttribute('href');
  const file = await context.request.get(new URL(sheet ?? '', place.origin).href);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect(await violations(page)).toEqual([]);
  await shot(page, 'appeal-paper');
  await context.close();
});

test('who has nothing yet learns on every page what will be there and what brings it there', async () => {
  const as = await place.signIn('member');
  for (const path of ['/my', '/my/lines', '/my/objections', '/my/year', '/my/looked', '/my/notices', '/my/talks']) {
    const { page, context, complaints } = await place.open(path, { as });
    await page.waitForSelector('h1');
    expect((await page.locator('main').textContent())?.length, path).toBeGreaterThan(20);
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  }
});

test('a new branch is told where to begin, until there is somebody on its roster (product §3.13)', async () => {
  const first = await openPlace({ story: 'tests/pages/story-first-day.yaml', until: '2026-10-09' });
  const { page, context, complaints } = await first.open(`/desk/${first.branch}`, { as: 'secretary' });
  const begin = page.getByRole('region', { name: '开始使用' });
  await begin.getByText('导入党员名册').waitFor();
  await shot(page, 'first-day');
  expect([await violations(page), await overflow(page), complaints]).toEqual([[], 0, []]);
  await begin.getByRole('link', { name: '名册' }).click();
  await page.getByText('2026年10月9日在册1人').waitFor();
  await page.goto(`${first.origin}/meeting/${first.branch}`);
  await page.getByText('名册里没有可以选的党员。').first().waitFor();
  await context.close();
  await first.stop();
  const { page: later, context: other } = await place.open(`/desk/${place.branch}`, { as: 'secretary' });
  await later.getByText('只看由我办的').waitFor();
  expect(await later.getByText('开始使用').count()).toBe(0);
  await other.close();
});
