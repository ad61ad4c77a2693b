import { z } from 'zod';
import type { ActAnswer } from '#contract/endpoint.ts';
import { parsePeriod } from '#domain/kernel/day.ts';
import { monthsOfQuarter } from '#domain/kernel/period.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { hasVote } from '#domain/process/roll.ts';
import { listVoted } from '#store/ballot.ts';
import type { Rows } from '#store/database.ts';
import { listMatters, type Matter, readMatter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { contestedTitle, restTitle } from '#words/web/meeting-record.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

type Act = (who: string, action: string, given: Readonly<Record<string, unknown>>) => Promise<ActAnswer>;

/** A meeting on the stage: whose branch, who leads it, who keeps its records. */
type Hall = {
  readonly stage: Stage;
  readonly rows: Rows;
  readonly branch: string;
  readonly on: string;
  readonly by: string;
  readonly act: Act;
};

const away = z.array(z.string()).default([]);
const sitGiven = z.strictObject({ assembly: z.string(), absent: away });
const ballotGiven = z.strictObject({
  motion: z.string(),
  noes: z.array(z.string()).default([]),
  abstain: z.array(z.string()).default([]),
});
const determineGiven = z.strictObject({ assembly: z.string(), quarter: z.string(), against: z.number().default(0) });
const meetingGiven = z.strictObject({
  quarter: z.string(),
  place: z.string(),
  chair: z.string(),
  recorder: z.string(),
  items: z.array(z.string()),
  absent: away,
  against: z.number().default(0),
});

/** A general meeting of a quarter 季度党员大会 by show of hands, from its convening to the signed minutes. */
export const meeting: Scene = async (stage, rows, step, raw) => {
  const { absent, against, ...called } = meetingGiven.parse(raw);
  const hall = hallOf(stage, rows, step);
  const { quarter } = called;
  const { id } = await hall.act(hall.by, 'assembly.convene', { ...called, day: hall.on });
  await sitDown(hall, id, absent);
  return await determine(hall, { assembly: id, quarter, against });
};

/** A convened meeting sits down 开会: the roll is frozen, everyone on it comes but who is told absent, and the outcomes it is owed are told first. */
export const sit: Scene = async (stage, rows, step, raw) => {
  const { assembly, absent } = sitGiven.parse(raw);
  return await sitDown(hallOf(stage, rows, step), assembly, absent);
};

/** A secret ballot on screen 无记名投票 on a motion that was put: whoever is there, may vote and has not does, aye unless told otherwise. */
export const ballot: Scene = async (stage, rows, step, raw) => {
  const { motion: id, noes, abstain } = ballotGiven.parse(raw);
  const hall = hallOf(stage, rows, step);
  const motion = await theMatter(hall, 'motion', id);
  const sitting = await theMatter(hall, 'assembly', motion.parent ?? '');
  if (motion.state === 'put') {
    await hall.act(hall.by, 'assembly.brief', { id: sitting.id, motion: id });
    await hall.act(hall.by, 'motion.open', { id, way: 'screen' });
  }
  const voted = await listVoted(rows, stage.branch(step.branch), id);
  for (const voter of await votersOf(hall, sitting, motion.body.lines)) {
    if (voted.includes(voter)) continue;
    const against = noes.includes(voter) ? 'no' : 'aye';
    await hall.act(voter, 'motion.cast', { id, choice: abstain.includes(voter) ? 'abstain' : against });
  }
  return await hall.act(sitting.body.recorder, 'motion.count', { id });
};

/** What is left of a quarter is determined 评定 by show of hands; the meeting ends, register and minutes are sealed. */
export const determineQuarter: Scene = async (stage, rows, step, raw) =>
  await determine(hallOf(stage, rows, step), determineGiven.parse(raw));

function hallOf(stage: Stage, rows: Rows, { branch, by, on }: Parameters<Scene>[2]): Hall {
  const act: Act = async (who, action, given) => await stage.act(rows, branch, who, action, given);
  return { stage, rows, branch, by, on, act };
}

async function theMatter<N extends 'assembly' | 'motion'>(hall: Hall, noun: N, id: string): Promise<Matter<N>> {
  const found = await readMatter(hall.rows, hall.stage.branch(hall.branch), noun, id);
  if (!found) throw new Error(`there is no ${noun} ${id}`);
  return found;
}

async function sitDown(hall: Hall, id: string, absent: readonly string[]): Promise<ActAnswer> {
  const { stage, rows, branch, by, act } = hall;
  const { recorder } = (await theMatter(hall, 'assembly', id)).body;
  await act(recorder, 'assembly.freeze', { id });
  const there = (await listMembers(rows, stage.branch(branch))).filter(({ member }) => isHere(member, hall.on));
  const present = there.map(({ member }) => member.id).filter((one) => !absent.includes(one));
  const leave = absent.map((member) => ({ member, reason: '请假' }));
  await act(recorder, 'assembly.attend', { id, present, leave });
  await act(by, 'assembly.open', { id });
  const told = await act(by, 'assembly.brief', { id, outcomes: true });
  for (const noun of ['objection', 'appeal'] as const)
    for (const outcome of await listMatters(rows, stage.branch(branch), noun, { state: ['answered'] }))
      await act(by, `${noun}.report`, { id: outcome.id, assembly: id });
  return told;
}

async function determine(
  hall: Hall,
  { assembly: id, quarter, against }: z.infer<typeof determineGiven>,
): Promise<ActAnswer> {
  const { by, act } = hall;
  const sitting = await theMatter(hall, 'assembly', id);
  const { chair, recorder } = sitting.body;
  const { schemes } = hall.stage.context;
  const inForce = await schemes.inForce(hall.rows, hall.stage.branch(hall.branch), hall.on);
  for (const [at, line] of (await contestedLines(hall, quarter)).entries()) {
    const { item } = line.body.fact;
    const title = contestedTitle(at + 1, inForce?.nodes.get(item)?.node.label ?? item);
    const motion = await act(by, 'motion.put', { assembly: id, kind: 'contested', title, quarter, lines: [line.id] });
    const votes = (await votersOf(hall, sitting, [line.id])).length;
    await byHands(hall, sitting, { motion: motion.id, ayes: votes, noes: 0 });
  }
  const bundle = await act(by, 'motion.put', { assembly: id, kind: 'bundle', title: restTitle(quarter), quarter });
  const votes = (await votersOf(hall, sitting, [])).length;
  await byHands(hall, sitting, { motion: bundle.id, ayes: votes - against, noes: against });
  await act(recorder, 'quarter.determine', { id: quarter, motion: bundle.id });
  const closed = await act(by, 'assembly.close', { id });
  const register = await act(recorder, 'register.draw', { quarter });
  await act(recorder, 'register.seal', { id: register.id });
  const minutes = await act(recorder, 'minutes.draft', { assembly: id });
  await act(recorder, 'minutes.sign', { id: minutes.id });
  await act(chair, 'minutes.sign', { id: minutes.id });
  return closed;
}

async function byHands(
  { by, act }: Hall,
  { id, body: { recorder } }: Matter<'assembly'>,
  { motion, ayes, noes }: { readonly motion: string; readonly ayes: number; readonly noes: number },
): Promise<void> {
  await act(by, 'assembly.brief', { id, motion });
  await act(by, 'motion.open', { id: motion, way: 'hands' });
  await act(recorder, 'motion.count', { id: motion, counts: { ayes, noes, abstentions: 0 } });
}

/** Who is there and may vote: of a line that stands alone not its subject. */
async function votersOf(
  { stage, rows, branch, on }: Hall,
  { body: { present } }: Matter<'assembly'>,
  lines: readonly string[],
): Promise<readonly string[]> {
  const at = stage.branch(branch);
  const subjects = await Promise.all(lines.map(async (id) => (await readMatter(rows, at, 'line', id))?.subject));
  const members = (await listMembers(rows, at)).map(({ member }) => member);
  return members
    .filter((member) => hasVote(statusOn(member, on)?.standing ?? 'transferred'))
    .map(({ id }) => id)
    .filter((id) => present.includes(id) && !subjects.includes(id));
}

function isHere(member: Parameters<typeof statusOn>[0], day: string): boolean {
  const standing = statusOn(member, day)?.standing;
  return standing !== undefined && standing !== 'transferred' && standing !== 'deceased';
}

/** The lines of a quarter that stand alone 有异议 and that this or an earlier meeting has not decided alone yet. */
async function contestedLines({ stage, rows, branch }: Hall, quarter: string): Promise<readonly Matter<'line'>[]> {
  if (parsePeriod(quarter) === undefined) return [];
  const at = stage.branch(branch);
  const state = ['accepted', 'adjusted', 'declined', 'referred'];
  const lines = await listMatters(rows, at, 'line', { state, period: monthsOfQuarter(quarter) });
  const hearings = await listMatters(rows, at, 'hearing', { parents: lines.map(({ id }) => id) });
  const contested = new Set(hearings.flatMap(({ parent, body }) => (body.answer === 'contest' ? [parent] : [])));
  const counted = await listMatters(rows, at, 'motion', { state: ['counted'] });
  const alone = new Set(counted.flatMap(({ body }) => (body.kind === 'contested' ? body.lines : [])));
  return lines.filter(({ id, state: now }) => !alone.has(id) && (now === 'referred' || contested.has(id)));
}
