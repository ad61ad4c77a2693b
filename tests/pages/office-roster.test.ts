import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holding } from './hands.ts';
import { openPlace, type Place, reload, type SignIn, shot } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;
let secretary: SignIn;
let second: SignIn;
let probationary = '';

beforeAll(async () => {
  place = await openPlace({ until: '2026-06-20' });
  second = await place.member('D002');
  secretary = await place.member('D001');
  probationary = (await roster()).find(({ code }) => code === 'D025')?.id ?? '';
}, 300_000);
afterAll(async () => await place?.stop());

type Kept = { readonly id: string; readonly code: string; readonly history: readonly { readonly standing: string }[] };

async function roster(): Promise<readonly Kept[]> {
  const answer = await place.api(secretary, `roster/show?branch=${place.branch}`);
  return ((await answer.json()) as { members: Kept[] }).members;
}

describe('the roster in the browser (§五(二), product §3.13)', () => {
  test('a change that gives a vote waits for another person, who confirms it (trust §2.5)', async () => {
    const { page, context } = await place.open(`/desk/${place.branch}/roster/${probationary}`, {
      as: secretary,
      size: 'desk',
    });
    await page.getByLabel('党籍状态').selectOption('full');
    await page.getByRole('button', { name: '登记变动' }).click();
    expect(await page.getByText('请填写日期。').isVisible()).toBe(true);
    await reload(page);
    expect(await page.getByLabel('党籍状态').inputValue()).toBe('full');
    await page.getByLabel('从哪一天起').fill('2026-06-20');
    const answered = page.waitForResponse((response) => response.url().includes('roster/change'));
    await page.getByRole('button', { name: '登记变动' }).click();
    const asked = (await (await answered).json()) as { id: string; revision: number; waits?: true };
    expect(asked.waits).toBe(true);
    await page.getByText('还需另一人确认后生效').waitFor();
    await shot(page, 'roster-member-desk');
    await context.close();
    const before = (await roster()).find(({ id }) => id === probationary)?.history.length ?? 0;
    const confirm = await place.api(
      second,
      'second/confirm',
      { branch: place.branch, id: asked.id },
      { 'if-match': `"${asked.revision}"` },
    );
    expect(confirm.status).toBe(200);
    const after = (await roster()).find(({ id }) => id === probationary)?.history ?? [];
    expect([after.length, after.at(-1)?.standing]).toEqual([before + 1, 'full']);
  });

  test('a member is taken on; a number that is there already is refused in the rule’s words, and nothing typed is lost', async () => {
    const { page, context } = await place.open(`/desk/${place.branch}/roster`, { as: secretary, size: 'desk' });
    await page.getByLabel('编号', { exact: true }).fill('D001');
    await page.getByLabel('姓名', { exact: true }).fill('高子墨');
    await page.getByLabel('党籍状态').selectOption('probationary');
    await page.getByLabel('类别').selectOption('预备');
    await page.getByLabel('从哪一天起').fill('2026-06-20');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.locator('form .problem').waitFor();
    expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('高子墨');
    await page.getByLabel('编号', { exact: true }).fill('D039');
    const release = await holding(page, '**/api/v1/roster/show**');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('高子墨已经登记入册。').waitFor();
    // What is typed next, before the page has asked again, stays.
    await page.getByLabel('编号', { exact: true }).fill('D040');
    release();
    expect((await roster()).some(({ code }) => code === 'D039')).toBe(true);
    // Found by sound, and not there on an earlier day.
    await page.getByLabel('按姓名、拼音或编号查找').fill('gzm');
    await page.getByRole('link', { name: '高子墨' }).waitFor();
    expect(await page.getByLabel('编号', { exact: true }).inputValue()).toBe('D040');
    await page.getByLabel('看哪一天的情况').fill('2026-06-01');
    await page.getByRole('link', { name: '高子墨' }).waitFor({ state: 'detached' });
    await shot(page, 'roster-desk');
    await context.close();
  });

  test('nothing is wrong with its pages in both languages and sizes (product §7)', async () => {
    for (const path of [`/desk/${place.branch}/roster`, `/desk/${place.branch}/roster/${probationary}`]) {
      const looking = { as: secretary, name: `roster${path.endsWith('roster') ? '' : '-member'}` };
      expect(await faultsOf(place, path, looking)).toEqual([]);
    }
  });
});
