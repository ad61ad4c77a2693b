import { expect } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { asks, type Hand, ownLines, until } from './hands.ts';
import type { Place } from './place.ts';
import type { Six } from './six-september.ts';

type Sitting = NonNullable<AnswerOf<'assembly.follow'>['sitting']>;

/** The meeting as it stands. */
export async function sittingOf({ place, secretary }: Six): Promise<Sitting> {
  const answer = await asks<{ sitting: Sitting }>(place, secretary, `assembly/follow?branch=${place.branch}`);
  return answer.sitting;
}

/** The secretary convenes a session of the review, opens it with all who came, and goes through it by keyboard. */
export async function review({ desk, secretary }: Six, month: string): Promise<void> {
  const { page } = secretary;
  await secretary.go(desk);
  await secretary.keep(`rev-${month}-1-work`);
  await page.locator('[data-kind=review-ready]').first().getByRole('link', { name: '去办理' }).click();
  await page.getByLabel('初评哪个月').selectOption({ label: month });
  await secretary.press('召集初评会议');
  await page.getByRole('heading', { name: `${month}初评` }).waitFor();
  await secretary.press('开始初评');
  await page.locator('.line-card').waitFor();
  await secretary.keep(`rev-${month}-2-first`);
  const progress = page.locator('.sitting-top progress');
  const done = async (): Promise<number> => Number(await progress.getAttribute('value'));
  const all = Number(await progress.getAttribute('max'));
  for (let turn = 0; turn < 2 * all && (await done()) < all; turn++) {
    const before = [await page.textContent('.line-card > .soft'), await done()].join();
    const may = await page.locator('button[data-key="a"]').isEnabled();
    await page.keyboard.press(may ? 'a' : 'j');
    await until(async () => [await page.textContent('.line-card > .soft'), await done()].join() !== before);
  }
  await secretary.keep(`rev-${month}-3-last`);
  await secretary.press('结束会议');
  await secretary.see('初评会议已结束。');
}

/** Closes a month on the page of months. */
export async function closeMonth({ desk, secretary }: Six, ...months: readonly string[]): Promise<void> {
  await secretary.go(`${desk}/months`);
  const { page } = secretary;
  const year = months[0]?.slice(0, 4) ?? '';
  await page.getByLabel('年度', { exact: true }).selectOption(year);
  for (const month of months) {
    await page.locator(`[data-month="${month}"]`).getByRole('button', { name: '关闭' }).click();
    await secretary.see(`${year}年${Number(month.slice(5))}月已关闭，初评结果已固定。`);
  }
  await secretary.keep(`months-${months.at(-1)}`);
}

/** The secretary convenes the general meeting of a quarter. */
export async function convene({ place, secretary }: Six, day: string, where: string): Promise<void> {
  await secretary.go(`/meeting/${place.branch}`);
  const { page } = secretary;
  const form = page.locator('details.convene');
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
  await secretary.write('开会日期', day);
  await secretary.write('地点', where);
  await secretary.keep(`meet-${day}-0-convene`);
  await secretary.press('召集会议');
  await secretary.see('会议已召集。');
}

/** Votes with a press on one's own phone, and the password. */
async function cast(hand: Hand, choice: RegExp, picture?: string): Promise<void> {
  await hand.page.getByRole('radio', { name: choice }).check();
  if (picture) await hand.keep(picture);
  await hand.page.locator('.ballot button[type=submit]').click();
  await hand.vouch();
}

/** The roll, and whoever is not there; then the chair opens the meeting. */
export async function takeRoll(six: Six, absent: readonly string[]): Promise<void> {
  const { place, secretary, recorder } = six;
  const { meeting } = await sittingOf(six);
  for (const hand of [recorder, secretary]) await hand.go(`/meeting/${place.branch}/${meeting.id}`);
  await recorder.press('确定应到名单');
  await recorder.press('全部到会');
  for (const name of absent) {
    await recorder.page.getByRole('searchbox').fill(name);
    await recorder.page.locator('.found', { hasText: name }).waitFor();
    await recorder.page.keyboard.press('Enter');
  }
  await recorder.press(/^登记到会/);
  await recorder.keep(`meet-${meeting.day}-1-roll`);
  await secretary.press('宣布开会');
}

