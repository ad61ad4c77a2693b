import type { Day } from '#domain/kernel/day.ts';
import { committeeOf, plainMembers } from './cast.ts';
import { dayIn } from './month.ts';
import type { Playing } from './playing.ts';

/** Leaves lines 事项 of an open month in every state before the meeting, hearings and sessions of the review in every state. */
export async function playLines(playing: Playing, month: string): Promise<void> {
  const { branch, act } = playing;
  const { secretary: by, committee, recorder } = branch;
  const [subject = '', other = ''] = plainMembers(branch);
  const fact = (day: number) => ({ item: 'LZ-教研', day: dayIn(month, day) });
  const draft = async (day: number): Promise<string> =>
    (await act(subject, 'declaration.draft', { subject, fact: fact(day) })).id;
  const submitted = async (day: number): Promise<string> => {
    const id = await draft(day);
    await act(subject, 'declaration.submit', { id });
    return id;
  };
  await draft(2);
  await act(recorder, 'declaration.enter', { subject, fact: fact(3) });
  await submitted(4);
  await act(subject, 'declaration.withdraw', { id: await submitted(5) });
  const told = { subject: other, fact: { item: 'GJ4-巡查', day: dayIn(month, 6) }, words: '巡查记录' };
  const proposed = await act(committee[0], 'review.propose', told);
  await act(committee[0], 'hearing.serve', { line: proposed.id });
  await sessions(playing, month);
  const review = await open(playing, month, dayIn(month, 15));
  const decide = async (action: string, day: number, more: object): Promise<void> => {
    const id = await submitted(day);
    await act(by, 'review.take', { id, review });
    if (action !== '') await act(by, action, { id, review, ayes: committeeOf(branch).slice(1), ...more });
  };
  await decide('review.accept', 7, {});
  await decide('review.adjust', 8, { fact: { ...fact(8), note: '按记录核定' }, reason: '按记录核定' });
  await decide('review.decline', 9, { reason: '没有佐证' });
  await decide('review.refer', 10, { ayes: [] });
  await decide('', 11, {});
}

async function open({ branch, act }: Playing, month: string, day: Day): Promise<string> {
  const { id } = await act(branch.secretary, 'review.convene', { month, day });
  await act(branch.secretary, 'review.open', { id, present: committeeOf(branch) });
  return id;
}

/** A session that is only convened, and one that was cancelled. */
async function sessions({ branch, act, today }: Playing, month: string): Promise<void> {
  const called = { month, day: today() };
  await act(branch.secretary, 'review.convene', called);
  const { id } = await act(branch.secretary, 'review.convene', called);
  await act(branch.secretary, 'review.cancel', { id, reason: '改期' });
}

/** Leaves vetoes 一票否决 in every state: reported, cited, confirmed, lifted again, dropped. */
export async function playVetoes({ branch, act, list, today }: Playing): Promise<void> {
  const { secretary: by, committee, discipline } = branch;
  const [, second] = committee;
  const finding = { body: '演练纪委', number: '演练决〔2026〕1号', day: today() };
  const people = plainMembers(branch).slice(-5);
  const propose = async (at: number): Promise<string> => {
    const subject = people[at] ?? '';
    const { id } = await act(discipline, 'veto.propose', { subject, ground: '工作纪律', words: '有关部门正在核查' });
    const [told] = await list('hearing', { parent: id });
    if (told && at > 1) await act(subject, 'hearing.answer', { id: told.id, answer: 'contest', words: '请核实' });
    return id;
  };
  await propose(0);
  await act(discipline, 'veto.cite', { id: await propose(1), finding });
  const confirmed: string[] = [];
  for (const at of [2, 3]) {
    const id = await propose(at);
    await act(discipline, 'veto.cite', { id, finding });
    await act(by, 'veto.confirm', { id }, second);
    confirmed.push(id);
  }
  await act(by, 'veto.lift', { id: confirmed[0] ?? '', withdrawal: '演练撤〔2026〕1号' }, second);
  await act(by, 'veto.drop', { id: await propose(4), reason: '经查不属实' });
}
