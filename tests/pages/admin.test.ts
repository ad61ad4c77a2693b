import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, type Place, reload, shot, violations } from './place.ts';
import { faultsOf } from './whole.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ until: '2026-05-15' });
}, 300_000);
afterAll(async () => await place?.stop());

const DESKS = {
  system: ['/admin/accounts', '/admin/operation'],
  security: ['/admin/rights'],
  audit: ['/admin/records'],
} as const;
const ROLES = ['system', 'security', 'audit'] as const;

describe('three administrators, three desks (product §2, trust §2.2)', () => {
  test.each(ROLES)(
    'the %s administrator comes to the own desk from /admin, whole in both languages and sizes of text',
    async (role) => {
      const home = await place.open('/admin', { as: role, size: 'desk' });
      await home.page.waitForURL(`**${DESKS[role][0]}`);
      await home.context.close();
      for (const path of DESKS[role])
        expect(await faultsOf(place, path, { as: role, name: `admin-${path.slice(7)}` })).toEqual([]);
    },
  );

  test.each(ROLES)(
    'the %s administrator is kindly refused on the others’ desks, and finds no way there',
    async (role) => {
      for (const other of ROLES.filter((one) => one !== role)) {
        const { page, context } = await place.open(DESKS[other][0], { as: role, size: 'desk' });
        await page.getByRole('alert').first().waitFor();
        expect(await page.getByRole('alert').first().textContent()).toContain('您的职责不含这一事项');
        const ways = await page.locator('nav.side a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
        expect(ways.filter((way) => DESKS[other].some((desk) => desk === way))).toEqual([]);
        await context.close();
      }
    },
  );
});

test('the system administrator makes an account, gives it a slip and locks it; the slip is told once (product §2)', async () => {
  const { page, context } = await place.open('/admin/accounts', { as: 'system', size: 'desk' });
  await page.getByLabel('姓名', { exact: true }).fill('周经办');
  await page.locator('form').getByRole('button', { name: '开设账号' }).click();
  const slip = page.locator('[data-slip]');
  await slip.waitFor();
  const login = (await slip.getAttribute('data-slip')) ?? '';
  expect(await slip.textContent()).toContain('/join/');
  await shot(page, 'admin-slip');
  await slip.getByRole('button', { name: '收起' }).click();
  await page.getByLabel('按姓名、编号或登录名查找').fill('周经办');
  await page.getByRole('button', { name: '停用 周经办' }).click();
  await page.getByText('已停用', { exact: true }).waitFor();
  const system = await place.signIn('system');
  const home = system.who.places[0]?.id ?? '';
  const list = await (await place.api(system, `person/list?branch=${home}`)).json();
  expect(list.rows.find((one: { login?: string }) => one.login === login)).toMatchObject({
    name: '周经办',
    state: 'locked',
  });
  const security = await place.signIn('security');
  const seen = await (await place.api(security, `person/list?branch=${home}`)).json();
  expect(seen.rows.every((one: { login?: string }) => one.login === undefined)).toBe(true);
  await context.close();
});

test('the security administrator gives a role and ends it; who may not hold it is refused beside the field, and nothing typed is lost', async () => {
  const { page, context } = await place.open('/admin/rights', { as: 'security', size: 'desk' });
  // Whoever holds an office and cannot sign in is told, with what helps; nobody is a dash.
  const [reviewers] = await page.locator('.people-rows').allTextContents();
  expect(reviewers).toContain('没有账号，也不在名册中。请系统管理员先开设账号');
  expect(reviewers).not.toContain('—');
  await page.getByLabel('组织').selectOption(place.branch);
  await page.getByText('还没有账号，不能登录办理').first().waitFor();
  await page.getByLabel('按姓名或编号查找').fill('D009');
  await page.getByRole('radio', { name: /D009/ }).check();
  await page.getByRole('radio', { name: '审计管理员' }).check();
  await page.getByRole('button', { name: '授予职务' }).click();
  const choice = page.locator('fieldset', { hasText: '职务' });
  await choice.getByRole('alert').waitFor();
  expect(await choice.getByRole('alert').textContent()).toContain('互不兼任');
  await reload(page);
  await page.getByLabel('组织').selectOption(place.branch);
  expect(await page.getByRole('radio', { name: '审计管理员' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: '支委' }).check();
  await page.getByRole('button', { name: '授予职务' }).click();
  await page.getByText('已授予职务').waitFor();
  await page
    .locator('li[data-right]', { hasText: '钱䶮' })
    .getByRole('button', { name: /结束 .*支委/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '结束', exact: true }).click();
  await page.getByText('已定结束日期').waitFor();
  const security = await place.signIn('security');
  const { rows } = await (await place.api(security, `right/show?branch=${place.branch}`)).json();
  const last = rows.filter((one: { role: string }) => one.role === 'committee').at(-1);
  expect(last.to).toBe('2026-05-15');
  await context.close();
});

test('the audit administrator finds refusals and checks the chain against a head kept outside (product §5.2)', async () => {
  const { page, context } = await place.open('/admin/records', { as: 'audit', size: 'desk' });
  await page.getByLabel('组织').selectOption(place.branch);
  await page.getByLabel('结果').selectOption('refused');
  await page.locator('tr.refused').first().waitFor();
  await expect.poll(async () => await page.locator('tbody tr:not(.refused)').count()).toBe(0);
  await page.getByRole('button', { name: '开始验证' }).click();
  await page.locator('[data-sound]').waitFor();
  const audit = await place.signIn('audit');
  const { head, events } = await (await place.api(audit, `chain/verify?branch=${place.branch}`)).json();
  expect(await page.locator('[data-sound]').getAttribute('data-sound')).toBe(String(events));
  await page.getByLabel('外部留存的摘要').fill(head.slice(0, 20));
  await page.getByText('与外部留存的摘要一致').waitFor();
  await shot(page, 'admin-chain');
  await context.close();
});

test('behind the pages the door says the same: each administrator’s acts are refused to the others (trust §2.2)', async () => {
  const [system, security, audit] = await Promise.all(ROLES.map(async (role) => await place.signIn(role)));
  const home = system?.who.places[0]?.id ?? '';
  const statuses = async (role: typeof system, path: string, body?: object): Promise<number> =>
    role ? (await place.api(role, path, body, { 'if-match': '"1"' })).status : 0;
  for (const other of [security, audit]) {
    expect(await statuses(other, 'account/create', { branch: home, name: '某人' })).toBe(403);
    expect(await statuses(other, `operation/show?branch=${home}`)).toBe(403);
  }
  const grant = { branch: home, person: 'x', role: 'audit', from: '2026-05-15' };
  for (const other of [system, audit]) expect(await statuses(other, 'right/grant', grant)).toBe(403);
  for (const other of [system, security]) {
    expect(await statuses(other, `record/read?branch=${home}`)).toBe(403);
    expect(await statuses(other, `chain/verify?branch=${home}`)).toBe(403);
  }
});

test('the security administrator hands an office over in one act: no day without anybody, none with two (product §2, §5(2))', async () => {
  const { page, context } = await place.open('/admin/rights', { as: 'security', size: 'desk' });
  await page.getByLabel('组织', { exact: true }).selectOption({ label: '演示小学党支部' });
  await page.getByRole('button', { name: '交接 余小芹 积分记录员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '交接', exact: true }).click();
  await dialog.getByText('请选择').waitFor();
  await dialog.getByLabel('按姓名或编号查找').fill('D017');
  await dialog.getByRole('radio').check();
  await dialog.getByLabel('从哪一天起').fill('2026-06-01');
  expect(await violations(page)).toEqual([]);
  await shot(page, 'admin-hand');
  await dialog.getByRole('button', { name: '交接', exact: true }).click();
  await page.getByText('已办理交接').waitFor();
  await context.close();
  const secretary = await place.open(`/desk/${place.branch}/settings`, { as: 'secretary', size: 'phone' });
  const offices = await secretary.page.locator('[data-office="recorder"]').allInnerTexts();
  expect(offices.map((text) => text.replace(/\s+/g, ' ')).toSorted()).toEqual([
    '余小芹 积分记录员 · 到2026年5月31日为止',
    '郑佩文 积分记录员 · 2026年6月1日起',
  ]);
  await secretary.context.close();
});
