import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace, type Place, shot } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ until: '2027-01-17' });
}, 300_000);
afterAll(async () => await place?.stop());

/** Answers the question for the password, where it is asked. */
async function confirm(page: Page, role: string): Promise<void> {
  const kept = JSON.parse(readFileSync(join(place.folder, 'data', 'demo-accounts.json'), 'utf8')) as readonly {
    role: string;
    password: string;
  }[];
  await page.getByRole('dialog').waitFor();
  await page.getByRole('textbox', { name: '密码' }).fill(kept.find((one) => one.role === role)?.password ?? '');
  await page.getByRole('button', { name: '确认办理' }).click();
}

test('settlement and appraisal are whole on telephone and desk, in both languages and sizes of text (product §7)', async () => {
  const prepare = async (page: Page): Promise<void> => {
    for (const one of await page.locator('details').all()) await one.evaluate((it) => it.setAttribute('open', ''));
  };
  for (const path of ['year', 'appraisal']) {
    const looking = { as: 'secretary', name: `year-${path}`, prepare } as const;
    expect(await faultsOf(place, `/desk/${place.branch}/${path}`, looking)).toEqual([]);
  }
});

test('an appraisal before the notice has ended is refused in the rule’s words (§四(一), product §5.5)', async () => {
  const { page, context } = await place.open(`/desk/${place.branch}/appraisal`, { as: 'secretary', size: 'desk' });
  await page.getByRole('button', { name: '开始民主评议' }).click();
  await page.getByText('年度积分还没有封存').waitFor();
  await context.close();
});

test('a year previewed and sealed in the browser has the totals that the API gives (product §5.10)', async () => {
  const { page, context } = await place.open(`/desk/${place.branch}/year`, { as: 'secretary', size: 'desk' });
  await page.getByText('预览以后台账又有变化').waitFor();
  await page.getByRole('button', { name: '重新预览' }).click();
  await page.getByText('已预览年度积分').waitFor();
  await page.getByText('与上次预览一致').or(page.getByText('本机没有更早的预览可比')).waitFor();
  await page.getByRole('button', { name: '封存年度积分' }).click();
  await confirm(page, 'secretary');
  await page.getByText('年度积分已封存。').waitFor();
  await page.getByText(/第1号年度积分，.*封存 · 党员38人/).waitFor();
  const secretary = await place.signIn('secretary');
  const { state, rows } = (await (
    await place.api(secretary, `rank/show?branch=${place.branch}&year=2026&limit=500`)
  ).json()) as { state: string; rows: { member: string; total: number; unranked: string | null }[] };
  expect(state).toBe('sealed');
  const shown = async (): Promise<unknown> =>
    await page
      .locator('tr[data-member]')
      .evaluateAll((all) =>
        all.map((one) => `${one.getAttribute('data-member')} ${one.getAttribute('data-points')}`).toSorted(),
      );
  const told = rows
    .filter(({ unranked }) => unranked !== 'not-member')
    .map(({ member, total }) => `${member} ${total}`);
  await expect.poll(shown).toEqual(told.toSorted());
  await shot(page, 'year-sealed');
  await context.close();
});

test('the filing is drafted, and refused while the notice has not ended; the reason stands beside the button (§三(五))', async () => {
  const { page, context } = await place.open(`/desk/${place.branch}/year`, { as: 'secretary', size: 'desk' });
  await page.getByRole('button', { name: '起草备案' }).click();
  await page.getByText('备案已起草').waitFor();
  await page.getByRole('button', { name: '报送上级' }).click();
  await confirm(page, 'secretary');
  await page.locator('[data-code="notice.not-over"]').waitFor();
  await context.close();
});
