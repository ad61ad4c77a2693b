import { addMonths, type Day } from '#domain/kernel/day.ts';
import { plainMembers } from './cast.ts';
import { closeMeeting, convene, openMeeting, pass, put } from './gathering.ts';
import type { Playing } from './playing.ts';
import { type SeedScheme, schemeFrom } from './seed-scheme.ts';

/** Adopts versions of the scheme 方案 for later days, so that one retires, one is in force and one waits; leaves others undecided. */
export async function playSchemes(playing: Playing, scheme: SeedScheme, effective: readonly Day[]): Promise<void> {
  const { branch, act } = playing;
  const { secretary: by, committee } = branch;
  const draft = async (version: number, day: Day): Promise<string> => {
    const { source, document } = schemeFrom(scheme, version, day);
    return (await act(by, 'scheme.draft', { title: `积分方案第${version}版`, source, document })).id;
  };
  const checked = async (version: number, day: Day): Promise<string> => {
    const id = await draft(version, day);
    await act(by, 'scheme.check', { id });
    return id;
  };
  const meeting = await openMeeting(playing, '审议积分方案');
  for (const [at, day] of effective.entries()) {
    const id = await checked(at + 2, day);
    const motion = await pass(playing, meeting, { kind: 'scheme', title: '通过积分方案', about: id });
    await act(by, 'scheme.adopt', { id, motion }, committee[0]);
  }
  await absences(playing, meeting);
  await closeMeeting(playing, meeting);
  const last = effective.at(-1) ?? '';
  await draft(9, last);
  await checked(9, last);
  await act(by, 'scheme.discard', { id: await draft(9, last) });
}

/** Long absences 长期外出: one that superior and meeting agreed to, one only asked for. */
async function absences(playing: Playing, meeting: string): Promise<void> {
  const { branch, act, today } = playing;
  const mobile = branch.members[7]?.member.id ?? '';
  const asked = { from: addMonths(today(), 1), to: addMonths(today(), 10) };
  const { id } = await act(mobile, 'absence.ask', asked);
  await act(branch.superior.reviewers[0]?.id ?? '', 'absence.consent', { id });
  const motion = await pass(playing, meeting, { kind: 'absence', title: '同意长期外出', about: id });
  await act(branch.recorder, 'absence.approve', { id, motion });
  await act(branch.members[6]?.member.id ?? '', 'absence.ask', asked);
}

/** Leaves general meetings, motions and minutes 会议、表决、记录 in every state, on one day. */
export async function leaveMeetings(playing: Playing): Promise<void> {
  const { branch, act } = playing;
  const { secretary: by, recorder } = branch;
  await convene(playing, '待开');
  await act(by, 'assembly.cancel', { id: await convene(playing, '改期'), reason: '改期' });
  await act(recorder, 'assembly.freeze', { id: await convene(playing, '待开') });
  const lapsed = await convene(playing, '人数不足');
  await act(recorder, 'assembly.freeze', { id: lapsed });
  await act(recorder, 'assembly.attend', { id: lapsed, present: plainMembers(branch).slice(0, 2), leave: [] });
  await act(recorder, 'assembly.lapse', { id: lapsed });
  await act(recorder, 'minutes.draft', { assembly: lapsed });
  const open = await openMeeting(playing, '正在开会');
  const deferred = await put(playing, open, { kind: 'other', title: '缓议事项' });
  await act(by, 'motion.defer', { id: deferred.id, reason: '情况需再了解' });
  await put(playing, open, { kind: 'other', title: '待表决事项' });
  const voting = await put(playing, open, { kind: 'other', title: '正在表决事项' });
  await act(by, 'assembly.brief', { id: open, motion: voting.id });
  await act(by, 'motion.open', { id: voting.id, way: 'paper' });
}
