import { z } from 'zod';
import type { ActAnswer } from '#contract/endpoint.ts';
import { parsePeriod } from '#domain/kernel/day.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { hasVote } from '#domain/process/roll.ts';
import type { Rows } from '#store/database.ts';
import { listMatters } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { declareFacts } from './declare-facts.ts';
import { reviewMonth } from './review-month.ts';
import type { Stage } from './stage.ts';
import type { StoryStep } from './story.ts';

/** A scene 场景: what belongs together on a day, in the actions of everybody. */
export type Scene = (
  stage: Stage,
  rows: Rows,
  step: StoryStep,
  given: Readonly<Record<string, unknown>>,
) => Promise<ActAnswer | undefined>;

const meetingGiven = z.strictObject({
  quarter: z.string(),
  place: z.string(),
  chair: z.string(),
  recorder: z.string(),
  items: z.array(z.string()),
  absent: z.array(z.string()).default([]),
  noes: z.record(z.string(), z.number()).default({}),
});

/**
 * A general meeting of a quarter 季度党员大会, from its convening to the signed minutes: contested lines one by one, the rest together, by show of
 * hands; everyone on the roll comes but who is told absent, and `noes` says how many are against a contested line.
 */
const meeting: Scene = async (stage, rows, { branch, by, on }, raw) => {
  const { quarter, absent, noes, ...called } = meetingGiven.parse(raw);
  const act = async (who: string, action: string, given: Readonly<Record<string, unknown>>): Promise<ActAnswer> =>
    await stage.act(rows, branch, who, action, given);
  const { chair, recorder } = called;
  const { id } = await act(by, 'assembly.convene', { ...called, day: on, quarter });
  await act(recorder, 'assembly.freeze', { id });
  const members = (await listMembers(rows, stage.branch(branch))).map(({ member }) => member);
  const there = members.filter((member) => statusOn(member, on) !== undefined);
  const present = there.map((member) => member.id).filter((one) => !absent.includes(one));
  const leave = absent.map((member) => ({ member, reason: '请假' }));
  await act(recorder, 'assembly.attend', { id, present, leave });
  await act(by, 'assembly.open', { id });
  await act(by, 'assembly.brief', { id, outcomes: true });
  const voters = there.filter(
    (member) => present.includes(member.id) && hasVote(statusOn(member, on)?.standing ?? 'transferred'),
  );
  for (const line of await contestedLines(stage, rows, branch, quarter)) {
    const motion = await act(by, 'motion.put', {
      assembly: id,
      kind: 'contested',
      title: '有异议事项',
      quarter,
      lines: [line.id],
    });
    const against = noes[line.id] ?? 0;
    const votes = voters.length - (voters.some((voter) => voter.id === line.subject) ? 1 : 0);
    await decide(act, { by, recorder, id, motion: motion.id, ayes: votes - against, noes: against });
  }
  const bundle = await act(by, 'motion.put', { assembly: id, kind: 'bundle', title: `${quarter} 积分评定`, quarter });
  await decide(act, { by, recorder, id, motion: bundle.id, ayes: voters.length, noes: 0 });
  await act(recorder, 'quarter.determine', { id: quarter, motion: bundle.id });
  for (const { id: objection } of await listMatters(rows, stage.branch(branch), 'objection', { state: ['answered'] }))
    await act(by, 'objection.report', { id: objection, assembly: id });
  for (const { id: appeal } of await listMatters(rows, stage.branch(branch), 'appeal', { state: ['answered'] }))
    await act(by, 'appeal.report', { id: appeal, assembly: id });
  await act(by, 'assembly.close', { id });
  const register = await act(recorder, 'register.draw', { quarter });
  await act(recorder, 'register.seal', { id: register.id });
  const minutes = await act(recorder, 'minutes.draft', { assembly: id });
  await act(recorder, 'minutes.sign', { id: minutes.id });
  await act(chair, 'minutes.sign', { id: minutes.id });
  return { id, state: 'closed', revision: 0 };
};

type Act = (who: string, action: string, given: Readonly<Record<string, unknown>>) => Promise<ActAnswer>;

async function decide(
  act: Act,
  vote: {
    readonly by: string;
    readonly recorder: string;
    readonly id: string;
    readonly motion: string;
    readonly ayes: number;
    readonly noes: number;
  },
): Promise<void> {
  const { by, recorder, id, motion, ayes, noes } = vote;
  await act(by, 'assembly.brief', { id, motion });
  await act(by, 'motion.open', { id: motion, way: 'hands' });
  await act(recorder, 'motion.count', { id: motion, counts: { ayes, noes, abstentions: 0 } });
}

async function contestedLines(stage: Stage, rows: Rows, branch: string, quarter: string) {
  const span = parsePeriod(quarter);
  const lines = await listMatters(rows, stage.branch(branch), 'line', {
    state: ['accepted', 'adjusted', 'declined', 'referred'],
  });
  const hearings = await listMatters(rows, stage.branch(branch), 'hearing', { parents: lines.map(({ id }) => id) });
  const contested = new Set(hearings.flatMap(({ parent, body }) => (body.answer === 'contest' ? [parent] : [])));
  return lines.filter(
    ({ id, state, period = '' }) =>
      span !== undefined &&
      `${period}-01` >= span.from &&
      `${period}-01` <= span.to &&
      (state === 'referred' || contested.has(id)),
  );
}

/** A notice 公示 of a quarter's register or a settlement: drafted by one, its content reviewed by another, posted. */
const notice: Scene = async (stage, rows, { branch, by }, raw) => {
  const given = z
    .strictObject({ of: z.string(), period: z.string(), author: z.string(), reviewer: z.string() })
    .parse(raw);
  const { of, period, author, reviewer } = given;
  const { id } = await stage.act(rows, branch, author, 'notice.draft', { of, period });
  await stage.act(rows, branch, reviewer, 'notice.review', { id });
  const posted = await stage.act(rows, branch, by, 'notice.post', { id });
  if (of === 'quarter') await stage.act(rows, branch, by, 'quarter.post', { id: period });
  return posted;
};

/** The scenes by name. */
export const SCENES: ReadonlyMap<string, Scene> = new Map([
  ['scene.declare', declareFacts],
  ['scene.review', reviewMonth],
  ['scene.meeting', meeting],
  ['scene.notice', notice],
]);
