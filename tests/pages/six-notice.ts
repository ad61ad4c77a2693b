import { expect } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { asks, type Hand, until } from './hands.ts';
import { stands } from './place.ts';
import { lineOf } from './six-october.ts';
import type { Six } from './six-september.ts';

type Notice = {
  readonly id: string;
  readonly state: string;
  readonly period: string;
  readonly content: { readonly code?: string };
};

/** The notice of a period as the branch keeps it. */
export async function noticeOf({ place, secretary }: Six, period: string): Promise<Notice> {
  const { matters } = await asks<{ matters: Notice[] }>(place, secretary, `notice/show?branch=${place.branch}`);
  const found = matters.findLast((one) => one.period === period);
  if (!found) throw new Error(`no notice of ${period}`);
  return found;
}

/** The secretary drafts the notice, another reviews its content, and the secretary posts it. */
export async function post(six: Six, period: string, name: RegExp): Promise<void> {
  const { desk, secretary, committee } = six;
  await secretary.go(`${desk}/notices`);
  await secretary.page.getByLabel(name).check();
  await secretary.write('公示说明', '有意见请在公示期内向支委会反映，也可以直接向上级反映。');
  await secretary.write('公示姓名所依据的决议', '2026年1月9日党员大会决议');
  await secretary.press('起草，交另一人审核');
  await secretary.see('公示已经起草，请另一位支委审核内容。');
  await committee.go(desk);
  await committee.keep(`notice-${period}-1-work`);
  await committee.page.locator('[data-kind=notice-review]').getByRole('link', { name: '去办理' }).click();
  await committee.page.getByRole('link', { name }).first().click();
  await committee.press('内容无误，同意公示');
  await committee.see('内容已经审核，可以张贴。');
  const { id } = await noticeOf(six, period);
  await secretary.go(`${desk}/notices/${id}`);
  await secretary.press('张贴公示');
  await secretary.vouch();
  await secretary.see('公示已经张贴。');
  await secretary.keep(`notice-${period}-2-posted`);
  if (period.includes('Q')) {
    await secretary.press('登记本季度已经公示');
    await secretary.see('已登记本季度进入公示。');
  }
}

/** Whoever has the QR of the notice reads the same total as the member on her phone and as the API; without script. */
export async function sameEverywhere(six: Six, period: string): Promise<void> {
  const { place, member } = six;
  const { content } = await noticeOf(six, period);
  const observer = await place.open(`/n/${content.code}`, { script: false });
  const row = observer.page.locator('tr').filter({ hasText: member.sign.who.name });
  const posted = await row.locator('td').allTextContents();
  await observer.context.close();
  const query = `branch=${place.branch}&member=${member.sign.who.person}&year=2026`;
  const { total } = await asks<AnswerOf<'score.brief'>>(place, member, `score/brief?${query}`);
  expect(posted.map((text) => text.trim())).toContain(String(total.shown));
  // Once the next year has begun, a sealed year stands in her own year.
  await member.go(period.includes('Q') ? '/my' : '/my/year');
  if (period.includes('Q')) expect(await member.page.textContent('[data-total]')).toBe(String(total.shown));
  else await member.page.getByText(String(total.shown), { exact: true }).first().waitFor();
}

/** A member takes her name out of what is online; then nobody reads it there. */
export async function mask(six: Six, period: string): Promise<void> {
  const { place, elder } = six;
  await elder.go('/my/notices');
  await elder.keep('notice-3-own');
  await elder.press('网上不显示我的姓名');
  await elder.see('网上公示已遮去您的姓名');
  const { content } = await noticeOf(six, period);
  const observer = await place.open(`/n/${content.code}`, { script: false });
  expect(await observer.page.textContent('main')).not.toContain('袁淑珍');
  await observer.context.close();
}

/** A member objects to a line; another than who decided looks into it, answers, and she reads why. */
export async function object(six: Six): Promise<void> {
  const { place, desk, member, secretary, committee } = six;
  const line = await lineOf(place, member, 'LZ-党日', '2026-07-01');
  await member.go(`/my/line/${line.id}`);
  await member.see('这分怎么来的');
  await member.keep('notice-4-line');
  await member.follow('对这一项提出异议');
  await member.write('理由', '七月一日我还主持了重温入党誓词，应当多记半分。');
  await member.keep('notice-5-object');
  await member.press('提出异议');
  await member.see('异议已提出');
  await secretary.go(desk);
  await secretary.page.locator('[data-kind=objection-assign]').getByRole('link', { name: '去办理' }).click();
  const { page } = secretary;
  await page.getByRole('radio', { name: '指定一名支委' }).check();
  await secretary.write('按姓名、拼音或编号查找', 'dengchunmei');
  await page.getByRole('radio', { name: '邓春梅' }).check();
  await page.getByRole('button', { name: '指定', exact: true }).click();
  await secretary.see('调查人已经指定。');
  await secretary.keep('notice-6-assigned');
  await committee.go(`${desk}/supervision`);
  await committee.page.getByRole('radio', { name: '不成立', exact: true }).check();
  await committee.write('认定的理由', '主题党日按次计分，主持不另计分；主持活动可以申报党课、微宣讲。');
  await committee.keep('notice-7-find');
  await committee.press('提交认定');
  await committee.see('认定已经提交，请答复本人。');
  await committee.press('答复本人');
  await committee.see('已经答复本人。');
  await member.go('/my');
  await member.follow('异议已答复');
  await member.see('主题党日按次计分');
  await member.keep('notice-8-answered');
}

