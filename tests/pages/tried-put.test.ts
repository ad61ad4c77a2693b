import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { AnswerOf } from '#contract/api.ts';
import { type Held, holdMeeting, passMotion } from './held-meeting.ts';
import { see } from './meeting-operator.ts';
import { openPlace, overflow, type Place, reload, shot, violations } from './place.ts';

const SOURCE = readFileSync(join(import.meta.dirname, '..', '..', 'schemes', 'primary-school.yaml'), 'utf8')
  .replace('effective: 2026-01-01', 'effective: 2026-10-01')
  .replace('version: 1', 'version: 2');

let place: Place;
let held: Held;

beforeAll(async () => {
  place = await openPlace({ until: '2026-06-18' });
  held = await holdMeeting(place, '2026-06-18');
}, 300_000);
afterAll(async () => await place?.stop());

test('a long absence is asked for on the telephone, consented to above, put to the meeting from the roster, and noted (product §2)', async () => {
  const member = await place.open('/my/absence', { as: await place.member('D017') });
  await member.page.getByRole('button', { name: '提出请求' }).click();
  await see(member.page, '请填写起止日期');
  await member.page.getByLabel('起', { exact: true }).fill('2026-07-01');
  await member.page.getByLabel('止', { exact: true }).fill('2026-12-31');
  await member.page.getByRole('button', { name: '提出请求' }).click();
  await see(member.page, '等待上级同意和党员大会通过');

  const above = await place.open('/above', { as: 'superior', size: 'desk' });
  const row = above.page.locator('[data-work="absence-consent"]');
  await row.getByRole('button').first().click();
  await row.waitFor({ state: 'detached' });
  await above.context.close();
  await reload(member.page);
  await see(member.page, '上级已同意，等待党员大会通过');

  const secretary = await place.open(`/desk/${place.branch}/roster`, { as: 'secretary', size: 'desk' });
  await secretary.page.getByRole('button', { name: '提请大会表决' }).click();
  await see(secretary.page, /等待表决：同意.*长期外出/);
  expect(await violations(secretary.page)).toEqual([]);
  await shot(secretary.page, 'tried-absence');
  await secretary.context.close();
  await passMotion(place, held);
  const recorder = await place.open(`/desk/${place.branch}/roster`, { as: 'recorder', size: 'phone' });
  await recorder.page.getByRole('button', { name: '登记大会通过' }).click();
  await see(recorder.page, '已登记大会通过');
  await recorder.context.close();
  await reload(member.page);
  await see(member.page, '已同意');
  await member.context.close();
});

test('a drafted scheme is put to the open meeting from its page, adopted by two, and may be taken back only by another vote (product §3.1)', async () => {
  const as = await place.signIn('secretary');
  const drafted = await place.api(as, 'scheme/draft', {
    branch: place.branch,
    title: '党员积分制管理实施方案（修订）',
    source: SOURCE,
    document: parse(SOURCE) as object,
  });
  expect(drafted.status, await drafted.clone().text()).toBe(200);
  const { page, context } = await place.open(`/desk/${place.branch}/scheme`, { as: 'secretary', size: 'desk' });
  const states = async (): Promise<string[]> =>
    ((await (await place.api(as, `scheme/show?branch=${place.branch}`)).json()) as AnswerOf<'scheme.show'>).matters.map(
      ({ state }) => state,
    );
  await page.getByRole('button', { name: '检查草案' }).click();
  await page.getByRole('button', { name: '提请大会表决' }).click();
  await see(page, '等待表决：通过《党员积分制管理实施方案（修订）》');
  expect(await overflow(page)).toBe(0);
  await shot(page, 'tried-scheme');
  await passMotion(place, held);
  await reload(page);
  await page.getByRole('button', { name: '登记大会通过' }).click();
  await see(page, '还需另一人确认');
  const second = await place.open(`/desk/${place.branch}`, { as: await place.member('D002'), size: 'phone' });
  const row = second.page.locator('[data-kind="second-confirm"]').filter({ hasText: '采用方案' });
  await row.getByRole('button', { name: '确认', exact: true }).click();
  await row.waitFor({ state: 'detached' });
  expect(await states()).toContain('adopted');
  await second.context.close();
  await reload(page);
  // The decision that adopted it does not take it back.
  expect(await page.getByRole('button', { name: '登记大会撤销' }).count()).toBe(0);
  await page.getByRole('button', { name: '提请大会表决' }).click();
  await see(page, '等待表决：撤回《');
  await context.close();
});
