import type { z } from 'zod';
import type { sittingAnswer } from '#contract/read/sitting.ts';
import type { AssemblyState } from '#domain/process/assembly.ts';
import type { MotionState } from '#domain/process/motion.ts';
import type { QuarterState } from '#domain/process/quarter.ts';
import { presentEntitled } from '#domain/process/roll.ts';
import type { SittingNow, SittingQuarter, Unreported } from '#domain/process/sitting-next.ts';
import { daysApart } from '#domain/process/small-branch.ts';
import { reviewDays } from '#service/process/assembly.ts';
import { monthsOpen } from '#service/process/quarter-lines.ts';
import { committeeOf } from '#service/process/review.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter, readMatter } from '#store/matter.ts';
import type { OnTable } from './sitting-lines.ts';
import { notVotingOn, type Votes } from './sitting-motions.ts';
import type { Outcome } from './sitting-outcomes.ts';

type Quarter = NonNullable<z.infer<typeof sittingAnswer>['quarter']>;

/** What stands around a meeting 会议所涉: its quarter and how that can be determined, its minutes, the register, and the sheets still owed. */
export type Around = {
  readonly quarter?: Quarter;
  readonly ahead?: SittingQuarter;
  readonly minutes?: Matter<'minutes'>;
  readonly register?: Matter<'register'>;
  readonly supplements: SittingNow['supplements'];
  readonly noticed: boolean;
};

/** Reads what stands around a meeting. */
export async function aroundOf(
  { rows, at, today }: Reading,
  sitting: Matter<'assembly'>,
  motions: readonly Matter<'motion'>[],
  table: readonly OnTable[],
): Promise<Around> {
  const { id, period } = sitting;
  const minutes = (await listMatters(rows, at, 'minutes', { parent: id })).at(-1);
  const found = period === undefined ? undefined : await readMatter(rows, at, 'quarter', period);
  const kept = { ...(minutes && { minutes }), supplements: [], noticed: false };
  if (!found || period === undefined) return kept;
  const open = await monthsOpen({ rows, at, today }, period);
  const undecided = table.filter((one) => one.undecided);
  const passed = passedBundle(motions, sitting);
  const waitingFor = undecided.filter(({ waiting }) => !waiting);
  const ahead: SittingQuarter = {
    id: period,
    state: found.state as QuarterState,
    monthsOpen: open,
    contested: waitingFor
      .filter(({ contested, motion }) => contested && !motion)
      .toSorted((a, b) => a.number - b.number)
      .map(({ line }) => line.id),
    rest: waitingFor.filter(({ contested, motion }) => !contested && motion?.body.kind !== 'contested').length,
    undecided: undecided.length,
    ...(passed && { passed: passed.id }),
  };
  const { motion } = found.body;
  const quarter: Quarter = {
    id: period,
    state: found.state,
    revision: found.revision,
    ...(motion !== undefined && { motion }),
    monthsOpen: open,
    linesToDecide: {
      contested: undecided.filter(({ contested }) => contested).length,
      rest: undecided.filter(({ contested }) => !contested).length,
    },
  };
  const registers = await listMatters(rows, at, 'register', { period: [period] });
  const register = registers.find(({ body }) => body.kind === 'register');
  const notices = await listMatters(rows, at, 'notice', { period: [period], notState: ['withdrawn'] });
  const noticed = notices.some(({ body }) => body.of === 'quarter');
  const supplements = await supplementsOwed({ rows, at }, table);
  return { ...kept, quarter, ahead, ...(register && { register }), supplements, noticed };
}

/** The motion that passed the bundle of a meeting's quarter: its own if there is one, else the last. */
function passedBundle(
  motions: readonly Matter<'motion'>[],
  { id, period }: Matter<'assembly'>,
): Matter<'motion'> | undefined {
  const passed = motions.filter(
    ({ body, period: of }) => body.kind === 'bundle' && body.result === 'passed' && of === period,
  );
  return passed.findLast(({ parent }) => parent === id) ?? passed.at(-1);
}

/** Earlier quarters of which a line was determined here that stands on no sealed sheet of theirs yet 补充登记 (product §3.9). */
async function supplementsOwed(
  { rows, at }: Pick<Reading, 'rows' | 'at'>,
  table: readonly OnTable[],
): Promise<SittingNow['supplements']> {
  const late = table.flatMap(({ line: { id, state, body } }) =>
    state === 'determined' && body.entry !== undefined && body.supplementTo !== undefined
      ? [{ id, quarter: body.supplementTo }]
      : [],
  );
  if (late.length === 0) return [];
  const quarters = [...new Set(late.map(({ quarter }) => quarter))].toSorted();
  const sheets = await listMatters(rows, at, 'register', { period: quarters });
  return quarters.flatMap((quarter) => {
    const of = sheets.filter(({ period, body }) => period === quarter && body.kind === 'supplement');
    const sealed = of.filter(({ state }) => state === 'sealed').map(({ body }) => body.text);
    const owed = late.some((line) => line.quarter === quarter && !sealed.some((text) => text.includes(`"${line.id}"`)));
    const drafted = of.find(({ state }) => state === 'drafted')?.id;
    return owed ? [{ quarter, ...(drafted !== undefined && { drafted }) }] : [];
  });
}

/** A meeting as its next step hangs on it. */
export async function nowOf(
  reading: Reading,
  votes: Votes,
  more: Around & { readonly own: readonly Matter<'motion'>[]; readonly owed: readonly Outcome[] },
): Promise<SittingNow> {
  const { sitting, roll, law } = votes;
  const { state, body } = sitting;
  const { own, owed, ahead, minutes, register, supplements, noticed } = more;
  return {
    state: state as AssemblyState,
    today: reading.today,
    day: body.day,
    sameDay: state === 'convened' && !daysApart(await committeeOf(reading), body.day, await reviewDays(reading)),
    chair: body.chair,
    recorder: body.recorder,
    attended: body.present.length + body.leave.length > 0,
    entitled: roll.entitled,
    present: presentEntitled(roll, body.present).length,
    law,
    owed: body.owed.length,
    told: body.told,
    unreported: owed.flatMap(unreported),
    motions: own.map((motion) => ({
      id: motion.id,
      kind: motion.body.kind,
      state: motion.state as MotionState,
      briefed: body.briefed.includes(motion.id),
      notVoting: notVotingOn(motion, votes).length,
      ...(motion.body.way && { way: motion.body.way }),
    })),
    ...(ahead && { quarter: ahead }),
    ...(minutes && {
      minutes: { signed: minutes.state === 'signed', chair: minutes.body.chair, recorder: minutes.body.recorder },
    }),
    ...(register && { register: { id: register.id, sealed: register.state === 'sealed' } }),
    supplements,
    noticed,
  };
}

function unreported({ noun, id, state, body }: Outcome): readonly Unreported[] {
  if (state !== 'answered') return [];
  const ready = body.result === 'dismissed' || body.carriedOut;
  return [{ noun, id, ...(!ready && { blocked: 'finding.not-carried-out' as const }) }];
}
