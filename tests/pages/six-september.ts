import { expect } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { asks, counted, type Hand, joins, ofRole, ownLines } from './hands.ts';
import type { Place } from './place.ts';

/** The six people of the story, each in a browser of their own. */
export type Six = {
  readonly place: Place;
  readonly desk: string;
  /** 郑佩文, a member with a phone. */
  readonly member: Hand;
  /** 袁淑珍, retired, with a phone in large letters. */
  readonly elder: Hand;
  /** 沈维忠, secretary, at a desk. */
  readonly secretary: Hand;
  /** 邓春梅, committee member, who also verifies what is reported, at a desk. */
  readonly committee: Hand;
  /** 余小芹, recorder of points, at a desk. */
  readonly recorder: Hand;
  /** Who handles filings and appeals above the branch, at a desk. */
  readonly superior: Hand;
};

/** What nobody but the verifier may read: who reported. */
export const REPORTER = '郑佩文';

/** The secretary issues three slips; two members and a committee member join with them, each on their own device. */
export async function gather(place: Place): Promise<Six> {
  const desk = `/desk/${place.branch}`;
  const secretary = await ofRole(place, 'secretary', 'secretary', `${desk}/slips`);
  const { page } = secretary;
  for (const code of ['D017', 'D021', 'D004']) await page.getByRole('checkbox', { name: new RegExp(code) }).check();
  await secretary.press('发登录单（3人）');
  await secretary.see('登录单已经发放，请现在打印。');
  await secretary.keep('sep-1-slips');
  const code = async (name: string): Promise<string> =>
    (await page.locator('.slip-sheet > li').filter({ hasText: name }).locator('.code').nth(1).textContent()) ?? '';
  const [member, elder, committee] = [
    await joins(place, {
      name: 'member',
      code: await code('郑佩文'),
      size: 'phone',
      password: '早读课上一起念一首小诗',
    }),
    await joins(place, { name: 'elder', code: await code('袁淑珍'), size: 'phone', password: '老校门口的那棵大樟树' }),
    await joins(place, {
      name: 'committee',
      code: await code('邓春梅'),
      size: 'desk',
      password: '窗外的桂花开了两次了',
    }),
  ];
  const recorder = await ofRole(place, 'recorder', 'recorder', desk);
  const superior = await ofRole(place, 'superior', 'superior', '/above');
  // Printed, the codes are handed over and stand nowhere any more.
  await page.pdf();
  await secretary.press('已交给本人，收起');
  return { place, desk, member, elder, secretary, committee, recorder, superior };
}

/** The recorder enters one event for four members with one sentence, and reads it back to the two who are in the room. */
export async function enterBySentence({ desk, recorder, member }: Six): Promise<void> {
  await recorder.go(`${desk}/batch`);
  await recorder.write('写一句话', '郑佩文 ysz 龚少华 熊婉清 9月11日 主题党日');
  await recorder.press('读取');
  await recorder.keep('sep-2-batch');
  await recorder.press('录入4项');
  await recorder.see('已录入4项，等待本人确认。');
  for (const name of ['龚少华', '熊婉清']) {
    const card = recorder.page.locator('.waiting-lines li', { hasText: name });
    await card.getByRole('checkbox').check();
    await card.getByRole('button', { name: '代为确认' }).click();
    await recorder.see(`已代为确认：${name}`);
  }
  await recorder.keep('sep-3-read-back');
  // What was entered for her stands in her month, and one press confirms all of it.
  await member.go('/my');
  await member.keep('sep-4-home');
  await member.press('本月没有补充，也没有异议');
  await member.see('已确认2026年9月');
}

/** A member declares in three presses, from the home of her phone. */
export async function declare({ place, member }: Six): Promise<void> {
  const presses = await counted(member);
  await member.follow('申报');
  await member.press(/^家访和结对帮扶学生/);
  await member.press('提交');
  await member.see('已提交：家访和结对帮扶学生');
  expect(await presses()).toBeLessThanOrEqual(3);
  await member.keep('sep-5-declared');
  expect((await ownLines(place, member)).filter(({ state }) => state === 'submitted')).toHaveLength(2);
}

