import type { FilingState } from '#domain/process/filing.ts';
import { appraise } from './appraise.ts';
import { closeMeeting, openMeeting } from './gathering.ts';
import { dayIn, type SeedLine } from './month.ts';
import { YEAR } from './plan.ts';
import type { Playing } from './playing.ts';
import { playQuarter, post } from './quarter.ts';

/** Where the filings of the branches end, branch by branch: each state is left somewhere. */
const FILED: readonly FilingState[] = ['archived', 'approved', 'returned', 'sent', 'drafted'];

/** Plays a whole year 全年: months, quarters, objections, an appeal, changes of the roster, settlement, notice and filing. */
export async function playYear(playing: Playing): Promise<void> {
  const contested = await playQuarter(playing, `${YEAR}Q1`);
  const appeal = contested && (await lodge(playing, contested));
  await playQuarter(playing, `${YEAR}Q2`);
  if (appeal !== undefined) await hear(playing, appeal);
  await changeRoster(playing);
  await playQuarter(playing, `${YEAR}Q3`);
  await playQuarter(playing, `${YEAR}Q4`);
  await settle(playing);
  await playing.go(dayIn(`${YEAR + 1}-02`, 3));
  await appraise(playing);
  await file(playing);
}

/** The member whose objection was dismissed appeals to the superior 申诉. */
async function lodge({ branch, above }: Playing, { id: line, subject }: SeedLine): Promise<string> {
  const words = { about: 'line', line, reason: '对处理结果不服，请上级党组织复核' };
  const { id } = await above(subject, 'appeal.lodge', { of: branch.id, concerns: subject, ...words });
  const [first, second] = branch.superior.reviewers;
  await above(first?.id ?? '', 'appeal.assign', { id, investigator: second?.id ?? '' });
  return id;
}

/** The superior serves, finds and answers; a general meeting is told. */
async function hear(playing: Playing, id: string): Promise<void> {
  const { branch, above } = playing;
  const by = branch.superior.reviewers[1]?.id ?? '';
  await above(by, 'appeal.serve', { id });
  const upheld = { result: 'upheld', reason: '复核认定原记录有误', correction: 'removed' };
  const dismissed = { result: 'dismissed', reason: '复核认定原处理正确' };
  await above(by, 'appeal.find', { id, ...(branch.turn % 2 === 0 ? upheld : dismissed) });
  await above(by, 'appeal.answer', { id });
  await closeMeeting(playing, await openMeeting(playing, '通报申诉处理结果'));
}

/** Someone joins, and the probationary member becomes full 转正: both give a vote and need two persons. */
async function changeRoster({ branch, act, today }: Playing): Promise<void> {
  const { secretary: by, committee } = branch;
  const status = { standing: 'full', from: today(), category: '在职' };
  await act(by, 'roster.add', { code: 'D900', name: '于新来', ...status }, committee[0]);
  const probationary = branch.members[5]?.member.id;
  if (branch.index > 0) await act(by, 'roster.change', { member: probationary, ...status }, committee[0]);
}

/** The annual settlement 年度积分: previewed, sealed, posted for its days. */
async function settle(playing: Playing): Promise<void> {
  const { branch, act, go } = playing;
  await go(dayIn(`${YEAR + 1}-01`, 22));
  const { id } = await act(branch.recorder, 'settlement.preview', { year: String(YEAR) });
  await act(branch.secretary, 'settlement.seal', { id });
  await go(dayIn(`${YEAR + 1}-01`, 23));
  await post(playing, 'settlement', String(YEAR));
}

/** The filing 备案, as far as it goes in this branch; each comes back once on its way to the archive. */
async function file({ branch, act, list }: Playing): Promise<void> {
  const end = FILED[branch.turn % FILED.length];
  const { secretary } = branch;
  const by = branch.superior.reviewers[2]?.id ?? '';
  const { id } = await act(secretary, 'filing.draft', { year: String(YEAR) });
  if (end === 'drafted') return;
  await act(secretary, 'filing.send', { id });
  if (end === 'sent') return;
  const [line] = await list('line', { state: ['determined'], most: 1 });
  const lines = [line?.id ?? ''];
  await act(by, 'filing.return', { id, reason: '请核对该项依据', lines });
  if (end === 'returned') return;
  await act(secretary, 'filing.send', { id, confirmed: lines });
  await act(by, 'filing.approve', { id, number: `组备〔${YEAR + 1}〕${branch.index + 1}号` });
  if (end === 'archived') await act(by, 'filing.archive', { id });
}
