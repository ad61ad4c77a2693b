import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { passwordOf } from './meeting-operator.ts';
import type { Place } from './place.ts';

/** A general meeting that is open, and how many are there. */
export type Held = { readonly id: string; readonly present: number };

type Sitting = NonNullable<AnswerOf<'assembly.follow'>['sitting']>;

async function sittingOf(place: Place, id: string): Promise<Sitting> {
  const as = await place.signIn('secretary');
  const answer = await place.api(as, `assembly/follow?branch=${place.branch}&id=${id}`);
  return ((await answer.json()) as { sitting: Sitting }).sitting;
}

async function act(place: Place, role: 'secretary' | 'recorder', path: string, body: object, revision?: number) {
  const as = await place.signIn(role);
  const headers = revision === undefined ? {} : { 'if-match': `"${revision}"` };
  const answer = await place.api(as, path, { branch: place.branch, ...body }, headers);
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as { id: string; revision: number };
}

/** Convenes and opens a general meeting of whoever is on the roll; who votes, puts and counts is what a test does by pages. */
export async function holdMeeting(place: Place, day: string): Promise<Held> {
  const chair = (await place.signIn('secretary')).who.person;
  const recorder = (await place.signIn('recorder')).who.person;
  const { id } = await act(place, 'secretary', 'assembly/convene', {
    day,
    place: '二楼会议室',
    chair,
    recorder,
    items: ['民主评议和组织处置'],
  });
  const now = async (): Promise<number> => (await sittingOf(place, id)).meeting.revision;
  await act(place, 'recorder', 'assembly/freeze', { id }, await now());
  const present = (await sittingOf(place, id)).roll.lines
    .filter(({ entitled }) => entitled)
    .map(({ member }) => member);
  await act(place, 'recorder', 'assembly/attend', { id, present, leave: [] }, await now());
  await act(place, 'secretary', 'assembly/open', { id }, await now());
  return { id, present: present.length };
}

/** Leads the motion that waits by the runner's page: the secretary opens its vote, the recorder counts it; all vote aye. */
export async function passMotion(place: Place, { id }: Held): Promise<void> {
  const path = `/meeting/${place.branch}/${id}`;
  const secretary = await place.open(path, { as: 'secretary', size: 'desk' });
  for (;;) {
    const { next } = await sittingOf(place, id);
    if (next.step === 'count') break;
    const told = next.step === 'tell-outcomes' || next.step === 'report-outcome';
    await secretary.page.getByRole('button', { name: told ? /通报/ : /开始表决/ }).click();
    await secretary.page.locator('.working').waitFor({ state: 'detached' });
  }
  await secretary.context.close();
  const recorder = await place.open(path, { as: 'recorder', size: 'desk' });
  await recorder.page.getByRole('button', { name: '计票', exact: true }).click();
  await confirm(place, recorder.page, 'recorder');
  await expect
    .poll(async () => (await sittingOf(place, id)).motions.every(({ state }) => state === 'counted'))
    .toBe(true);
  await recorder.context.close();
}

/** Answers the question for the password of a demonstration account. */
export async function confirm(place: Place, page: Page, role: Parameters<typeof passwordOf>[1]): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await page.getByRole('textbox', { name: '密码' }).fill(passwordOf(place, role));
  await page.getByRole('button', { name: '确认办理' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
