import type { AppraisalState } from '#domain/process/appraisal.ts';
import { plainMembers } from './cast.ts';
import { closeMeeting, openMeeting, pass } from './gathering.ts';
import { YEAR } from './plan.ts';
import type { Playing } from './playing.ts';

/** Where the appraisals of the branches end, branch by branch: a branch has one a year. */
const APPRAISED: readonly AppraisalState[] = ['told', 'decided', 'ballot', 'peers', 'open'];

/** The democratic appraisal 民主评议, as far as it goes in this branch: self, peers, and the meeting's grades with their reasons. */
export async function appraise(playing: Playing): Promise<void> {
  const { branch, act } = playing;
  const { secretary: by, recorder } = branch;
  const end = APPRAISED[branch.turn % APPRAISED.length];
  const [one = '', other = ''] = plainMembers(branch);
  const { id } = await act(by, 'appraisal.open', { year: String(YEAR) });
  await act(one, 'appraisal.assess', { id, words: '完成了承诺事项，学习还不够。' });
  if (end === 'open') return;
  await act(by, 'appraisal.peers', { id });
  await act(other, 'appraisal.rate', { id, member: one, words: '乐于助人。' });
  if (end === 'peers') return;
  const meeting = await openMeeting(playing, '民主评议党员');
  await act(by, 'appraisal.ballot', { id, assembly: meeting });
  if (end !== 'ballot') {
    const motion = await pass(playing, meeting, { kind: 'other', title: '评定等次', about: id });
    const grades = plainMembers(branch).map((member, at) => ({
      member,
      grade: at < 2 ? 'excellent' : 'qualified',
      reason: '按年度积分和评议情况评定',
    }));
    await act(recorder, 'appraisal.decide', { id, motion, grades });
  }
  await closeMeeting(playing, meeting);
  if (end === 'told') await act(by, 'appraisal.tell', { id });
}
