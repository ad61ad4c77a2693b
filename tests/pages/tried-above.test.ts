import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerOf } from '#contract/api.ts';
import { see } from './meeting-operator.ts';
import { openPlace, type Place, type SignIn, shot } from './place.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace({ until: '2027-02-18' });
}, 300_000);
afterAll(async () => await place?.stop());

async function read<T>(as: SignIn, path: string): Promise<T> {
  return (await (await place.api(as, path)).json()) as T;
}

test('a talk with the branch’s head is ordered and held by the superior, and signed by the head on the telephone (product §3.12)', async () => {
  const secretary = await place.signIn('secretary');
  const { person } = secretary.who;
  const proposed = await place.api(await place.member('D002'), 'talk/propose', {
    branch: place.branch,
    member: person,
    year: '2026',
    rule: '第四条第三项',
  });
  expect(proposed.status, await proposed.clone().text()).toBe(200);
  const { page, context } = await place.open(`/above/tree/${place.branch}`, { as: 'superior', size: 'desk' });
  const talk = page.locator('li').filter({ hasText: '谈话 · 沈维忠' });
  await talk.getByRole('button', { name: '决定作为诫勉谈话' }).click();
  await talk.getByText('请填写这一项。').waitFor();
  await talk.getByLabel('决定文号').fill('演镇组〔2027〕6 号');
  await talk.getByRole('button', { name: '决定作为诫勉谈话' }).click();
  await talk.getByText('诫勉谈话', { exact: true }).waitFor();
  await talk.locator('summary', { hasText: '记录谈话' }).click();
  await talk.getByLabel('记录人').fill('江干事');
  await talk.getByLabel('时间').fill('2027年2月18日 9:00');
  await talk.getByLabel('地点').fill('镇党委会议室');
  await talk.getByLabel('事由').fill('支部工作督促不力');
  await talk.getByLabel('谈话内容').fill('指出问题，提出要求。');
  await shot(page, 'tried-talk-above');
  await talk.getByRole('button', { name: '记录谈话' }).click();
  await see(page, '谈话已记录');
  await context.close();
  const own = await place.open('/my/talks', { as: 'secretary' });
  await see(own.page, '指出问题，提出要求。');
  await shot(own.page, 'tried-talk-own');
  await own.page.getByRole('button', { name: /签/ }).first().click();
  const state = async (): Promise<string | undefined> =>
    (await read<AnswerOf<'consequence.list'>>(secretary, `consequence/list?branch=${place.branch}`)).matters.find(
      ({ noun }) => noun === 'talk',
    )?.state;
  await expect.poll(state).toBe('signed');
  await own.context.close();
});

test('an appeal that is upheld is carried out in the branch: the line is reversed and the member’s total follows (product §3.8)', async () => {
  const secretary = await place.signIn('secretary');
  const all = await read<AnswerOf<'declaration.list'>>(secretary, `declaration/list?branch=${place.branch}&limit=500`);
  const { members } = await read<AnswerOf<'member.list'>>(secretary, `member/list?branch=${place.branch}`);
  // Whoever has no office: the demonstration signs those in by accounts of their own.
  const line = all.rows.find(({ state, deduction, subject }) => {
    const code = members.find(({ id }) => id === subject)?.code ?? '';
    return state === 'determined' && deduction && code > 'D010';
  });
  const person = line?.subject ?? '';
  const member = await place.member(members.find(({ id }) => id === person)?.code ?? '');
  const about = `branch=${place.branch}&member=${person}`;
  const superior = await place.signIn('superior');
  const lodged = await place.api(member, 'appeal/lodge', {
    branch: superior.who.places[0]?.id,
    of: place.branch,
    concerns: person,
    about: 'line',
    line: line?.id,
    reason: '当天确有公务，有派遣单。',
  });
  expect(lodged.status, await lodged.clone().text()).toBe(200);
  const { id } = (await lodged.json()) as { id: string };
  const { page, context } = await place.open('/above/appeals', { as: 'superior', size: 'desk' });
  const card = page.locator(`[data-appeal="${id}"]`);
  await card.getByLabel('调查人').selectOption({ label: '上级经办人' });
  await card.getByRole('button', { name: '确定调查人' }).click();
  await card.getByRole('button', { name: '送达支部' }).click();
  await card.getByRole('radio', { name: '成立', exact: true }).check();
  await card.getByLabel('理由').fill('派遣单属实。');
  await card.getByRole('button', { name: /查阅/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('查阅理由').fill('核对申诉的事项');
  await dialog.getByRole('button', { name: '写入记录并查阅' }).click();
  await card.getByRole('radio', { name: '取消这一事项' }).check();
  await shot(page, 'tried-appeal');
  await card.getByRole('button', { name: '作出结论' }).click();
  await card.getByRole('button', { name: '答复本人' }).click();
  await see(page, '已答复本人。');
  await context.close();
  const after = await read<AnswerOf<'declaration.list'>>(member, `declaration/list?${about}&limit=500`);
  expect(after.rows.find((one) => one.id === line?.id)?.state).toBe('reversed');
  const own = await place.open('/my/appeals', { as: member });
  await see(own.page, '派遣单属实。');
  await own.context.close();
});
