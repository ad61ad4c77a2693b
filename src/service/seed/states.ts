import { dayIn, playMonth } from './month.ts';
import { YEAR } from './plan.ts';
import type { Playing } from './playing.ts';
import { meet } from './quarter.ts';
import type { SeedScheme } from './seed-scheme.ts';
import { endConsequences, playConsequences } from './states-consequence.ts';
import { playDossiers } from './states-dossier.ts';
import { playLines, playVetoes } from './states-lines.ts';
import { leaveMeetings, playSchemes } from './states-meeting.ts';
import { playAppeals, playConcerns, playNotices, playObjections, playQuestions } from './states-supervision.ts';

const NEXT = YEAR + 1;

/** Plays on in the first branch until something stands in every state 各环节各状态: into the third quarter of the next year. */
export async function playStates(playing: Playing, scheme: SeedScheme): Promise<void> {
  const { branch, act, go } = playing;
  const { secretary, recorder } = branch;
  await go(dayIn(`${NEXT}-02`, 10));
  await act(secretary, 'month.close', { id: `${NEXT}-01` });
  await amend(playing);
  const lines = [...(await playMonth(playing, `${NEXT}-02`)), ...(await playMonth(playing, `${NEXT}-03`))];
  await go(dayIn(`${NEXT}-04`, 10));
  await meet(playing, `${NEXT}Q1`, lines);
  const notice = await playNotices(playing, `${NEXT}Q1`);
  await act(secretary, 'quarter.post', { id: `${NEXT}Q1` });
  await playQuestions(playing, notice, `${NEXT}-04`);
  await playConcerns(playing, `${NEXT}-04`);
  await go(dayIn(`${NEXT}-04`, 20));
  await playSchemes(playing, scheme, [`${NEXT}-05-01`, `${NEXT}-08-01`, '2029-01-01']);
  await playConsequences(playing, `${NEXT}-06-15`);
  const more: Awaited<ReturnType<typeof playMonth>>[] = [];
  for (const month of ['04', '05', '06']) more.push(await playMonth(playing, `${NEXT}-${month}`));
  await go(dayIn(`${NEXT}-07`, 10));
  // Whose long absence was agreed to is off the roll.
  await meet(playing, `${NEXT}Q2`, more.flat(), [branch.members[7]?.member.id ?? '']);
  await act(recorder, 'register.supplement', { quarter: `${NEXT}Q1` });
  await playMonth(playing, `${NEXT}-07`);
  await playMonth(playing, `${NEXT}-08`);
  const [second] = branch.committee;
  await act(secretary, 'month.reopen', { id: `${NEXT}-08`, reason: '补录漏报事项' }, second);
  await go(dayIn(`${NEXT}-09`, 15));
  await playLines(playing, `${NEXT}-09`);
  await playDossiers(playing, `${NEXT}-09`);
  await endConsequences(playing);
  await playVetoes(playing);
  await playObjections(playing, String(YEAR));
  await playAppeals(playing, String(YEAR));
  await leaveMeetings(playing);
  await act(recorder, 'settlement.preview', { year: String(NEXT) });
}

/** An amended settlement 修正的年度积分, by two persons; the first stays readable. */
async function amend({ branch, act, list }: Playing): Promise<void> {
  const { secretary, committee } = branch;
  const [before] = await list('settlement', { period: [String(YEAR)], state: ['sealed'] });
  const reason = '核对后重新计算';
  const { id } = await act(secretary, 'settlement.amend', { year: String(YEAR), reason }, committee[0]);
  await act(secretary, 'settlement.seal', { id });
  await act(secretary, 'settlement.supersede', { id: before?.id ?? '' });
}
