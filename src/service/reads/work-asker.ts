import { term } from '#domain/calendar/term.ts';
import type { Day } from '#domain/kernel/day.ts';
import { statusOn } from '#domain/ledger/member.ts';
import type { Action } from '#domain/permission/table.ts';
import { itemLabel, openedBy } from '#domain/process/opening.ts';
import { isRecused } from '#domain/process/recusal.ts';
import { presentEntitled, type Roll } from '#domain/process/roll.ts';
import { isSmall } from '#domain/process/small-branch.ts';
import { termsOf } from '#domain/process/terms.ts';
import type { Asker, Board } from '#domain/process/work/owed.ts';
import { dayOfInstant } from '#service/clock.ts';
import { CALENDAR } from '#service/doing.ts';
import type { Reading } from '#service/reading.ts';
import { daysOfYear, inForceOn, yearOn } from '#service/schemes.ts';
import { readDocument } from '#store/act.ts';
import { listVoted } from '#store/ballot.ts';
import { mattersOf } from '#store/board.ts';
import { grantsInOrg } from '#store/grant.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { reportedBy } from '#store/shield.ts';

/** The lines that the caller reported, found by the digest of itself alone. */
export async function reportedByCaller({ rows, at, by, context }: Reading): Promise<ReadonlySet<string>> {
  return new Set(await reportedBy(rows, at, context.secrets.digest('shield', by)));
}

/** Who holds the offices of a branch today, and whether it is a small one. */
async function officesOf({ rows, today }: Reading, branch: string) {
  const grants = (await grantsInOrg(rows, branch)).filter(({ from, to }) => from <= today && today <= to);
  const holders = (...roles: readonly string[]) =>
    new Set(grants.flatMap(({ role, person }) => (roles.includes(role) ? [person] : [])));
  const committee = [...holders('committee', 'discipline')];
  if (committee.length > 0) return { heads: holders('secretary'), small: false };
  const members = await listMembers(rows, branch);
  const fullMembers = members.filter(({ member }) => statusOn(member, today)?.standing === 'full').length;
  return { heads: holders('secretary'), small: isSmall({ fullMembers, committee }) };
}

/** Which of the things that wait for a second person concern the caller 回避: of a report only whether the caller itself made it. */
async function concerned(
  { rows, by }: Reading,
  branch: string,
  { second, veto }: Board,
  reported: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const targets = second.map(({ body }) => body.target);
  if (targets.length === 0) return new Set();
  const relatives = (await listMatters(rows, branch, 'relation')).map(
    ({ body: { one, other } }) => [one, other] as const,
  );
  const lines = (await mattersOf(rows, branch, 'line', targets)).filter(({ id, subject = '', body }) => {
    const declarant = body.declarant ?? body.enteredBy ?? subject;
    return reported.has(id) || isRecused(by, { subject, declarant, relatives, steppedBack: [] });
  });
  const vetoes = veto.filter(({ subject }) => subject === by);
  return new Set([...lines, ...vetoes].map(({ id }) => id));
}

/** The open motions on screen on which the caller has still to vote 待投票. */
async function votesOf({ rows, at, by }: Reading, { motion, assembly }: Board): Promise<ReadonlySet<string>> {
  const votes = new Set<string>();
  for (const one of motion as readonly Matter<'motion'>[]) {
    if (one.state !== 'open' || one.body.way !== 'screen') continue;
    const sitting = (assembly as readonly Matter<'assembly'>[]).find(({ id }) => id === one.parent);
    if (!sitting?.body.present.includes(by)) continue;
    const document = await readDocument(rows, at, 'roll', sitting.body.roll ?? 0);
    const roll = document && (JSON.parse(document.text) as Roll);
    if (!roll || !presentEntitled(roll, sitting.body.present).includes(by)) continue;
    const lines = one.body.kind === 'contested' ? await mattersOf(rows, at, 'line', one.body.lines) : [];
    if (lines.some(({ subject }) => subject === by)) continue;
    if (!(await listVoted(rows, at, one.id)).includes(by)) votes.add(one.id);
  }
  return votes;
}

/** Who asks, for the tables of what is owed 待办人: in the branch asked, or as a superior in one below it. */
export async function askerOf(
  reading: Reading,
  branch: string,
  board: Board,
  { settings, reported }: { readonly settings?: Matter<'branch'>; readonly reported: ReadonlySet<string> },
): Promise<Asker> {
  const { rows, at, by, today, member, context } = reading;
  const schemes = await context.schemes.of(rows, branch);
  const inForce = (day: Day) => inForceOn(schemes, day);
  const terms = termsOf(inForce(today)?.document.terms, settings?.body.settings);
  const here = branch === at;
  const offices = await officesOf(reading, branch);
  return {
    by,
    today,
    ...offices,
    may: (action) => reading.mayDo(action as Action, branch),
    wasMember: (day) => {
      const standing = here && member ? statusOn(member, day)?.standing : undefined;
      return standing !== undefined && standing !== 'transferred' && standing !== 'deceased';
    },
    reported,
    concerned: await concerned(reading, branch, board, reported),
    votes: here ? await votesOf(reading, board) : new Set(),
    dayOf: dayOfInstant,
    term: (start, days) => term(context.calendar ?? CALENDAR, start, days),
    replyDays: { objection: terms.objectionReplyDays, question: terms.questionReplyDays },
    yearOf: (day) => yearOn(schemes, day),
    yearNamed: (name) => daysOfYear(schemes, name),
    // Opening points may be of days before any scheme; today's has their component.
    label: (item, day) => itemLabel(inForce(openedBy(item) === undefined ? day : today), item),
  };
}