/** She reports what another member did; the other is told, and answers in large letters and in English. */
export async function report({ desk, member, elder, secretary, committee, recorder }: Six): Promise<void> {
  await member.go('/my/more');
  await member.follow('反映其他党员的事项');
  await member.write('按姓名、拼音或编号查找', 'ysz');
  await member.page.getByRole('radio', { name: '袁淑珍' }).check();
  await member.write('按事项名称查找', '党课');
  await member.press(/^讲党课、微宣讲/);
  await member.write('发生日期', '2026-09-11');
  await member.write('凭据', '九月十一日主题党日签到表');
  await member.write('说明', '老党员讲传统，讲了一个小时，大家都爱听。');
  await member.keep('sep-6-report');
  await member.press('提交');
  await member.see('已提交反映：讲党课、微宣讲');
  const { page } = elder;
  await elder.go('/my');
  await page.getByLabel('字号').selectOption('bigger');
  await elder.follow('English');
  await elder.keep('sep-7-elder-home');
  await elder.follow('A matter concerns you; please answer');
  await elder.see('This was reported by a member.');
  await elder.keep('sep-8-elder-told');
  expect(await page.content()).not.toContain(REPORTER);
  await page.getByRole('radio', { name: 'It is correct' }).check();
  await elder.press('Answer');
  await elder.see('Answered: It is correct');
  // The verifier, and nobody else, is asked to verify it.
  for (const other of [secretary, recorder]) {
    await other.go(desk);
    expect(await other.page.locator('[data-kind=line-verify]').count()).toBe(0);
  }
  await committee.go(desk);
  await committee.keep('sep-9-work');
  await committee.page.locator('[data-kind=line-verify]').getByRole('button', { name: '核实属实' }).click();
  await committee.see('已核实，可以初评。');
}

/** The committee proposes a deduction and tells the member of it; she sees it otherwise, and sees who looked at hers. */
export async function deduct({ desk, committee, elder }: Six): Promise<void> {
  await committee.go(`${desk}/deductions`);
  await committee.page.locator('summary', { hasText: '提出一项扣分' }).click();
  await committee.write('按姓名、拼音或编号查找', '袁淑珍');
  await committee.page.getByRole('radio', { name: '袁淑珍' }).check();
  await committee.page.getByLabel('项目').selectOption({ label: '无故缺席组织生活' });
  await committee.write('日期', '2026-09-18');
  await committee.write(/^依据/, '九月十八日组织生活会签到表');
  await committee.write('事情经过', '签到表上没有名字，也没有请假条。');
  await committee.keep('sep-a-propose');
  await committee.press('提出一项扣分');
  await committee.press('告知本人');
  await committee.see('已告知本人。');
  await committee.keep('sep-b-told');
  await elder.go('/my?lang=en');
  await elder.follow('A matter concerns you; please answer');
  await elder.keep('sep-c-elder-told');
  await elder.page.getByRole('radio', { name: 'I disagree' }).check();
  await elder.press('Answer');
  await elder.see('Please say why you disagree.');
  await elder.write('In your words', '那天我在区医院复查，托刘桂芳同志请过假，病历可以查。');
  await elder.press('Answer');
  await elder.see('Answered: I disagree');
  await elder.go('/my/looked?lang=en');
  await elder.see('邓春梅');
  await elder.keep('sep-d-elder-looked');
  await committee.go(`${desk}/deductions`);
  await committee.see('那天我在区医院复查');
  await elder.go('/my?lang=en');
  await elder.press('Nothing to add, nothing to contest');
  await elder.see('is confirmed');
  await committee.press('提请初评');
  await committee.see('已提请初评。');
}

/** Neither an answer nor a page about the reported line says who reported it, to whomever (product §3.3). */
export async function nobodyReadsWhoReported({ place, desk, member, elder, ...office }: Six): Promise<void> {
  const line = (await ownLines(place, elder)).find(({ fact }) => fact.item === 'LZ-宣讲' && fact.day === '2026-09-11');
  const id = line?.id ?? '';
  const { person, name } = member.sign.who;
  for (const hand of [elder, office.secretary, office.recorder, office.committee]) {
    const shown = await (await place.api(hand.sign, `line/show?branch=${place.branch}&id=${id}`)).text();
    expect(shown).toContain(id);
    const list = await asks<AnswerOf<'declaration.list'>>(
      place,
      hand,
      `declaration/list?branch=${place.branch}&member=${elder.sign.who.person}&limit=500`,
    );
    const row = JSON.stringify(list.rows.find((one) => one.id === id));
    expect(shown + row).not.toContain(person);
    expect(shown + row).not.toContain(name);
    await hand.go(hand === elder ? `/my/line/${id}` : `${desk}/line/${id}`);
    await hand.see('由党员反映');
    expect(await hand.page.locator('main').textContent()).not.toContain(name);
    await hand.keep('end-line');
  }
}
