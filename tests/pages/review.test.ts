import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { holding } from './hands.ts';
import { openPlace, type Place, reload, type SignIn, shot } from './place.ts';
import { faultsOf } from './whole.ts';

type Followed = AnswerOf<'review.follow'>;

let place: Place;
let desk: string;
let session: string;
const ids = new Map<string, string>();

async function answer<T>(as: SignIn, path: string, body?: object, revision?: number): Promise<T> {
  const headers: Record<string, string> = revision === undefined ? {} : { 'if-match': `"${revision}"` };
  const response = await place.api(as, path, body, headers);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as T;
}

async function follow(as: SignIn): Promise<Followed> {
  return await answer<Followed>(as, `review/follow?branch=${place.branch}&id=${session}`);
}

/** The line of somebody in the session, the first that is still to be reviewed. */
async function lineOf(code: string, state = 'submitted'): Promise<Followed['lines'][number]> {
  const { lines } = await follow(await place.signIn('secretary'));
  const found = lines.find((line) => line.subject === ids.get(code) && line.state === state);
  if (!found) throw new Error(`no line of ${code}`);
  return found;
}

beforeAll(async () => {
  place = await openPlace({ until: '2026-03-31' });
  desk = `/desk/${place.branch}`;
  const { branch } = place;
  const secretary = await place.signIn('secretary');
  const { members } = await answer<AnswerOf<'member.list'>>(secretary, `member/list?branch=${branch}`);
  for (const { code, id } of members) ids.set(code, id);
  // A committee member reports a good deed of another member; the verifier verifies it, the subject accepts.
  const reporter = await place.member('D003');
  const fact = { item: 'LZ-急难', day: '2026-03-16', points: 20_000, ref: '三月十六日暴雨校舍值守' };
  const draft = await answer<{ id: string; revision: number }>(reporter, 'declaration/draft', {
    branch,
    subject: ids.get('D031'),
    fact,
    words: '他一直守到排水泵修好。',
  });
  const sent = await answer<{ revision: number }>(
    reporter,
    'declaration/submit',
    { branch, id: draft.id },
    draft.revision,
  );
  const verifier = await place.member('D004');
  await answer(verifier, 'declaration/verify', { branch, id: draft.id }, sent.revision);
  const subject = await place.member('D031');
  const { rows } = await answer<AnswerOf<'declaration.list'>>(
    subject,
    `declaration/list?branch=${branch}&member=${ids.get('D031')}`,
  );
  const hearing = rows.find(({ id }) => id === draft.id)?.hearing;
  await answer(subject, 'hearing/answer', { branch, id: hearing?.id, answer: 'accept' }, hearing?.revision);
}, 300_000);
afterAll(async () => await place?.stop());

test('the secretary convenes a session of the review and opens it with those present (§三(二))', async () => {
  const { page, context, complaints } = await place.open(`${desk}/review`, { as: 'secretary', size: 'desk' });
  await shot(page, 'review-sessions');
  await page.getByRole('button', { name: '召集初评会议' }).click();
  await page.getByRole('heading', { name: '2026年3月初评' }).waitFor();
  session = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  // Two of four are too few: the rule says so, and what was ticked stays.
  await page.locator('.ticks', { hasText: '—' }).waitFor({ state: 'detached' });
  const two = (await page.locator('.ticks .tick').allTextContents()).slice(0, 2);
  for (const name of two) await page.getByRole('checkbox', { name }).uncheck();
  await page.getByRole('button', { name: '开始初评' }).click();
  await page.getByText('至少 3 人到会才能初评').waitFor();
  expect(await page.locator('.ticks input:checked').count()).toBe(2);
  await shot(page, 'review-opening');
  for (const name of two) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: '开始初评' }).click();
  await page.locator('.deciders').waitFor();
  expect((await follow(await place.signIn('secretary'))).session.state).toBe('open');
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
  await context.close();
});

test('who is barred from a line stands there as 回避 and cannot be ticked, and why is told for a relative', async () => {
  const line = await lineOf('D012');
  const { page, context } = await place.open(`${desk}/review/${session}`, { as: 'secretary', size: 'desk' });
  await page.locator('.rows li', { hasText: '程守业' }).first().locator('.row-button').click();
  await page.locator('#line-heading', { hasText: '程守业' }).waitFor();
  const barred = page.locator(`[data-barred="${ids.get('D002')}"]`);
  expect(await barred.textContent()).toContain('回避');
  expect(await barred.textContent()).toContain('近亲属');
  expect(await barred.locator('input').count()).toBe(0);
  expect(line.deciders).not.toContain(ids.get('D002'));
  await shot(page, 'review-line');
  await context.close();
});

