import { Refusal } from '#contract/problem.ts';
import { isOver, type Term, term } from '#domain/calendar/term.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Terms } from '#domain/process/terms.ts';
import type { Context } from '#service/context.ts';
import { CALENDAR } from '#service/doing.ts';
import { superiorOf } from '#service/nameless.ts';
import { branchOfBoard, readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { listMatters } from '#store/matter.ts';
import { termsOn } from './terms.ts';

/** A notice that runs, as the standing board tells of it: what it is about and how long, never its code (product §6). */
export type RunningNotice = {
  readonly of: 'quarter' | 'settlement';
  readonly period: string;
  readonly start: Day;
  readonly days: number;
  readonly term: Term;
};

/** What the standing board 公示牌 says besides scheme and distribution: the terms that hold, whether a superior is connected, which notices run. */
export type StandingPage = {
  readonly terms: Terms;
  readonly superior: boolean;
  readonly notices: readonly RunningNotice[];
};

/** The terms, the superior and the running notices of a board's branch. @throws page.unknown */
export async function showStanding(context: Context, board: string): Promise<StandingPage> {
  const { store, clock } = context;
  const today = clock.today();
  return await store.snapshot(async (rows) => {
    const id = await branchOfBoard(rows, board);
    const branch = id === undefined ? undefined : await readBranch(rows, id);
    if (!branch) throw new Refusal('page.unknown');
    return {
      terms: await termsOn(context, rows, branch.branch_id, today),
      superior: (await superiorOf(rows, branch)) !== undefined,
      notices: await runningNotices(context, rows, branch.branch_id),
    };
  });
}

async function runningNotices(
  { clock, calendar = CALENDAR }: Context,
  rows: Rows,
  branch: string,
): Promise<readonly RunningNotice[]> {
  const today = clock.today();
  const posted = await listMatters(rows, branch, 'notice', { state: ['posted'] });
  return posted.flatMap(({ body: { of, start, days }, period }) => {
    if (start === undefined) return [];
    const running = term(calendar, start, days);
    return isOver(running, today) ? [] : [{ of, period: period ?? '', start, days, term: running }];
  });
}
