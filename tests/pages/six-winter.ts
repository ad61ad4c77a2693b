import { expect } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { asks, turn } from './hands.ts';
import { post } from './six-notice.ts';
import { closeMonth, convene, finish, review, sittingOf, takeRoll } from './six-october.ts';
import type { Six } from './six-september.ts';

/** The finding on which a veto rested was withdrawn: the secretary lifts it, a second person confirms. */
export async function lift({ desk, secretary, committee }: Six): Promise<void> {
  await secretary.go(`${desk}/deductions`);
  await secretary.page.locator('summary', { hasText: '解除否决' }).click();
  await secretary.write('撤销认定的文书', '演示镇纪委镇纪〔2026〕9 号撤销镇纪〔2026〕5 号');
  await secretary.keep('win-1-lift');
  await secretary.press('解除否决');
  await secretary.vouch();
  await secretary.see('还需另一人确认后生效');
  await committee.go(desk);
  await committee.keep('win-2-second');
  await committee.page.locator('[data-kind=second-confirm]').getByRole('button', { name: '确认' }).click();
  await committee.vouch();
  await committee.see('已确认：');
}

/** The last quarter: one more line of the member, the months closed, the meeting told of what came of objection and appeal. */
export async function lastQuarter(six: Six): Promise<void> {
  const { place, member, secretary, recorder } = six;
  await turn(place, '2026-12-21');
  await member.go('/my/declare');
  await member.press(/^家访和结对帮扶学生/);
  await member.write('发生日期', '2026-12-20');
  await member.press('提交');
  await member.see('已提交：家访和结对帮扶学生');
  await turn(place, '2027-01-04');
  // December is confirmed and reviewed in January.
  await member.go('/my');
  await member.page.getByRole('region', { name: '2026年12月' }).getByRole('button').click();
  await member.see('已确认2026年12月');
  await closeMonth(six, '2026-10', '2026-11');
  await review(six, '2026年12月');
  await closeMonth(six, '2026-12');
  await convene(six, '2027-01-07', '阶梯教室');
  await turn(place, '2027-01-07');
  await takeRoll(six, ['柳明辉']);
  await secretary.see('主题党日按次计分');
  await secretary.see('计分不变');
  await secretary.keep('win-3-outcomes');
  await secretary.press('已向大会通报');
  await finish(six, 'win');
  const { quarter, register } = await sittingOf(six);
  expect([quarter?.state, register?.state]).toEqual(['determined', 'sealed']);
  await recorder.go(`/desk/${place.branch}/registers`);
  await recorder.keep('win-9-registers');
}

/** The year is previewed by the recorder, looked at, sealed by the secretary, and posted; its filing is drafted. */
export async function settle(six: Six): Promise<void> {
  const { desk, secretary, recorder } = six;
  await recorder.go(`${desk}/year`);
  await recorder.page.getByLabel('年度', { exact: true }).selectOption('2026');
  await recorder.press('预览年度积分');
  await recorder.see('已预览年度积分。');
  await recorder.keep('year-1-preview');
  await secretary.go(`${desk}/year`);
  await secretary.page.getByLabel('年度', { exact: true }).selectOption('2026');
  await secretary.press('封存年度积分');
  await secretary.vouch();
  await secretary.see('年度积分已封存。');
  await secretary.keep('year-2-sealed');
  await post(six, '2026', /2026年.*年度积分公示/);
  await secretary.go(`${desk}/year`);
  await secretary.page.getByLabel('年度', { exact: true }).selectOption('2026');
  await secretary.press('起草备案');
  await secretary.see('备案已起草。');
}

/** The filing goes up, comes back with a line named, is stood by, and is approved under a number. */
export async function fileYear(six: Six): Promise<void> {
  const { place, desk, secretary, superior, member } = six;
  const { page } = superior;
  const year = async (): Promise<void> => {
    await secretary.go(`${desk}/year`);
    await secretary.page.getByLabel('年度', { exact: true }).selectOption('2026');
  };
  await year();
  await secretary.press('报送上级');
  await secretary.vouch();
  await secretary.see('已报送上级。');
  await superior.go('/above');
  await superior.keep('file-1-above');
  await superior.follow('去办理');
  await page.getByLabel('先选党员，再查阅其事项').selectOption({ label: member.sign.who.name });
  await superior.press(/^查阅.*的事项$/);
  await page.getByRole('dialog').getByRole('button', { name: '写入记录并查阅' }).click();
  await superior.see('请写明查阅理由。');
  await page.getByRole('dialog').getByLabel('查阅理由').fill('核对十二月的家访');
  await page.getByRole('dialog').getByRole('button', { name: '写入记录并查阅' }).click();
  await page.locator('li', { hasText: '2026年12月20日' }).getByRole('checkbox', { name: '指明这一项' }).check();
  await superior.write('退回理由', '十二月二十日是星期日，请核对家访日期。');
  await superior.keep('file-2-return');
  await superior.press('退回支部');
  await superior.vouch();
  await superior.see('已退回支部。');
  await year();
  await secretary.keep('file-3-returned');
  await secretary.page.getByRole('checkbox', { name: '坚持原结果' }).check();
  await secretary.press('重新报送');
  await secretary.vouch();
  await secretary.see('已报送上级。');
  await superior.go('/above/filings');
  await superior.follow('查看');
  await superior.see('支部坚持原结果的事项：1项');
  await superior.write('批准文号', '演镇组备〔2027〕3 号');
  await superior.press('批准备案');
  await superior.vouch();
  await superior.see('已批准备案。');
  await superior.press('归档');
  await superior.vouch();
  await superior.see('备案已归档。');
  await superior.keep('file-4-archived');
  const { matters } = await asks<AnswerOf<'filing.show'>>(place, secretary, `filing/show?branch=${place.branch}`);
  expect(matters.map(({ state }) => state)).toContain('archived');
}

/** The appraisal opens only now; the member writes about herself. */
export async function appraise(six: Six): Promise<void> {
  const { desk, secretary, member } = six;
  await secretary.go(`${desk}/appraisal`);
  await secretary.keep('appr-1-before');
  await secretary.press('开始民主评议');
  await secretary.see('民主评议已开始，请党员自评。');
  await member.go('/my');
  await member.follow('请写个人自评');
  await member.write(/个人自评/, '全年参加主题党日和家访，明年多讲一次微党课。');
  await member.keep('appr-2-self');
  await member.press('提交自评');
  await member.see('自评已提交');
}
