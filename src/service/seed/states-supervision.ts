import { plainMembers } from './cast.ts';
import { dayIn } from './month.ts';
import type { Playing } from './playing.ts';

/** So many working days that the notice runs into a year whose holidays are not published, and so stays posted. */
const LONG = 250;

/** Leaves notices 公示 of a quarter drafted, reviewed, posted and withdrawn; answers with the posted one. */
export async function playNotices({ branch, act }: Playing, period: string): Promise<string> {
  const { secretary, recorder, committee } = branch;
  const [, reviewer] = committee;
  const draft = async (): Promise<string> => (await act(recorder, 'notice.draft', { of: 'quarter', period })).id;
  const reviewed = async (): Promise<string> => {
    const id = await draft();
    await act(reviewer, 'notice.review', { id });
    return id;
  };
  const posted = async (): Promise<string> => {
    const id = await reviewed();
    await act(secretary, 'notice.post', { id, days: LONG });
    return id;
  };
  await draft();
  await reviewed();
  await act(secretary, 'notice.withdraw', { id: await posted(), reason: '内容有误' }, reviewer);
  const notice = await posted();
  // What was asked of a second person: one waits, one was refused.
  await act(secretary, 'notice.withdraw', { id: notice, reason: '拟撤回' });
  const refused = await act(secretary, 'notice.withdraw', { id: notice, reason: '拟撤回' });
  await act(reviewer, 'second.refuse', { id: refused.id, reason: '没有必要' });
  return notice;
}

/** Leaves objections 异议 to a sealed year in every state: what comes later is received too, and stays nothing. */
export async function playObjections({ branch, act }: Playing, year: string): Promise<void> {
  const investigator = branch.superior.reviewers[2]?.id ?? '';
  const steps: readonly ((id: string, by: string) => Promise<unknown>)[] = [
    (id) => act(branch.secretary, 'objection.assign', { id, investigator }),
    (id) => act(investigator, 'objection.find', { id, result: 'dismissed', reason: '经核对无误' }),
    (id) => act(branch.secretary, 'objection.answer', { id }),
  ];
  for (const [at, by] of plainMembers(branch).slice(0, 5).entries()) {
    const { id } = await act(by, 'objection.raise', { concerns: by, about: 'total', year, reason: '请核对总分' });
    if (at === 4) await act(by, 'objection.withdraw', { id });
    else for (const step of steps.slice(0, at)) await step(id, by);
  }
}

/** Leaves appeals 申诉 at the superior in every state. */
export async function playAppeals({ branch, above }: Playing, year: string): Promise<void> {
  const [first, second] = branch.superior.reviewers.map(({ id }) => id);
  const by = second ?? '';
  const steps: readonly ((id: string) => Promise<unknown>)[] = [
    (id) => above(first ?? '', 'appeal.assign', { id, investigator: by }),
    (id) => above(by, 'appeal.serve', { id }),
    (id) => above(by, 'appeal.find', { id, result: 'dismissed', reason: '复核无误' }),
    (id) => above(by, 'appeal.answer', { id }),
  ];
  for (const [at, who] of plainMembers(branch).slice(0, 6).entries()) {
    const about = { concerns: who, about: 'total', year, reason: '请上级党组织复核' };
    const { id } = await above(who, 'appeal.lodge', { of: branch.id, ...about });
    if (at === 5) await above(who, 'appeal.withdraw', { id });
    else for (const step of steps.slice(0, at)) await step(id);
  }
}

/** Leaves questions on a notice 公示询问 in every state; few come a day from one place. */
export async function playQuestions({ branch, act, go }: Playing, notice: string, month: string): Promise<void> {
  const { secretary: by } = branch;
  const steps: readonly ((id: string) => Promise<unknown>)[] = [
    (id) => act(by, 'question.admit', { id }),
    (id) => act(by, 'question.answer', { id, reason: '按方案第二条计分' }),
    (id) => act(by, 'question.show', { id }),
  ];
  for (let at = 0; at < 6; at++) {
    if (at % 4 === 0) await go(dayIn(month, 13 + at / 4));
    const { id } = await act('observer', 'question.raise', { notice, words: '志愿服务如何计分' });
    if (at === 4) await act(by, 'question.decline', { id, reason: '与公示无关' });
    else if (at === 5) await act(by, 'question.forward', { id });
    else for (const step of steps.slice(0, at)) await step(id);
  }
}

/** Leaves concerns 监督意见 at the superior in every state. */
export async function playConcerns({ branch, above, go }: Playing, month: string): Promise<void> {
  const by = branch.superior.reviewers[0]?.id ?? '';
  const serve = { to: branch.id, words: '请说明考勤情况' };
  const steps: readonly ((id: string) => Promise<unknown>)[] = [
    (id) => above(by, 'concern.take', { id }),
    (id) => above(by, 'concern.serve', { id, ...serve }),
    (id) => above(by, 'concern.answer', { id, reason: '已核实并提醒' }),
  ];
  for (let at = 0; at < 5; at++) {
    if (at % 4 === 0) await go(dayIn(month, 15 + at / 4));
    const { id } = await above('observer', 'concern.raise', { words: '请核实考勤' });
    if (at === 4) await above(by, 'concern.decline', { id, reason: '没有具体内容' });
    else for (const step of steps.slice(0, at)) await step(id);
  }
}