/** The words of the appeal, which nobody in the branch may read before it is served. */
export const APPEAL = '异议的答复没有说明主持为什么不计分，请上级看一看七月一日的主持词。';

/** The pages and the answers in which a branch would notice an appeal. */
const PAGES = ['', '/months', '/registers', '/notices', '/supervision', '/year'];
const ANSWERS = [
  'work/list',
  'appeal/show',
  'objection/show',
  'question/list',
  'term/list',
  'notice/show',
  'register/show',
];

/** All that somebody of the branch can see where an appeal might show. */
async function seen({ place, desk }: Six, hand: Hand): Promise<readonly string[]> {
  const found: string[] = [];
  for (const answer of ANSWERS) {
    const said = await place.api(hand.sign, `${answer}?branch=${place.branch}`);
    found.push(`${answer} ${said.ok ? await said.text() : said.status}`);
  }
  const pages = hand.size === 'desk' ? PAGES.map((page) => desk + page) : ['/my', '/my/notices', '/my/objections'];
  for (const page of pages) {
    await hand.go(page);
    await stands(hand.page);
    found.push(`${page} ${await hand.page.locator('main').textContent()}`);
  }
  return found;
}

/** She appeals straight to the superior: on no page, no list and no count of the branch does anything change (product §3.8, §5.7). */
export async function appeal(six: Six): Promise<void> {
  const { place, member, secretary, recorder, committee, elder } = six;
  const others = [secretary, recorder, committee, elder];
  const before = await Promise.all(others.map(async (hand) => await seen(six, hand)));
  const line = await lineOf(place, member, 'LZ-党日', '2026-07-01');
  await member.go(`/my/line/${line.id}`);
  await member.follow('向上级申诉');
  await member.write('理由', APPEAL);
  await member.press('提出申诉');
  await member.see('申诉已送上级');
  await member.see('尚未送达，党支部不知道有这件申诉');
  await member.keep('appeal-1-lodged');
  expect(await Promise.all(others.map(async (hand) => await seen(six, hand)))).toEqual(before);
}

/** The superior takes it up, serves it, looks at the line with a reason, finds and answers; from then on the branch knows. */
export async function decideAppeal(six: Six): Promise<void> {
  const { desk, member, secretary, superior } = six;
  const { page } = superior;
  await superior.go('/above');
  await superior.keep('appeal-2-above');
  await superior.go('/above/appeals');
  await superior.see(APPEAL);
  await superior.see('2026年10月20日收到，今天');
  await superior.see('2027年1月20日前答复');
  await page.getByLabel('调查人').selectOption({ index: 1 });
  await superior.keep('appeal-3-assign');
  await superior.press('确定调查人');
  await superior.press('送达支部');
  await superior.see('已送达支部。');
  await secretary.go(`${desk}/supervision`);
  await secretary.see(APPEAL);
  await secretary.keep('appeal-4-served');
  await superior.press(/^查阅.*的事项$/);
  await page.getByRole('dialog').getByLabel('查阅理由').fill('核对申诉所说的事项');
  await page.getByRole('dialog').getByRole('button', { name: '写入记录并查阅' }).click();
  await superior.see('已查阅，理由已记入“谁看过我”：核对申诉所说的事项');
  await page.getByRole('radio', { name: '部分成立' }).check();
  await superior.write('理由', '计分不变；依据应当补记主持词，主持活动可以另行申报。');
  await page.getByRole('radio', { name: '按下面的内容更正' }).check();
  await superior.write('依据', '七月一日主题党日签到表和主持词');
  await superior.keep('appeal-5-find');
  await superior.press('作出结论');
  await superior.press('答复本人');
  await superior.see('已答复本人。');
  await member.go('/my');
  await member.follow('申诉已答复');
  await member.see('计分不变');
  await member.keep('appeal-6-answered');
  await member.go('/my/looked');
  await member.see('理由：核对申诉所说的事项');
  await member.keep('appeal-7-looked');
}

/** When its days are over the notice has closed by itself; the recorder files it. */
export async function file(six: Six, period: string): Promise<void> {
  const { desk, recorder } = six;
  const { id } = await noticeOf(six, period);
  await until(async () => (await noticeOf(six, period)).state === 'closed');
  await recorder.go(desk);
  await recorder.keep(`notice-${period}-9-work`);
  await recorder.page.locator('[data-kind=notice-file]').getByRole('link', { name: '去办理' }).click();
  await recorder.go(`${desk}/notices/${id}`);
  await recorder.press('归档');
  await recorder.see('公示已经归档。');
}