test('a reporter’s recusal has no reason, neither on the page nor in an answer (product §3.3, §3.4)', async () => {
  const seen = await follow(await place.signIn('secretary'));
  const line = seen.lines.find(({ origin }) => origin === 'report');
  expect(line?.barred).toEqual([{ person: ids.get('D003') }]);
  expect(JSON.stringify(line)).not.toContain('declarant');
  expect(JSON.stringify(seen.session)).not.toContain('stepped');
  const { page, context } = await place.open(`${desk}/review/${session}`, { as: 'secretary', size: 'desk' });
  await page.locator('.rows li', { hasText: '承担急难险重任务' }).locator('.row-button').click();
  const barred = page.locator(`[data-barred="${ids.get('D003')}"]`);
  await barred.waitFor();
  await expect.poll(async () => (await barred.textContent())?.replace('彭立新', '')).toBe('回避');
  await shot(page, 'review-report');
  await context.close();
});

test('whoever steps back reads 回避 without a reason, to others and in the answer', async () => {
  const line = await lineOf('D017');
  const { page, context } = await place.open(`${desk}/review/${session}`, {
    as: await place.member('D002'),
    size: 'phone',
  });
  await page
    .locator('.rows li', { hasText: (await nameOf('D017')) ?? '' })
    .first()
    .locator('.row-button')
    .click();
  await page.getByRole('button', { name: '我要回避' }).click();
  await page.locator(`[data-barred="${ids.get('D002')}"]`).waitFor();
  await page.getByText('您回避这一项').waitFor();
  expect(await page.getByRole('button', { name: '认定', exact: true }).isDisabled()).toBe(true);
  await shot(page, 'review-phone-stepped-back');
  const now = (await follow(await place.signIn('secretary'))).lines.find(({ id }) => id === line.id);
  expect(now?.barred).toEqual([{ person: ids.get('D002') }]);
  await context.close();
});

async function nameOf(code: string): Promise<string | undefined> {
  const { members } = await answer<AnswerOf<'member.list'>>(
    await place.signIn('secretary'),
    `member/list?branch=${place.branch}`,
  );
  return members.find((one) => one.code === code)?.name;
}

test('a line cannot be declined without a reason: the rule stands beside the field, and what was written stays', async () => {
  const name = (await nameOf('D020')) ?? '';
  const { page, context } = await place.open(`${desk}/review/${session}`, { as: 'secretary', size: 'desk' });
  await page.locator('.rows li', { hasText: name }).first().locator('.row-button').click();
  await page.locator('#line-heading', { hasText: name }).waitFor();
  await page.keyboard.press('d');
  await page.getByLabel('理由').press('Enter');
  const wrong = page.locator('.verdict-form .field.wrong .problem');
  await wrong.waitFor();
  // Now the line was taken up; a letter typed in the field is a letter.
  await page.getByLabel('理由').pressSequentially('a jade');
  expect(await page.getByLabel('理由').inputValue()).toBe('a jade');
  await reload(page);
  await page.locator('button[data-key="d"]:enabled').waitFor();
  await page.keyboard.press('d');
  expect(await page.getByLabel('理由').inputValue()).toBe('a jade');
  await page.getByLabel('理由').fill('请假条已补交，不计缺席');
  await page.getByLabel('理由').press('Enter');
  await page.getByText('不予认定：').first().waitFor();
  const line = await lineOf('D020', 'declined');
  expect(line.decision?.reason).toBe('请假条已补交，不计缺席');
  // U takes it back.
  await page.keyboard.press('u');
  await page.getByText('已撤销，请重新决定。').waitFor();
  await page.locator('#line-heading', { hasText: name }).waitFor();
  expect((await lineOf('D020', 'in-review')).decision).toBeUndefined();
  // While the next decision is on its way nothing is taken back, least of all the one before it.
  await page.locator('button[data-key="a"]:enabled').waitFor();
  await page.keyboard.press('a');
  await page.locator('button[data-key="u"]:enabled').waitFor();
  const release = await holding(page, '**/api/v1/review/accept');
  await page.locator('button[data-key="a"]:enabled').waitFor();
  await page.keyboard.press('a');
  await page.locator('button[data-key="u"]:disabled').waitFor();
  await page.keyboard.press('u');
  release();
  await page.locator('button[data-key="u"]:enabled').waitFor();
  const { lines } = await follow(await place.signIn('secretary'));
  expect(lines.filter(({ state }) => state === 'accepted')).toHaveLength(2);
  await context.close();
});

