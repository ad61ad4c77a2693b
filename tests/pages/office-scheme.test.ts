import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, type Place, reload, type SignIn, shot } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;
let secretary: SignIn;
let scheme = '';
let settings = '';
const SOURCE = readFileSync(join(import.meta.dirname, '..', '..', 'schemes', 'primary-school.yaml'), 'utf8');

beforeAll(async () => {
  place = await openPlace({ until: '2026-06-20' });
  secretary = await place.signIn('secretary');
  scheme = `/desk/${place.branch}/scheme`;
  settings = `/desk/${place.branch}/settings`;
}, 300_000);
afterAll(async () => await place?.stop());

async function states(): Promise<readonly string[]> {
  const answer = await place.api(secretary, `scheme/show?branch=${place.branch}`);
  return ((await answer.json()) as { matters: { state: string }[] }).matters.map(({ state }) => state);
}

describe('the scheme at the desk (§二(一), product §3.1)', () => {
  test('what is in force is read in plain words and as its text', async () => {
    const { page, context, complaints } = await place.open(scheme, { as: secretary, size: 'desk' });
    await page.getByText('读得懂的说明').click();
    await page.locator('.scheme-words p').nth(20).waitFor();
    expect(await page.textContent('.scheme-words')).toContain('基础分');
    await page.getByText('方案原文', { exact: true }).click();
    expect(await page.textContent('.scheme-text')).toContain('scheme: primary-school');
    await shot(page, 'scheme-desk');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a mistake is named with its line and in words; the text survives a reload, is mended, kept, checked and tried', async () => {
    const { page, context } = await place.open(scheme, { as: secretary, size: 'desk' });
    const broken = SOURCE.replace('effective: 2026-01-01', 'effective: 2026-07-01')
      .replace('version: 1', 'version: 2')
      .replace('    full: 60', '    full: sixty');
    await page.getByLabel('方案文字').fill(broken);
    await page.locator('.faults li').first().waitFor();
    const line = broken.split('\n').findIndex((one) => one.includes('sixty')) + 1;
    const fault = page.locator('.faults li').first();
    expect(await fault.locator('b').textContent()).toBe(`第${line}行`);
    expect(await fault.textContent()).toMatch(/数/);
    await shot(page, 'scheme-fault-desk');
    await reload(page);
    expect(await page.getByLabel('方案文字').inputValue()).toContain('sixty');
    // A text that is no YAML is not sent; the place is said.
    await page.getByLabel('方案文字').fill('title: "没有写完');
    await page.getByText('这里读不下去').waitFor();
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.getByText('方案文字还读不出来').waitFor();
    expect(await states()).toEqual([]);
    await page.getByLabel('方案文字').fill(broken.replace('sixty', '60'));
    await page.getByText('标出2处，请核对').waitFor();
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.getByRole('button', { name: '检查草案' }).click();
    await page.getByText('已检查，待大会通过').waitFor();
    expect(await states()).toEqual(['checked']);
    await page.getByText('用往年的事实试算').click();
    await page.getByRole('button', { name: '试算', exact: true }).click();
    await page.locator('.trial-bars svg').waitFor();
    expect(await page.getByRole('img', { name: /人不变/ }).count()).toBe(1);
    expect(await page.locator('article tbody tr').count()).toBeGreaterThan(30);
    await shot(page, 'scheme-trial-desk');
    await context.close();
  });
});

describe('settings (product §3 preamble)', () => {
  test('a term below its least is refused beside its field, and what was typed stays after a reload', async () => {
    const { page, context } = await place.open(settings, { as: secretary, size: 'desk' });
    const notice = page.getByLabel('公示期', { exact: true });
    await notice.fill('3');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const field = page.locator('.field.wrong');
    await field.waitFor();
    expect(await field.locator('label').textContent()).toBe('公示期');
    expect(await field.getByRole('alert').textContent()).toContain('少于最低要求 5');
    await shot(page, 'settings-desk');
    await reload(page);
    expect(await notice.inputValue()).toBe('3');
    await notice.fill('7');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('设置已经保存').waitFor();
    await page.getByText('现为7个工作日，支部设定。').waitFor();
    const answer = await place.api(secretary, `setting/show?branch=${place.branch}`);
    expect(await answer.text()).toContain('"noticeDays":7');
    await context.close();
  });

  test('nothing is wrong with these pages in both languages and sizes (product §7)', async () => {
    for (const path of [scheme, settings]) {
      const looking = {
        as: secretary,
        name: path === scheme ? 'scheme' : 'settings',
        prepare: async (page: Page): Promise<void> => await page.locator('.card').nth(1).waitFor(),
      };
      expect(await faultsOf(place, path, looking)).toEqual([]);
    }
  });
});
