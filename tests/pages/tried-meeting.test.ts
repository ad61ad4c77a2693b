import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { passwordOf, see } from './meeting-operator.ts';
import { openPlace, type Place, reload, shot } from './place.ts';

type Sitting = NonNullable<AnswerOf<'assembly.follow'>['sitting']>;
type Role = 'secretary' | 'recorder';

let place: Place;

beforeAll(async () => {
  // The second quarter's meeting lapsed and is convened anew for the next day; a line of the first quarter waits.
  place = await openPlace({ until: '2026-07-14' });
}, 300_000);
afterAll(async () => await place?.stop());

async function sittingOf(id = ''): Promise<Sitting> {
  const as = await place.signIn('secretary');
  const answer = await place.api(as, `assembly/follow?branch=${place.branch}${id === '' ? '' : `&id=${id}`}`);
  return ((await answer.json()) as { sitting: Sitting }).sitting;
}

async function convene(day: string): Promise<string> {
  const [chair, recorder] = [await place.signIn('secretary'), await place.signIn('recorder')].map(
    ({ who }) => who.person,
  );
  const body = { branch: place.branch, day, place: '会议室', chair, recorder, items: ['学习'] };
  const answer = await place.api(await place.signIn('secretary'), 'assembly/convene', body);
  return ((await answer.json()) as { id: string }).id;
}

const open = async (role: Role, id: string): Promise<Page> =>
  (await place.open(`/meeting/${place.branch}/${id}`, { as: role, size: 'desk' })).page;

test('a meeting that was convened is cancelled with its reason (§三(三))', async () => {
  const id = await convene('2026-07-20');
  const page = await open('secretary', id);
  await page.locator('summary', { hasText: '取消会议' }).click();
  await page.getByRole('button', { name: '取消会议' }).click();
  await see(page, /理由|原因/);
  await page.getByLabel('取消的原因').fill('与镇里的会议冲突');
  await page.getByRole('button', { name: '取消会议' }).click();
  await expect.poll(async () => (await sittingOf(id)).meeting.state).toBe('cancelled');
  await see(page, '已取消');
  await shot(page, 'tried-cancelled');
});

test('without the quorum a meeting is recorded as lapsed, and its minutes are still written (§三(三))', async () => {
  const id = await convene('2026-07-14');
  const recorder = await open('recorder', id);
  await recorder.getByRole('button', { name: '确定应到名单' }).click();
  await see(recorder, '先按“全部到会”');
  const roll = await sittingOf(id);
  const present = roll.roll.lines
    .filter(({ entitled }) => entitled)
    .slice(0, 9)
    .map(({ member }) => member);
  const attended = await place.api(
    await place.signIn('recorder'),
    'assembly/attend',
    { branch: place.branch, id, present, leave: [] },
    { 'if-match': `"${roll.meeting.revision}"` },
  );
  expect(attended.status).toBe(200);
  await reload(recorder);
  await shot(recorder, 'tried-short');
  await recorder.getByRole('button', { name: '到会人数不足，记为流会' }).click();
  await expect.poll(async () => (await sittingOf(id)).meeting.state).toBe('lapsed');
  await recorder.getByRole('button', { name: '起草会议记录' }).click();
  await expect.poll(async () => (await sittingOf(id)).minutes !== undefined).toBe(true);
});

test('whoever always presses the main button comes to the sealed register and the sealed supplement sheet; outcomes are told and reported (product §3.6, §3.9)', async () => {
  await place.turnTo('2026-07-15');
  const id = (await sittingOf()).meeting.id;
  const pages = { secretary: await open('secretary', id), recorder: await open('recorder', id) };
  const taken: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    const { next } = await sittingOf(id);
    if (next.step === 'draft-notice' || next.step === 'done') break;
    taken.push(next.step);
    const page = pages[next.by];
    await press(page, next.step);
    const before = JSON.stringify(next);
    // A step may also go by itself after the one before it; then there is nothing left to press.
    for (let at = 0; at < 40 && JSON.stringify((await sittingOf(id)).next) === before; at++) {
      if (await page.getByRole('dialog').isVisible()) await ownPassword(page, next.by);
      await page.waitForTimeout(150);
    }
  }
  for (const step of ['tell-outcomes', 'draw-register', 'draw-supplement', 'seal-supplement'])
    expect(taken).toContain(step);
  const { next, meeting } = await sittingOf(id);
  expect(['draft-notice', 'done']).toContain(next.step);
  expect(meeting.state).toBe('closed');
  const registers = (await (
    await place.api(await place.signIn('recorder'), `register/show?branch=${place.branch}`)
  ).json()) as AnswerOf<'register.show'>;
  const sheets = registers.matters.filter(
    ({ noun, content }) => noun === 'register' && content['kind'] === 'supplement',
  );
  expect(sheets.map(({ state }) => state)).toEqual(['sealed']);
}, 180_000);

/** Presses what the step offers first. */
async function press(page: Page, step: string): Promise<void> {
  if (step === 'attend') {
    await page.getByRole('button', { name: '全部到会' }).click();
    await page.getByRole('button', { name: /登记到会/ }).click();
    return;
  }
  if (step === 'seal-supplement') {
    await page
      .getByRole('link', { name: /登记表/ })
      .last()
      .click();
    await page.getByRole('button', { name: '封存', exact: false }).first().click();
    return;
  }
  const card = page.locator(`[data-step="${step}"]`);
  await card.waitFor({ timeout: 4000 }).catch(() => undefined);
  await card
    .locator('button.main')
    .first()
    .click({ timeout: 3000 })
    .catch(() => undefined);
}

async function ownPassword(page: Page, role: Role): Promise<void> {
  await page.getByRole('textbox', { name: '密码' }).fill(passwordOf(place, role));
  await page.getByRole('button', { name: '确认办理' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
