import { termMonths } from '#domain/calendar/term.ts';
import { contestWork } from '#domain/process/work/contest.ts';
import { secondWork } from '#domain/process/work/lines.ts';
import { noticeWork } from '#domain/process/work/notice.ts';
import type { Owed } from '#domain/process/work/owed.ts';
import type { OwnAppeal } from '#domain/process/work/own.ts';
import { type Received, receivedWork, superiorWork } from '#domain/process/work/superior.ts';
import { CALENDAR } from '#service/doing.ts';
import { superiorOf } from '#service/nameless.ts';
import type { Said } from '#service/process/appeal.ts';
import type { Reading } from '#service/reading.ts';
import { mattersIn } from '#store/board.ts';
import { listMatters } from '#store/matter.ts';
import { branchesBelow, findOrg } from '#store/org.ts';
import { askerOf, reportedByCaller } from './work-asker.ts';
import { BELOW, boardOf } from './work-board.ts';

/** The states of an appeal in which the superior has still to act. */
const RUNNING = ['lodged', 'assigned', 'served', 'found'] as const;

/** More branches than anybody has below it. */
const ALL = 100_000;

/** The caller's own appeals that the superior has not answered 本人申诉: found by the digest of the caller, and told to nobody else (product §5.7). */
export async function ownAppeals({ rows, branch, by, context }: Reading): Promise<readonly OwnAppeal[]> {
  const superior = await superiorOf(rows, branch);
  if (!superior || branch.kind !== 'branch') return [];
  const who = context.secrets.digest('appeal', by);
  const found = await listMatters(rows, superior.branch_id, 'appeal', { state: RUNNING });
  return found.flatMap(({ noun, id, state, revision, created, changed, body }) => {
    if (body.at !== 'superior' || body.who !== who) return [];
    const term = termMonths(context.calendar ?? CALENDAR, body.start, body.months);
    const at = superior.branch_id;
    return [{ noun, id, state, revision, created, changed, at, body: { start: body.start }, term }];
  });
}

/** The appeals and concerns that reached a superior 上级收件. */
async function receivedOf({ rows, at, context }: Reading): Promise<{ appeals: Received[]; concerns: Received[] }> {
  const appeals = (await listMatters(rows, at, 'appeal', { state: RUNNING })).flatMap((one): Received[] => {
    const { noun, id, state, revision, created, changed, body } = one;
    if (body.at !== 'superior') return [];
    const { branch, member, year } = JSON.parse(context.secrets.open(body.sealed)) as Said;
    const { investigator, start, months } = body;
    const term = termMonths(context.calendar ?? CALENDAR, start, months);
    const looked = investigator === undefined ? {} : { investigator };
    const about = { period: year, at: branch, who: member, since: start, term };
    return [{ noun, id, state, revision, created, changed, body: looked, ...about }];
  });
  const concerns = (await listMatters(rows, at, 'concern', { state: ['received', 'taken', 'served'] })).map(
    ({ noun, id, state, revision, created, changed, body }): Received => {
      return { noun, id, state, revision, created, changed, body: {}, since: body.day };
    },
  );
  return { appeals, concerns };
}

/** What a superior owes in its own organisation 上级待办: what reached it, and what waits for it in the branches below. */
export async function workAbove(reading: Reading): Promise<readonly Owed[]> {
  const { rows, at, branch } = reading;
  const { appeals, concerns } = await receivedOf(reading);
  const path = (await findOrg(rows, branch.org_id))?.path ?? '';
  const below = path === '' ? [] : await branchesBelow(rows, path, { most: ALL });
  const found = await mattersIn(
    rows,
    below.map(({ branch_id: id }) => id),
    BELOW,
  );
  const reported = await reportedByCaller(reading);
  const owner = await askerOf(reading, at, boardOf([]), { reported });
  const work: Owed[] = [...receivedWork(owner, appeals, concerns)];
  for (const id of new Set(found.map((one) => one.branch))) {
    const board = boardOf(found.filter((one) => one.branch === id));
    const asker = await askerOf(reading, id, board, { reported });
    const rowsOf = [
      ...superiorWork(asker, board),
      ...contestWork(asker, board),
      ...(asker.small ? [...secondWork(asker, board), ...noticeWork(asker, board)] : []),
    ];
    if (rowsOf.length > 0) await reading.noteOnceADay('#work', id);
    work.push(...rowsOf.map((row) => ({ ...row, at: id })));
  }
  return work;
}