test('two at two browsers on one session: who comes second is told kindly and loses nothing', async () => {
  const name = (await nameOf('D008')) ?? '';
  const line = await lineOf('D008');
  const first = await place.open(`${desk}/review/${session}`, { as: 'secretary', size: 'desk' });
  const row = first.page.locator('.rows li', { hasText: name }).first().locator('.row-button');
  await row.click();
  await first.page.locator('#line-heading', { hasText: name }).waitFor();
  await first.page.keyboard.press('d');
  await first.page.getByLabel('理由').fill('签到表上没有');
  const other = await place.member('D002');
  const { branch } = place;
  const taken = await answer<{ revision: number }>(
    other,
    'review/take',
    { branch, id: line.id, review: session },
    line.revision,
  );
  await first.page.getByLabel('理由').press('Enter');
  // Either the page had heard of it meanwhile, or it is told that something has changed; the reason stays and can be sent again.
  const told = first.page.locator('.line-card .problem', { hasText: '已有变动' });
  const done = first.page.getByText('不予认定：').first();
  await told.or(done).first().waitFor();
  if (await told.isVisible()) {
    expect(await first.page.getByLabel('理由').inputValue()).toBe('签到表上没有');
    await first.page.getByLabel('理由').press('Enter');
    await done.waitFor();
  }
  const seen = (await follow(other)).lines.find(({ id }) => id === line.id);
  expect(seen?.state).toBe('declined');
  expect(seen?.revision).toBeGreaterThan(taken.revision);
  await first.context.close();
});

test('the review has no violation of axe and no scrolling sideways, in both languages and sizes', async () => {
  for (const path of [`${desk}/review`, `${desk}/review/${session}`])
    expect(await faultsOf(place, path, { as: 'secretary', name: `review-${path.split('/').length}` })).toEqual([]);
});

test('a whole month is reviewed by keyboard alone, at hardly more than a key a line (§三(二))', async () => {
  const before = (await follow(await place.signIn('secretary'))).lines;
  const secretary = ids.get('D001') ?? '';
  const { page, context } = await place.open(`${desk}/review/${session}`, { as: 'secretary', size: 'desk' });
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys++;
    await page.keyboard.press(key);
  };
  const heading = async (): Promise<string> => (await page.textContent('.line-card > .soft')) ?? '';
  const mine = before.filter(
    ({ here, state, not, barred }) =>
      (here || (state === 'submitted' && not === undefined)) && !barred.some(({ person }) => person === secretary),
  );
  expect(await heading()).toContain(`第${before.findIndex((line) => line.id === mine[0]?.id) + 1}项`);
  for (let done = 0; done < mine.length; ) {
    const accept = page.locator('button[data-key="a"]:not(:disabled)');
    const was = [await heading(), await page.getAttribute('.sitting-top progress', 'value')];
    const decides = (await accept.count()) > 0;
    await press(decides ? 'a' : 'j');
    if (decides) done++;
    await page.waitForFunction(
      ([line, count]) =>
        document.querySelector('.line-card > .soft')?.textContent !== line ||
        document.querySelector('.sitting-top progress')?.getAttribute('value') !== count,
      was,
    );
    await page.waitForFunction(() => document.querySelector('.verdicts, .result, .waits-note') !== null);
  }
  const after = (await follow(await place.signIn('secretary'))).lines;
  const left = after.filter(({ state }) => state === 'submitted' || state === 'in-review');
  // What is left the secretary may not decide.
  expect(left.filter(({ barred }) => !barred.some(({ person }) => person === secretary))).toEqual([]);
  expect(before.length).toBeGreaterThan(60);
  expect(keys).toBeLessThan(before.length * 1.2);
  await shot(page, 'review-done');
  await context.close();
}, 300_000);
