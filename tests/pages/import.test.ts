import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import type { ImportReadAnswer } from '#contract/upload.ts';
import { openPlace, overflow, type Place, shot, violations } from './place.ts';
import { faultsOf } from './whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'sunledger-import-page-'));
let place: Place;
let address: string;

beforeAll(async () => {
  place = await openPlace({ until: '2026-05-14' });
  address = `/desk/${place.branch}/import`;
}, 300_000);
afterAll(async () => {
  await place?.stop();
  rmSync(folder, { recursive: true });
});

async function sheet(name: string, rows: readonly (readonly string[])[]): Promise<string> {
  const book = new Workbook();
  const page = book.addWorksheet('名册');
  for (const row of rows) page.addRow([...row]);
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

async function rolesOf(): Promise<ReadonlyMap<string, string | undefined>> {
  const answer = await place.api(await place.signIn('secretary'), `roster/show?branch=${place.branch}`);
  const { members } = (await answer.json()) as AnswerOf<'roster.show'>;
  return new Map(members.map(({ name, history }) => [name, history.at(-1)?.role]));
}

const HEADS = ['编号', '姓名', '人员类别', '现任', '公民身份号码', '家庭住址'];

test('a roster is read, its headings asked for and remembered, its difference applied and taken back as one (product §3.13)', async () => {
  const path = await sheet('roster.xlsx', [
    ['党员名册'],
    HEADS,
    ['D017', '郑佩文', '正式党员', '宣传委员', '110105194912310021', '某路'],
  ]);
  const { page, context, complaints } = await place.open(address, { as: 'secretary', size: 'desk' });
  await page.getByLabel('选择文件').setInputFiles(path);
  await page.getByRole('button', { name: '读取', exact: true }).click();
  await page.getByRole('heading', { name: '变动内容' }).waitFor();
  await page.getByText('第 3 行 E 列：公民身份号码（末两位 21）的校验码不对').waitFor();
  expect(await page.getByRole('button', { name: '采用', exact: true }).isDisabled()).toBe(true);
  await page.getByLabel('现任').selectOption('党内职务');
  await page.getByRole('button', { name: '按此重新读取' }).click();
  await page.getByText('宣传委员').waitFor();
  await shot(page, 'import');
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  const before = (await rolesOf()).get('郑佩文');
  await page.getByRole('button', { name: '采用', exact: true }).click();
  await page.getByText('已采用：党员名册 roster.xlsx').waitFor();
  expect((await rolesOf()).get('郑佩文')).toBe('宣传委员');
  await shot(page, 'import-applied');
  await page.locator('li', { hasText: 'roster.xlsx' }).getByRole('button', { name: '撤回' }).click();
  await page.getByText('已撤回这次导入').waitFor();
  expect((await rolesOf()).get('郑佩文')).toBe(before);
  expect(complaints).toEqual([]);
  await context.close();
  // What the heading was said to be is kept with the branch: whoever reads next, on whatever device, is told of it and may say otherwise.
  const other = await place.open(address, { as: 'recorder', size: 'phone' });
  await other.page.getByLabel('选择文件').setInputFiles(path);
  await other.page.getByRole('button', { name: '读取', exact: true }).click();
  await other.page.getByText('按上次的对应方式读取：现任 → 党内职务。').waitFor();
  await other.page.getByText('宣传委员').waitFor();
  await shot(other.page, 'import-remembered-phone');
  expect([await violations(other.page), await overflow(other.page)]).toEqual([[], 0]);
  await other.page.getByText('栏目对应', { exact: true }).click();
  await other.page.getByLabel('现任').selectOption('');
  await other.page.getByRole('button', { name: '按此重新读取' }).click();
  await other.page.getByText('与名册没有差别').waitFor();
  expect(await other.page.getByText('按上次的对应方式').count()).toBe(0);
  await other.context.close();
});

test('an import that waits for its second person stands among the earlier ones, its changes to be looked at (product §3.13, trust §2.5)', async () => {
  const path = await sheet('vote.xlsx', [HEADS, ['D017', '郑佩文', '停止党籍', '', '', '']]);
  const { page, context, complaints } = await place.open(address, { as: 'secretary', size: 'phone' });
  await page.getByLabel('选择文件').setInputFiles(path);
  await page.getByRole('button', { name: '读取', exact: true }).click();
  await page.getByRole('button', { name: '采用', exact: true }).click();
  const waiting = page.getByRole('listitem').filter({ hasText: 'vote.xlsx' });
  await waiting.getByText('等待另一人确认，确认后采用').waitFor();
  await waiting.getByRole('button', { name: '查看变动' }).click();
  await page.getByRole('heading', { name: '变动内容' }).waitFor();
  await page.getByText('停止党籍').first().waitFor();
  expect(await page.getByRole('button', { name: '采用', exact: true }).count()).toBe(0);
  await shot(page, 'import-waits-phone');
  expect([await violations(page), await overflow(page), complaints]).toEqual([[], 0, []]);
  await context.close();
  // Whoever confirms it sees in the row what it confirms, and has no page of imports.
  const other = await place.open(address.replace('/import', ''), { as: 'committee', size: 'phone' });
  const row = other.page.locator('[data-kind=second-confirm]');
  await row.getByRole('button', { name: '查看变动' }).click();
  await row.getByText('郑佩文').waitFor();
  expect(await row.getByText('停止党籍').count()).toBe(1);
  expect(await other.page.getByRole('link', { name: '导入' }).count()).toBe(0);
  await shot(other.page, 'import-second-phone');
  expect([await violations(other.page), await overflow(other.page), other.complaints]).toEqual([[], 0, []]);
  await other.context.close();
});

test('a bad file is answered with its cell and what to do, and nothing is applied; facts become proposals', async () => {
  const { page, context } = await place.open(address, { as: 'recorder', size: 'phone' });
  const large = join(folder, 'large.xlsx');
  writeFileSync(large, Buffer.alloc(20 * 1024 * 1024 + 1));
  await page.getByLabel('选择文件').setInputFiles(large);
  await page.getByText('文件超过 20 MB').waitFor();
  await shot(page, 'import-large-phone');
  expect(await page.getByRole('button', { name: '读取', exact: true }).isDisabled()).toBe(true);
  const bad = await sheet('bad.xlsx', [HEADS, ['D017', '郑佩文', '发展对象', '', '', '']]);
  await page.getByLabel('选择文件').setInputFiles(bad);
  await page.getByRole('button', { name: '读取', exact: true }).click();
  await page.getByText('第 2 行 C 列').waitFor();
  expect(await page.getByRole('button', { name: '采用', exact: true }).count()).toBe(0);
  await shot(page, 'import-bad-phone');
  const facts = await sheet('facts.xlsx', [
    ['党员', '项目', '日期', '数量'],
    ['D018', '志愿服务', '2026-05-09', '2'],
  ]);
  await page.getByLabel('积分事实').check();
  await page.getByLabel('选择文件').setInputFiles(facts);
  await page.getByRole('button', { name: '读取', exact: true }).click();
  await page.getByText('拟录入事项 1 项').waitFor();
  await shot(page, 'import-facts-phone');
  await page.getByRole('button', { name: '采用', exact: true }).click();
  await page.getByText('已采用：积分事实 facts.xlsx').waitFor();
  const answer = await place.api(
    await place.signIn('recorder'),
    `declaration/list?branch=${place.branch}&state=proposed&limit=500`,
  );
  const { rows } = (await answer.json()) as AnswerOf<'declaration.list'>;
  expect(rows.filter(({ fact }) => fact.day === '2026-05-09').length).toBe(1);
  await context.close();
});

test('the page is in order in both languages and sizes of text, on a phone and a desk', async () => {
  expect(await faultsOf(place, address, { as: 'secretary', name: 'import' })).toEqual([]);
});

test('the route reads for the office alone, hands out empty tables, and keeps nothing', async () => {
  const send = async (as: 'secretary' | 'member', more: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ branch: place.branch, kind: 'roster', ...more }))
      body.set(name, value);
    body.set('file', new File(['姓名,人员类别\n甲,正式党员\n'], '../../x.csv'));
    const { cookie } = await place.signIn(as);
    return await fetch(`${place.origin}/api/v1/import/read`, {
      method: 'POST',
      headers: { cookie: `sunledger=${cookie}` },
      body,
    });
  };
  const read = (await (await send('secretary')).json()) as ImportReadAnswer;
  expect(read.rows).toMatchObject({ roster: [{ name: '甲', standing: 'full', from: '2026-05-14' }] });
  expect((await send('member')).status).toBe(403);
  expect((await send('secretary', { kind: 'x' })).status).toBe(400);
  expect((await send('secretary', { mapping: '[]' })).status).toBe(400);
  expect((await send('secretary', { more: 'x' })).status).toBe(400);
  // Ten thousand rows are more than other requests may have; a stranger is turned away before they are read.
  const label = '甲'.repeat(30);
  const rows = Array.from({ length: 10_000 }, (_, at) => ({
    name: `党员${at}`,
    standing: 'full',
    from: '2026-05-14',
    category: label,
  }));
  const large = async (cookie: string): Promise<number> => {
    const answer = await fetch(`${place.origin}/api/v1/dossier/read`, {
      method: 'POST',
      headers: {
        cookie: `sunledger=${cookie}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ branch: place.branch, title: 'x', rows: { roster: rows } }),
    });
    return answer.status;
  };
  expect([await large((await place.signIn('secretary')).cookie), await large('nobody')]).toEqual([200, 401]);
  const secretary = await place.signIn('secretary');
  const template = await place.api(secretary, `import/template?branch=${place.branch}&kind=roster`);
  expect([template.status, (await template.arrayBuffer()).byteLength > 3000]).toEqual([200, true]);
  const member = await place.signIn('member');
  expect((await place.api(member, `import/template?branch=${place.branch}&kind=roster`)).status).toBe(403);
});