/** All of the hall that is not among the six, each on a phone of their own. */
export type Hall = (motion: string, revision: number) => Promise<number>;

/** The contested line is voted on telephones: the member votes on hers, the one whom it concerns is told that she does not. */
export async function voteOnScreen(six: Six, hall: Hall): Promise<void> {
  const { secretary, recorder, member, elder, committee } = six;
  await secretary.page.getByRole('radio', { name: '手机无记名投票' }).check();
  await secretary.keep('meet-2-contested');
  await secretary.press('提出第1项，通报并开始表决');
  await member.go('/my/meeting');
  await elder.go('/my/meeting?lang=en');
  await committee.go('/my/meeting');
  await elder.keep('meet-3-own');
  expect(await elder.page.locator('.ballot').count()).toBe(0);
  await cast(member, /反对/, 'meet-4-vote');
  await cast(committee, /赞成/);
  await member.see('您已投票。计票后公布结果。');
  const { motions } = await sittingOf(six);
  const motion = motions.find(({ state }) => state === 'open');
  const noes = await hall(motion?.id ?? '', motion?.revision ?? 0);
  await recorder.see(`已投${noes + 2}票`);
  await recorder.keep('meet-5-count');
  await recorder.press('计票');
  await recorder.vouch();
  await secretary.see(/第1项：赞成/);
}

/** The rest is voted by hands; then closing, minutes with both signatures, and the sealed register. */
export async function finish(six: Six, picture: string): Promise<void> {
  const { secretary, recorder } = six;
  await secretary.page.getByRole('radio', { name: '举手' }).check();
  await secretary.press(/^提出其余\d+项/);
  await recorder.see('正在表决：其余事项');
  await recorder.keep(`${picture}-6-rest`);
  await recorder.press('计票');
  // The password is asked for once a meeting and page.
  const asked = async (): Promise<boolean> => await recorder.page.getByRole('dialog').isVisible();
  const over = async (): Promise<boolean> => await secretary.page.getByRole('button', { name: '宣布散会' }).isVisible();
  await until(async () => (await asked()) || (await over()));
  if (await asked()) await recorder.vouch();
  await secretary.press('宣布散会');
  await recorder.press('起草会议记录');
  await recorder.see('记录人未签字');
  await recorder.keep(`${picture}-7-minutes`);
  await recorder.press('签字');
  await secretary.see('记录人已签字');
  await secretary.press('签字');
  await recorder.press('填写登记表');
  await recorder.press('封存登记表');
  await recorder.vouch();
  await recorder.see('登记表已封存');
  await secretary.see('去起草公示');
  await secretary.keep(`${picture}-8-end`);
}

/** Eighteen others of the hall vote against what nobody can show; each has a sign-in of their own. */
export function hallOf(place: Place, codes: readonly string[], choice: 'aye' | 'no'): Hall {
  return async (id, revision) => {
    const signs = await Promise.all(codes.map(async (code) => await place.member(code)));
    for (const [at, sign] of signs.entries()) {
      const headers = { 'x-password': encodeURIComponent(`登录的一句话${codes[at]}`), 'if-match': `"${revision}"` };
      const answer = await place.api(sign, 'motion/cast', { branch: place.branch, id, choice }, headers);
      expect(answer.status, await answer.clone().text()).toBe(200);
    }
    return codes.length;
  };
}

/** A line of somebody’s own. */
export async function lineOf(place: Place, hand: Hand, item: string, day: string): Promise<Line> {
  const line = (await ownLines(place, hand)).find(({ fact }) => fact.item === item && fact.day === day);
  if (!line) throw new Error(`no line of ${item}`);
  return line;
}

type Line = AnswerOf<'declaration.list'>['rows'][number];
