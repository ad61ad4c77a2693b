import { parsePeriod } from '#domain/kernel/day.ts';
import { monthsOfQuarter } from '#domain/kernel/period.ts';
import type { Doing } from '#service/doing.ts';
import { listMatters, type Matter } from '#store/matter.ts';

/** The states in which the review leaves a line to the general meeting. */
export const DECIDED = ['accepted', 'adjusted', 'declined', 'referred'] as const;

/** The lines of a quarter 季度事项 that the meeting still has to decide, supplements to earlier quarters among them. */
export async function linesToDecide(doing: Doing, quarter: string): Promise<readonly Matter<'line'>[]> {
  return await doing.list('line', { period: monthsOfQuarter(quarter), state: DECIDED });
}

/** How many months of a quarter are still open, or still to come. */
export async function monthsOpen(
  { rows, at, today }: Pick<Doing, 'rows' | 'at' | 'today'>,
  quarter: string,
): Promise<number> {
  const months = await listMatters(rows, at, 'month', { period: monthsOfQuarter(quarter) });
  const states = new Map(months.map(({ id, state }) => [id, state]));
  return monthsOfQuarter(quarter).filter((month) => {
    const state = states.get(month);
    // A month that was never opened, because the branch began later, keeps nothing open once it is over.
    return state === undefined ? today <= (parsePeriod(month)?.to ?? '') : state === 'open' || state === 'reopened';
  }).length;
}

/** Whether a line is contested 有异议: the review could not decide it, or its subject contests what it was told. */
export async function isContested(doing: Doing, line: Matter<'line'>): Promise<boolean> {
  if (line.state === 'referred') return true;
  return contests(await doing.list('hearing', { parent: line.id }));
}

/** Whether a subject contests 有异议 what it was told, by the hearings of its line. */
export function contests(hearings: readonly Matter<'hearing'>[]): boolean {
  return hearings.some(({ body }) => body.answer === 'contest');
}

/** What the meeting decided about a line as it stands now: by a counted motion that had it in this very revision. */
export async function decidedOn(
  doing: Doing,
  quarter?: string,
): Promise<(line: Matter<'line'>) => Matter<'motion'> | undefined> {
  const counted = await doing.list('motion', {
    state: ['counted'],
    ...(quarter !== undefined && { period: [quarter] }),
  });
  return (line) => decidingOf(counted, line);
}

/** Which of the counted motions decided a line 表决结果 as it stands now. */
export function decidingOf(counted: readonly Matter<'motion'>[], line: Matter<'line'>): Matter<'motion'> | undefined {
  const about = counted.filter((motion) => isAbout(motion, line));
  // A bundle that was lost leaves its lines to the next motion; a contested motion decides its line either way.
  return about.findLast(({ body }) => body.result === 'passed' || body.kind === 'contested');
}

/** Whether a motion is about a line as it stands: what was changed since the motion was put is another thing. */
export function isAbout({ body }: Matter<'motion'>, { id, revision }: Matter<'line'>): boolean {
  const at = body.lines.indexOf(id);
  return at >= 0 && body.revisions[at] === revision && (body.kind === 'bundle' || body.kind === 'contested');
}
