import type { Day } from '#domain/kernel/day.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { AssemblyState } from '#domain/process/assembly.ts';
import { line as step } from '#domain/process/declaration.ts';
import { type ByMotion, reasoned } from '#domain/process/guards.ts';
import { month as monthStep } from '#domain/process/month.ts';
import { resolvedRef } from '#domain/process/opening.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import type { Claimed } from '#store/bodies.ts';
import { addEntries } from '#store/entry.ts';
import type { Matter } from '#store/matter.ts';
import { readMatter } from '#store/matter.ts';
import { reverseEntry } from '#store/reversal.ts';
import { hearingOf, needsHearing } from './concerned.ts';
import { isAbout } from './quarter-lines.ts';
import { sittingOf } from './sitting.ts';

/**
 * The fact that enters the ledger 入账事实: as the review adjusted it, else as it was claimed, without words and without who said it. An opening also
 * says in which meeting it was resolved (decision 022).
 */
function factOf({ body }: Matter<'line'>, meeting: Day): Fact {
  const { note: _, ...fact }: Claimed = body.decision?.fact ?? body.fact;
  return body.opening ? { ...fact, ref: resolvedRef(body.fact.ref ?? '', meeting) } : fact;
}

/** Determines a line 评定 by its motion: told, heard, briefed and passed, else refused. What was declined is determined without an entry. */
export async function determineLine(
  doing: Doing,
  line: Matter<'line'>,
  motion: Matter<'motion'>,
): Promise<Matter<'line'>> {
  const sitting = await sittingOf(doing, motion);
  const result = isAbout(motion, line) && motion.state === 'counted' ? motion.body.result : undefined;
  const to = doing.decide(step, line, 'line.determine', {
    hearing: await hearingOf(doing, line.id, await needsHearing(doing, line)),
    briefed: sitting.body.briefed.includes(motion.id),
    ...(result && { motion: result }),
  });
  if (line.state === 'declined') return await doing.move(line, to, { motion: motion.id });
  const entry = { member: line.subject ?? '', fact: factOf(line, sitting.body.day) };
  const { seq } = await addEntries(doing.rows, doing.at, [entry], doing.now, doing.actor);
  return await doing.move(line, to, { motion: motion.id, entry: seq });
}

/** Rejects a line 不予认定; `decision` is whether the meeting decided so. */
export async function rejectLine(
  doing: Doing,
  line: Matter<'line'>,
  motion: Matter<'motion'>,
  { reason, decision }: { readonly reason: string; readonly decision: ByMotion },
): Promise<Matter<'line'>> {
  const to = doing.decide(step, line, 'line.reject', { ...decision, reason });
  return await doing.move(line, to, { motion: motion.id, rejected: reason });
}

/** Whether the meeting decided against a line: the motion to determine it alone was lost. */
function against(motion: Matter<'motion'>, line: Matter<'line'>): ByMotion {
  const alone = motion.body.kind === 'contested' && isAbout(motion, line) ? motion.body.result : undefined;
  if (alone === undefined) return {};
  return { motion: alone === 'lost' ? 'passed' : 'lost' };
}

/** Seals a month 封存: nothing of it changes any more. @throws quarter.not-determined, month.not-closed */
export async function sealMonth(doing: Doing, month: Matter<'month'>, determined: boolean): Promise<Matter<'month'>> {
  return await doing.move(month, doing.decide(monthStep, month, 'month.seal', { determined }));
}

/** Whether the general meeting that decided is over. */
export async function meetingOver(doing: Doing, assembly: string): Promise<boolean> {
  const state = (await readMatter(doing.rows, doing.at, 'assembly', assembly))?.state as AssemblyState | undefined;
  return state === 'closed';
}

/** The acts of a line in the general meeting and after 评定与冲正 (§三(三)–(四), product §5.3, §5.5). */
export const determinationActs: Handlers<ActsOf<'line'>> = {
  'line.determine': async (doing, { id, motion }) => {
    const line = await doing.find('line', id);
    await doing.allow({}, line);
    return doing.answer(await determineLine(doing, line, await doing.find('motion', motion)));
  },
  'line.reject': async (doing, { id, motion: by, reason }) => {
    const line = await doing.find('line', id);
    await doing.allow({}, line);
    const motion = await doing.find('motion', by);
    return doing.answer(await rejectLine(doing, line, motion, { reason, decision: against(motion, line) }));
  },
  'line.reverse': async (doing, { id, finding, reason }) => {
    const line = await doing.find('line', id);
    await doing.allow({}, line);
    doing.must(reasoned, { reason });
    const to = doing.decide(step, line, 'line.reverse', { ...doing.two, finding });
    const { entry } = line.body;
    if (entry === undefined) return doing.answer(await doing.move(line, to));
    const back = { reverses: entry, reason, finding };
    const { seq } = await reverseEntry(doing.rows, doing.at, back, doing.now, doing.actor);
    return doing.answer(await doing.move(line, to, { reversal: seq }));
  },
};
