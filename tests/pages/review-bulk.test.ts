import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { openPlace, type Place, reload, shot } from './place.ts';

let place: Place;

async function made(path: string, body: object, revision?: number): Promise<{ id: string; revision: number }> {
  const headers: Record<string, string> = revision === undefined ? {} : { 'if-match': `"${revision}"` };
  const response = await place.api(await place.signIn('secretary'), path, body, headers);
  return (await response.json()) as { id: string; revision: number };
}

beforeAll(async () => {
  place = await openPlace({ until: '2026-01-30' });
}, 300_000);
afterAll(async () => await place?.stop());

test('thirty lines are accepted in one press, each by those who may decide it (§三(二))', async () => {
  const { branch } = place;
  const secretary = await place.signIn('secretary');
  const { members } = (await (
    await place.api(secretary, `member/list?branch=${branch}`)
  ).json()) as AnswerOf<'member.list'>;
  const id = (code: string): string => members.find((one) => one.code === code)?.id ?? '';
  const convened = await made('review/convene', { branch, month: '2026-01', day: '2026-01-30' });
  const present = ['D001', 'D002', 'D003', 'D004'].map(id);
  await made('review/open', { branch, id: convened.id, present }, convened.revision);
  const follow = async (): Promise<AnswerOf<'review.follow'>['lines']> =>
    (
      (await (
        await place.api(secretary, `review/follow?branch=${branch}&id=${convened.id}`)
      ).json()) as AnswerOf<'review.follow'>
    ).lines;
  const { page, context } = await place.open(`/desk/${branch}/review/${convened.id}`, { as: secretary, size: 'desk' });
  // A line on which somebody stands aside is among them: it is decided by the others alone.
  const before = await follow();
  const barred = before.find(({ subject, barred: aside }) => subject === id('D012') && aside.length > 0);
  expect(barred?.barred).toEqual([{ person: id('D002'), why: 'relative' }]);
  const boxes = page.locator('.rows input[type=checkbox]');
  await page
    .getByRole('checkbox', { name: /程守业/ })
    .first()
    .check();
  for (let at = 0; (await page.locator('.rows input:checked').count()) < 30; at++) await boxes.nth(at).check();
  await shot(page, 'review-bulk-ticked');
  await page.getByRole('button', { name: '一并认定选中的30项' }).click();
  await page.getByText('正在认定：已办').waitFor();
  await page.getByText('已认定30项。').waitFor();
  await shot(page, 'review-bulk-done');
  const after = await follow();
  const accepted = after.filter(({ state }) => state === 'accepted');
  expect(accepted).toHaveLength(30);
  for (const line of accepted) {
    expect(line.decision?.ayes.length).toBeGreaterThanOrEqual(2);
    expect(line.decision?.ayes).toEqual(line.deciders);
    for (const { person } of line.barred) expect(line.decision?.ayes).not.toContain(person);
  }
  // All that nobody contests or stands aside for are ticked in one press.
  await page.getByRole('button', { name: /^选中无异议/ }).click();
  const ticked = await page.locator('.rows input:checked').count();
  expect(ticked).toBe(
    after.filter(({ state, not, barred: aside }) => state === 'submitted' && not === undefined && aside.length === 0)
      .length,
  );
  await context.close();
});

test('the keys can be switched off, and stay off after a reload', async () => {
  const { branch } = place;
  const { rows } = (await (
    await place.api(await place.signIn('secretary'), `review/list?branch=${branch}`)
  ).json()) as AnswerOf<'review.list'>;
  const { page, context } = await place.open(`/desk/${branch}/review/${rows[0]?.id}`, {
    as: 'secretary',
    size: 'desk',
  });
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('提交党员大会').waitFor();
  await shot(page, 'review-keys');
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: '使用快捷键' }).uncheck();
  await reload(page);
  expect(await page.getByRole('checkbox', { name: '使用快捷键' }).isChecked()).toBe(false);
  const heading = await page.textContent('#line-heading');
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  expect(await page.textContent('#line-heading')).toBe(heading);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await context.close();
});

test('a deduction of five points waits for a second person, who confirms it on the same page (trust §2.5)', async () => {
  const { branch } = place;
  const [proposer, subject] = [await place.member('D003'), await place.member('D010')];
  type Answer = { id: string; revision: number; state: string };
  const done = async (as: typeof proposer, path: string, body: object, revision?: number): Promise<Answer> => {
    const response = await place.api(as, path, body, revision === undefined ? {} : { 'if-match': `"${revision}"` });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Answer;
  };
  const fact = { item: 'DD2-师德', day: '2026-01-20', points: -50_000, ref: '一月值周记录' };
  const line = await done(proposer, 'review/propose', { branch, subject: subject.who.person, fact });
  const hearing = await done(proposer, 'hearing/serve', { branch, line: line.id });
  await done(subject, 'hearing/answer', { branch, id: hearing.id, answer: 'accept' }, hearing.revision);
  await done(proposer, 'review/serve', { branch, id: line.id }, line.revision);
  const { rows } = (await (
    await place.api(await place.signIn('secretary'), `review/list?branch=${branch}`)
  ).json()) as AnswerOf<'review.list'>;
  const path = `/desk/${branch}/review/${rows[0]?.id}`;
  const first = await place.open(path, { as: 'secretary', size: 'desk' });
  await first.page.locator('.rows li', { hasText: '师德失范' }).locator('.row-button').click();
  await first.page.getByText('须另一名同志确认').waitFor();
  await first.page.getByRole('button', { name: '认定', exact: true }).click();
  await first.page.getByText('还需另一人确认').waitFor();
  await first.context.close();
  const second = await place.open(path, { as: await place.member('D002'), size: 'phone' });
  await second.page.locator('.rows li', { hasText: '师德失范' }).locator('.row-button').click();
  await second.page.getByText('等待另一名同志确认').waitFor();
  await shot(second.page, 'review-second');
  await second.page.getByRole('button', { name: '确认无误' }).click();
  await second.page.getByText('已确认。').waitFor();
  const { lines } = (await (
    await place.api(await place.signIn('secretary'), `review/follow?branch=${branch}&id=${rows[0]?.id}`)
  ).json()) as AnswerOf<'review.follow'>;
  const decided = lines.find(({ id }) => id === line.id);
  expect(decided?.state).toBe('accepted');
  expect(decided?.decision?.second).toBe((await place.member('D002')).who.person);
  await second.context.close();
});
