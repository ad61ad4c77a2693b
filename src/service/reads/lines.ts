import type { z } from 'zod';
import type { AnswerOf, InputOf } from '#contract/api.ts';
import type { lineAnswer } from '#contract/read/process.ts';
import { term } from '#domain/calendar/term.ts';
import type { Context } from '#service/context.ts';
import { CALENDAR } from '#service/doing.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter, type Sought } from '#store/matter.ts';
import { reportedBy } from '#store/shield.ts';

type LineAnswer = z.infer<typeof lineAnswer>;

const MOST = 100;

/** A line as sent; a reporter's name is never among it (product §3.3). */
export function lineOf(
  context: Context,
  { id, state, revision, subject = '', period = '', body }: Matter<'line'>,
  hearing?: Matter<'hearing'>,
): LineAnswer {
  const {
    origin,
    declarant,
    fact,
    points,
    deduction,
    words,
    decision,
    motion,
    entry,
    reversal,
    supplementTo,
    evidence,
  } = body;
  return {
    id,
    state,
    revision,
    subject,
    month: period,
    origin,
    fact,
    deduction,
    ...(declarant !== undefined && { declarant }),
    ...(points !== undefined && { points }),
    ...(words !== undefined && { words }),
    ...(hearing && { hearing: hearingOf(context, hearing) }),
    ...(decision && { decision: { ...decision, ayes: [...decision.ayes] } }),
    ...(motion !== undefined && { motion }),
    ...(entry !== undefined && { entry }),
    ...(reversal !== undefined && { reversal }),
    ...(evidence && { evidence: evidence.map((one) => ({ ...one })) }),
    ...(supplementTo !== undefined && { supplementTo }),
  };
}

/** A hearing as sent 告知申辩. */
export function hearingOf(
  { calendar = CALENDAR }: Context,
  { id, state, revision, body }: Matter<'hearing'>,
): NonNullable<LineAnswer['hearing']> {
  const { last, provisional } = term(calendar, body.start, body.days);
  const { answer, words } = body;
  return {
    id,
    state,
    revision,
    start: body.start,
    last,
    provisional,
    ...(answer !== undefined && { answer }),
    ...(words !== undefined && { words }),
  };
}

/** Lines by page, each with its hearing. */
async function pageOf(
  reading: Reading,
  sought: Sought,
  { limit = MOST, cursor }: { readonly limit?: number; readonly cursor?: string },
  mine?: (line: Matter<'line'>) => boolean,
): Promise<AnswerOf<'declaration.list'>> {
  const all = await listMatters(reading.rows, reading.at, 'line', {
    ...sought,
    ...(cursor !== undefined && { after: cursor }),
    ...(!mine && { most: limit + 1 }),
  });
  const found = mine ? all.filter(mine) : all;
  const rows = found.slice(0, limit);
  const hearings = await listMatters(reading.rows, reading.at, 'hearing', { parents: rows.map(({ id }) => id) });
  const byLine = new Map(hearings.map((one) => [one.parent, one]));
  return {
    rows: rows.map((line) => lineOf(reading.context, line, byLine.get(line.id))),
    next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** The lines of a branch 事项清单, or one's own and those that one reported: `declaration.list`. @throws right.missing */
export async function listLines(
  reading: Reading,
  { state, month, member, limit, cursor }: InputOf<'declaration.list'>,
): Promise<AnswerOf<'declaration.list'>> {
  const sought: Sought = {
    ...(state !== undefined && { state: state.split(',') }),
    ...(month !== undefined && { period: [month] }),
    ...(member !== undefined && { subject: member }),
  };
  const page = { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
  if (member === reading.by) {
    await reading.allow([reading.by], member);
    const reported = new Set(
      await reportedBy(reading.rows, reading.at, reading.context.secrets.digest('shield', reading.by)),
    );
    const { subject: _, ...rest } = sought;
    // Of a report its subject learns when it is told, not while somebody writes it or after it was thrown away.
    const told = new Set((await listMatters(reading.rows, reading.at, 'hearing', { subject: member })).map(parentOf));
    const mine = ({ id, subject, state: now, body }: Matter<'line'>): boolean =>
      reported.has(id) || (subject === member && (body.origin !== 'report' || (told.has(id) && now !== 'draft')));
    return await pageOf(reading, rest, page, mine);
  }
  await reading.allow([], member ?? setOf(state, month));
  // A draft is its author's alone.
  return await pageOf(
    reading,
    sought.state ? sought : { ...sought, notState: ['draft'] },
    page,
    state?.includes('draft') ? ({ state: one }) => one !== 'draft' : undefined,
  );
}

function parentOf({ parent }: Matter<'hearing'>): string | undefined {
  return parent;
}

function setOf(state = 'all', month = 'all'): string {
  return `#lines ${month} ${state}`;
}

/** Raw lines of a member for a superior, with a reason that the branch sees: `line.open`. @throws right.missing */
export async function openLines(
  reading: Reading,
  { member, reason }: InputOf<'line.open'>,
): Promise<AnswerOf<'line.open'>> {
  await reading.allow([], member, reason);
  return await pageOf(reading, { subject: member, notState: ['draft'] }, { limit: 500 });
}
