import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { openPlace, type Place, reload, type SignIn, shot, violations } from './place.ts';

let place: Place;
let secretary: SignIn;

beforeAll(async () => {
  // The year is sealed, was on notice and is filed: the appraisal may begin.
  place = await openPlace({ until: '2027-02-17' });
  // The secretary's own slip comes last: it ends the session by which the others get theirs.
  for (const code of ['D016', 'D017', 'D018', 'D001']) secretary = await place.member(code);
}, 300_000);
afterAll(async () => await place?.stop());

async function asked<T>(as: SignIn, path: string): Promise<T> {
  const response = await place.api(as, path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

/** Does an act of the secretary over the API, with the revision and the password where these are asked for. */
async function done(
  path: string,
  body: object,
  revision?: number,
): Promise<{ readonly id: string; readonly revision: number }> {
  const headers = {
    'x-password': encodeURIComponent('登录的一句话D001'),
    ...(revision !== undefined && { 'if-match': `"${revision}"` }),
  };
  const response = await place.api(secretary, path, { branch: place.branch, ...body }, headers);
  expect(response.status, await response.clone().text()).toBe(200);
  return await response.json();
}

test('the own year tells the sealed total, rank and grade as the file has them (§五(一), product §5.10)', async () => {
  const as = await place.member('D017');
  const { member } = await asked<AnswerOf<'dossier.show'>>(
    as,
    `dossier/show?branch=${place.branch}&member=${as.who.person}`,
  );
  const { page, context } = await place.open('/my/year', { as });
  const [year] = member?.years ?? [];
  const row = page.locator('.row', { hasText: '2026年' }).first();
  expect(await row.textContent()).toContain(String((year?.total ?? 0) / 10_000));
  expect(await row.textContent()).toContain(`第${year?.rank}名`);
  await page.getByLabel('年度', { exact: true }).selectOption('2026');
  const course = await asked<AnswerOf<'score.course'>>(
    as,
    `score/course?branch=${place.branch}&member=${as.who.person}&year=2026`,
  );
  await page.locator('td[data-total]').nth(11).waitFor({ state: 'attached' });
  const shown = await page
    .locator('td[data-total]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-total')));
  expect(shown).toEqual(course.points.map(({ total }) => total.exact));
  // On paper every quarter that was posted, and the year that was settled.
  const sheets = await page
    .getByRole('link', { name: /登记表.*PDF/ })
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(sheets.map((one) => new URLSearchParams(one.split('?')[1]).get('period'))).toEqual([
    '2026Q1',
    '2026Q2',
    '2026Q3',
    '2026Q4',
    '2026',
  ]);
  expect((await place.api(as, sheets[1]?.replace('/api/v1/', '') ?? '')).status).toBe(200);
  await shot(page, 'year-sealed');
  expect(await violations(page)).toEqual([]);
  await context.close();
});

test('one’s own assessment and those of others are handed in; whoever wrote is not told (product §3.11)', async () => {
  const opened = await done('appraisal/open', { year: '2026' });
  const as = await place.member('D017');
  const { page, context } = await place.open('/my', { as });
  await page.getByRole('link', { name: /请写个人自评/ }).click();
  await page.getByRole('button', { name: '提交自评' }).click();
  await page.getByText('请写明意见。').waitFor();
  await page.getByLabel('个人自评').fill('做了志愿服务，学习笔记还要记细。');
  await page.getByRole('button', { name: '提交自评' }).click();
  await page.getByText('自评已提交').waitFor();
  await page.getByText('做了志愿服务，学习笔记还要记细。').waitFor();
  const peers = await done('appraisal/peers', { id: opened.id }, opened.revision);
  expect(peers.id).toBe(opened.id);
  await reload(page);
  await page.getByLabel(/拼音/).fill('D018');
  await page.getByLabel(/孔繁英/).check();
  await page.getByLabel('评议意见').fill('工作细致，肯帮助人。');
  await page.getByRole('button', { name: '提交评议' }).click();
  await page.getByText('评议已提交').waitFor();
  // One may go on with others.
  await page.getByRole('button', { name: '提交评议' }).waitFor();
  await shot(page, 'appraisal-peers');
  expect(await violations(page)).toEqual([]);
  await context.close();
  const rated = await place.member('D018');
  const theirs = await place.open('/my/appraisal', { as: rated });
  await theirs.page.getByText('工作细致，肯帮助人。').waitFor();
  expect(await theirs.page.locator('main').textContent()).not.toContain(as.who.name);
  await theirs.context.close();
});

test('the record of a talk is read and signed (§四(三), product §3.12)', async () => {
  const as = await place.member('D016');
  const member = as.who.person;
  const talk = await done('talk/propose', { member, year: '2026', rule: '§四(三)', words: '位次靠后' });
  const said = {
    recorder: '余小芹',
    time: '2027年2月17日上午',
    place: '支部办公室',
    cause: '年度位次靠后',
    content: '谈了原因和打算。',
  };
  await done('talk/hold', { id: talk.id, ...said }, talk.revision);
  const { page, context } = await place.open('/my', { as });
  await page.getByRole('link', { name: /谈话记录/ }).click();
  await page.getByText('谈了原因和打算。').waitFor();
  await shot(page, 'talk');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '已阅，签字' }).click();
  await page.getByText('谈话记录已签字').waitFor();
  const { rows } = await asked<AnswerOf<'dossier.show'>>(as, `dossier/show?branch=${place.branch}&member=${member}`);
  expect(rows.find((row) => row.id === talk.id)?.state).toBe('signed');
  await context.close();
});
