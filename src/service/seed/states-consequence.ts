import type { Day } from '#domain/kernel/day.ts';
import { plainMembers } from './cast.ts';
import { closeMeeting, openMeeting, pass } from './gathering.ts';
import { YEAR } from './plan.ts';
import type { Playing } from './playing.ts';

const rule = '§四(二)–(三)';
const year = String(YEAR);

/** Proposes commendations, talks and improvements 积分运用 in every state; what ends by a day runs until then. */
export async function playConsequences(playing: Playing, ends: Day): Promise<void> {
  const { branch, act } = playing;
  const { secretary: by, recorder } = branch;
  const people = plainMembers(branch);
  const about = (at: number) => ({ member: people[at] ?? '', year, rule });
  const propose = async (action: string, at: number, more: object = {}): Promise<string> =>
    (await act(by, action, { ...about(at), ...more })).id;
  const title = '优秀共产党员';
  const meeting = await openMeeting(playing, '研究评先评优');
  const approve = async (id: string): Promise<void> => {
    const motion = await pass(playing, meeting, { kind: 'other', title: '通过', about: id });
    await act(recorder, 'commendation.approve', { id, motion });
  };
  await propose('commendation.propose', 0, { title });
  await approve(await propose('commendation.propose', 1, { title }));
  await approve(await propose('commendation.bar', 2, { ends }));
  await act(by, 'commendation.drop', { id: await propose('commendation.propose', 3, { title }), reason: '本人推让' });
  await closeMeeting(playing, meeting);
  await propose('talk.propose', 3);
  await act(by, 'talk.drop', { id: await propose('talk.propose', 4), reason: '已日常提醒' });
  for (const at of [2, 5]) {
    const record = { recorder, time: '15:00', place: '党员活动室', cause: '积分靠后', content: '谈了差距和改进办法' };
    const id = await propose('talk.propose', at);
    await act(by, 'talk.hold', { id, ...record });
    if (at === 5) await act(people[at] ?? '', 'talk.sign', { id });
  }
  await propose('improvement.propose', 2);
  await act(by, 'improvement.drop', { id: await propose('improvement.propose', 3), reason: '不需要' });
  for (const at of [4, 5, 6]) {
    const id = await propose('improvement.propose', at);
    const last = at === 6 ? ends : `${YEAR + 1}-12-31`;
    await act(by, 'improvement.start', { id, plan: '每月汇报一次', helper: branch.discipline, last });
    if (at === 5) await act(by, 'improvement.meet', { id, reason: '表现好转' });
  }
}

/** What was set until a day has ended 到期: time ends the no-commendation, people judge the improvement. */
export async function endConsequences({ branch, act, list, today }: Playing): Promise<void> {
  for (const { id, body } of await list('commendation', { state: ['approved'] }))
    if (body.ends < today()) await act('clock', 'commendation.end', { id });
  for (const { id, body } of await list('improvement', { state: ['running'] }))
    if (body.last !== undefined && body.last < today())
      await act(branch.secretary, 'improvement.miss', { id, reason: '到期未见改进' });
}
