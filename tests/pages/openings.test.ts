import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { openPlace, overflow, type Place, shot, violations } from './place.ts';

const folder = mkdtempSync(join(tmpdir(), 'sunledger-openings-page-'));
let place: Place;
let address: string;
let people: AnswerOf<'roster.show'>['members'] = [];

beforeAll(async () => {
  place = await openPlace({ story: 'tests/pages/story-july.yaml', until: '2026-07-02' });
  address = `/desk/${place.branch}/import`;
  const answer = await place.api(await place.signIn('recorder'), `roster/show?branch=${place.branch}`);
  people = ((await answer.json()) as AnswerOf<'roster.show'>).members;
}, 300_000);
afterAll(async () => {
  await place?.stop();
  rmSync(folder, { recursive: true });
});

type Cells = readonly (string | number)[];

async function sheet(name: string, rows: readonly Cells[]): Promise<string> {
  const book = new Workbook();
  const page = book.addWorksheet('上半年');
  for (const row of rows) page.addRow([...row]);
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

const TITLE = ['2026年上半年党员积分'];
const HEADS = ['序号', '编号', '姓名', '基础分', '履职得分', '扣分', '合计', '备注'];
const rowOf = (code: string, name: string, at: number): Cells => [
  at,
  code,
  name,
  60,
  12.5,
  at === 3 ? -1 : 0,
  at === 3 ? 71.5 : 72.5,
  '',
];

async function read(kind: 'desk' | 'phone', path: string) {
  const opened = await place.open(address, { as: 'recorder', size: kind });
  const { page } = opened;
  await page.getByLabel('启用前积分表').check();
  await page.getByLabel('截至哪一天').fill('2026-06-30');
  await page.getByLabel('原表由谁保存').fill('组织委员');
  await page.getByLabel('选择文件').setInputFiles(path);
  await page.getByRole('button', { name: '读取', exact: true }).click();
  return opened;
}

test('a sheet is read: its heading is asked, a sum that disagrees is looked at, then it is applied and each member told (product §3.13)', async () => {
  const rows = people.map(({ code, name }, at) => rowOf(code, name, at + 1));
  const path = await sheet('上半年积分.xlsx', [
    TITLE,
    HEADS,
    ...rows.with(4, [5, people[4]?.code ?? '', people[4]?.name ?? '', 60, 9, 0, 70, '']),
  ]);
  const { page, context, complaints } = await read('desk', path);
  // What nobody counted shows in the sums.
  await page.getByText('合计写的是“72.5”，各组成部分相加是 60').first().waitFor();
  await page.getByText('表中没有“履职分”，这一部分按方案计算。').waitFor();
  await page.getByLabel('履职得分').selectOption('履职分');
  await page.getByRole('button', { name: '按此重新读取' }).click();
  await page.getByText('合计写的是“70”，各组成部分相加是 69').waitFor();
  await page.getByText(`启用前积分 ${people.length} 人`).waitFor();
  await shot(page, 'openings-desk');
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: '采用', exact: true }).click();
  await page.getByText('已采用：启用前积分表 上半年积分.xlsx').waitFor();
  const work = await place.api(await place.signIn('secretary'), `work/list?branch=${place.branch}`);
  const { rows: owed } = (await work.json()) as AnswerOf<'work.list'>;
  expect(owed.find(({ kind }) => kind === 'opening-waits')).toMatchObject({
    count: people.length - 1,
    due: '2026-07-09',
  });
  expect(complaints).toEqual([]);
  await context.close();
});

