import type { z } from 'zod';
import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import type { sittingAnswer } from '#contract/read/sitting.ts';
import { presentEntitled } from '#domain/process/roll.ts';
import { sittingNext } from '#domain/process/sitting-next.ts';
import { meetingMeant } from '#domain/process/sitting-table.ts';
import { ayesNeeded, hasQuorum, quorumOf } from '#domain/process/voting.ts';
import { rollToday } from '#service/process/roll.ts';
import { frozenRoll } from '#service/process/sitting.ts';
import { termsOn } from '#service/public/terms.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';
import { lineShown, motionsFor, tableOf } from './sitting-lines.ts';
import { motionsShown, type Votes } from './sitting-motions.ts';
import { aroundOf, nowOf } from './sitting-now.ts';
import { outcomeShown, outcomesOwed } from './sitting-outcomes.ts';

type Sitting = z.infer<typeof sittingAnswer>;

/** The offices that prepare a meeting and read its lines before it is open. */
const OFFICES = ['secretary', 'recorder', 'committee'] as const;

/** A general meeting as those in it follow it 会议进行, asked for every two seconds: `assembly.follow`. @throws right.missing, thing.unknown */
export async function followAssembly(
  reading: Reading,
  { id, wall = false }: InputOf<'assembly.follow'>,
): Promise<AnswerOf<'assembly.follow'>> {
  if (!reading.may()) throw new Refusal('right.missing');
  const meetings = await listMatters(reading.rows, reading.at, 'assembly');
  const sitting = id === undefined ? meantOf(meetings, reading.today) : meetings.find((meeting) => meeting.id === id);
  if (sitting) return { sitting: await sittingShown(reading, sitting, wall) };
  if (id !== undefined) throw new Refusal('thing.unknown');
  return { sitting: null };
}

function meantOf(meetings: readonly Matter<'assembly'>[], today: string): Matter<'assembly'> | undefined {
  const called = meetings.map((meeting) => ({ id: meeting.id, state: meeting.state, day: meeting.body.day, meeting }));
  return meetingMeant(called, today)?.meeting;
}

/** Who the caller is to the meeting, and so what is shown of its lines; whoever in office reads them from outside is noted (product §3.6, §5.8). */
async function shownTo(reading: Reading, { id, state, body }: Matter<'assembly'>, wall: boolean) {
  const office = reading.holds(OFFICES);
  const here = body.present.includes(reading.by);
  const before = state === 'convened' || state === 'frozen' || state === 'open';
  const full = (state === 'open' && here) || (office && before);
  const ofBranch = office || reading.holds(['member', 'probationary']);
  const outside = !ofBranch || (full && !(state === 'open' && here));
  if (outside) await reading.noteOnceADay(`#sitting ${id}`);
  return { full, wall, office, here };
}

async function sittingShown(reading: Reading, sitting: Matter<'assembly'>, wall: boolean): Promise<Sitting> {
  const { rows, at, context, today } = reading;
  const { office, here, ...shown } = await shownTo(reading, sitting, wall);
  const frozen = sitting.body.roll !== undefined;
  const roll = frozen ? await frozenRoll(reading, sitting) : await rollToday(reading);
  const { voting: law } = await termsOn(context, rows, at, today);
  const motions = await motionsFor(reading, sitting);
  const own = motions.filter(({ parent }) => parent === sitting.id);
  const table = await tableOf(reading, sitting, motions);
  const votes: Votes = { sitting, roll, law, table };
  const around = await aroundOf(reading, sitting, motions, table);
  const owed = await outcomesOwed(reading, sitting);
  const schemes = await context.schemes.of(rows, at);
  const alone = table.filter(({ contested, motion }) => contested || motion?.body.kind === 'contested');
  const rest = table.filter((one) => !alone.includes(one));
  const present = presentEntitled(roll, sitting.body.present).length;
  const { minutes, register } = around;
  const name = await namesOf(reading);
  return {
    meeting: { ...meetingShown(sitting, name), owed: owed.map((one) => outcomeShown(one, shown)) },
    full: shown.full,
    office,
    here,
    roll: rollShown(sitting, name, { roll, frozen, wall }),
    quorum: { least: quorumOf(roll.entitled, law), present, met: hasQuorum(roll.entitled, present, law) },
    law: { entitled: roll.entitled, ayes: ayesNeeded(roll.entitled, law) },
    quarter: around.quarter ?? null,
    contested: byNumber(alone).map((one) => lineShown(one, shown, schemes, true)),
    rest: byNumber(rest).map((one) => lineShown(one, shown, schemes, false)),
    motions: await motionsShown(reading, own, votes, shown),
    minutes: minutes ? { ...headOf(minutes), chair: minutes.body.chair, recorder: minutes.body.recorder } : null,
    register: register ? headOf(register) : null,
    next: sittingNext(await nowOf(reading, votes, { ...around, own, owed })),
  };
}

function byNumber<T extends { readonly number: number }>(lines: readonly T[]): readonly T[] {
  return lines.toSorted((a, b) => a.number - b.number);
}

function headOf({ id, state, revision }: Matter) {
  return { id, state, revision };
}

type NameOf = (id: string) => string;

async function namesOf({ rows, at }: Reading): Promise<NameOf> {
  const names = new Map((await listMembers(rows, at)).map(({ member: { id, name } }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

function meetingShown(sitting: Matter<'assembly'>, name: NameOf): Omit<Sitting['meeting'], 'owed'> {
  const { body, period } = sitting;
  const { day, place, chair, recorder, items, told, reason } = body;
  return {
    ...headOf(sitting),
    day,
    place,
    chair: { id: chair, name: name(chair) },
    recorder: { id: recorder, name: name(recorder) },
    ...(period !== undefined && { period }),
    items: [...items],
    told,
    ...(reason !== undefined && { reason }),
  };
}

function rollShown(
  { body: { present, leave } }: Matter<'assembly'>,
  name: NameOf,
  { roll, frozen, wall }: { readonly roll: Votes['roll']; readonly frozen: boolean; readonly wall: boolean },
): Sitting['roll'] {
  // Why somebody has no vote or is ill is not for the wall.
  return {
    frozen,
    entitled: roll.entitled,
    lines: roll.lines.map(({ member, entitled, reason }) => ({
      member,
      name: name(member),
      entitled,
      ...(!wall && { reason }),
    })),
    present: [...present],
    leave: leave.map(({ member, reason }) => ({ member, ...(!wall && { reason }) })),
  };
}