test('a member sees its own row with its source, accepts all of it in one press, or contests a part with words (product §5.3)', async () => {
  const one = await place.member('D017');
  const { page, context } = await place.open('/my', { as: one, size: 'phone' });
  await page.getByRole('link', { name: /您的启用前积分，请核对答复/ }).click();
  await page.getByText('启用前积分表第1号（上半年积分.xlsx，截至2026年6月30日，组织委员保存').waitFor();
  await page.getByText('72.5').first().waitFor();
  await shot(page, 'openings-member-phone');
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: '都属实' }).click();
  await page.getByText('已答复：启用前积分属实').waitFor();
  await page.getByRole('button', { name: '都属实' }).waitFor({ state: 'detached' });
  // It stays within reach after the answer.
  await page.getByRole('link', { name: '更多' }).click();
  await page.waitForURL(/\/my\/more/);
  await page.getByRole('heading', { level: 1, name: '更多' }).waitFor();
  await page.getByRole('link', { name: /^启用前积分/ }).click();
  await page.getByText('启用前积分表第1号').waitFor();
  await context.close();
  const other = await place.member('D018');
  const second = await place.open('/my/openings', { as: other, size: 'desk', lang: 'en', mode: 'bigger' });
  await second.page.getByRole('button', { name: 'All of it is correct' }).waitFor();
  expect([await violations(second.page), await overflow(second.page)]).toEqual([[], 0]);
  await second.page.getByRole('link', { name: /启用前积分·履职分/ }).click();
  await second.page.getByLabel(/disagree|contest/i).check();
  await second.page.getByRole('textbox').fill('五月的公开课没有计入');
  await shot(second.page, 'openings-contest-desk');
  await second.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await second.page.getByText('Answered: I disagree').waitFor();
  await second.context.close();
  const answer = await place.api(other, `declaration/list?branch=${place.branch}&member=${other.who.person}&limit=100`);
  const { rows } = (await answer.json()) as AnswerOf<'declaration.list'>;
  expect(rows.flatMap(({ hearing }) => hearing?.answer ?? [])).toEqual(['contest']);
});

test('a hostile sheet is answered with its cells, and nothing is applied', async () => {
  const path = await sheet('坏表.xlsx', [
    HEADS,
    [1, '', '查无此人', 60, 1.00001, '无', 61, ''],
    [2, '', people[0]?.name ?? '', '', 3, 0, 3, ''],
  ]);
  const { page, context } = await read('phone', path);
  await page.getByText('第 2 行').first().waitFor();
  for (const text of ['名册中没有“查无此人”', '“扣分”写的“无”不是数字', '“基础分”没有填写'])
    await page.getByText(text).first().waitFor();
  expect(await page.getByRole('button', { name: '采用', exact: true }).count()).toBe(0);
  await shot(page, 'openings-bad-phone');
  await context.close();
});

test('what a member contests is kept with a reason by others than who brought it (decision 022)', async () => {
  await place.turnTo('2026-07-10');
  const secretary = await place.signIn('secretary');
  const act = async (action: string, input: object, revision?: number) => {
    const more = revision === undefined ? {} : { 'if-match': `"${revision}"` };
    const answer = await place.api(secretary, action, { branch: place.branch, ...input }, more);
    const made = (await answer.json()) as { readonly id: string; readonly revision: number };
    expect([answer.status, made]).toMatchObject([200, {}]);
    return made;
  };
  const id = (code: string): string => people.find((one) => one.code === code)?.id ?? '';
  const session = await act('review/convene', { month: '2026-06', day: '2026-07-10' });
  const present = ['D001', 'D002', 'D003', 'D004'].map(id);
  await act('review/open', { id: session.id, present }, session.revision);
  const { page, context } = await place.open(`/desk/${place.branch}/review/${session.id}`, {
    as: 'secretary',
    size: 'desk',
  });
  await page.getByText('有异议').first().click();
  // The line in the list, not the card of whatever stands open.
  await page.locator('ul.rows').getByText('启用前积分·履职分').click();
  const card = page.getByRole('article');
  await card.getByText('五月的公开课没有计入').waitFor();
  await card.getByRole('button', { name: /^认定/ }).click();
  // Without a reason it is refused beside its field, and nothing is decided.
  await card.getByLabel('理由').press('Enter');
  await card.getByText('请写明理由').waitFor();
  await shot(page, 'openings-kept-asked');
  await card.getByLabel('理由').fill('教研组的记录中没有这节课');
  await card.getByLabel('理由').press('Enter');
  await page.getByText('已认定：孔繁英 启用前积分·履职分').first().waitFor();
  await context.close();
  const answer = await place.api(secretary, `review/follow?branch=${place.branch}&id=${session.id}`);
  const { lines } = (await answer.json()) as AnswerOf<'review.follow'>;
  expect(lines.flatMap(({ decision }) => decision?.reason ?? [])).toEqual(['教研组的记录中没有这节课']);
});
