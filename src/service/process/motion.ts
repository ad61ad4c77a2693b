import type { InputOf } from '#contract/api.ts';
import type { AssemblyState } from '#domain/process/assembly.ts';
import { type Counts, resultOf, type VotingWay } from '#domain/process/ballot.ts';
import { type MotionActs, motion as step } from '#domain/process/motion.ts';
import type { Doing } from '#service/doing.ts';
import type { ActsOf, Handlers } from '#service/handler.ts';
import { listVoted } from '#store/ballot.ts';
import type { Matter } from '#store/matter.ts';
import { castBallot, countBallots } from './ballot-box.ts';
import { DECIDED, decidedOn, isContested, linesToDecide, monthsOpen } from './quarter-lines.ts';
import { frozenRoll, isUndecided, pollOf, sittingOf, subjectsOf } from './sitting.ts';

type Put = InputOf<'motion.put'>;

/** Whether a line stands in a motion already: one that waits for its vote, or that decided it. */
async function takenBy(doing: Doing): Promise<(line: Matter<'line'>) => boolean> {
  const waiting = (await doing.list('motion')).filter(isUndecided).flatMap(({ body }) => body.lines);
  const decided = await decidedOn(doing);
  return (line) => waiting.includes(line.id) || decided(line) !== undefined;
}

/** The lines of a motion: of a bundle all that nobody contests, unless they are told; else those that are told. */
async function linesOf(doing: Doing, { kind, lines, quarter }: Put): Promise<readonly Matter<'line'>[]> {
  const taken = await takenBy(doing);
  if (kind === 'bundle' && lines === undefined) {
    const all = await linesToDecide(doing, quarter ?? '');
    const contested = await Promise.all(all.map(async (line) => await isContested(doing, line)));
    return all.filter((line, at) => contested[at] === false && !taken(line));
  }
  const told = await Promise.all([...new Set(lines)].map(async (line) => await doing.find('line', line)));
  if (told.some((line) => !DECIDED.some((state) => state === line.state) || taken(line)))
    doing.refuse({ refused: 'line.not-now' });
  return told;
}

/** How many of a motion's lines must stand alone: in a bundle those that are contested, elsewhere every line, for whoever puts it alone wants it so. */
async function contestedIn(doing: Doing, kind: Put['kind'], lines: readonly Matter<'line'>[]): Promise<number> {
  if (kind !== 'bundle') return lines.length;
  let contested = 0;
  for (const line of lines) if (await isContested(doing, line)) contested++;
  return contested;
}

function guardKind(kind: Put['kind']): MotionActs['motion.put']['kind'] {
  return kind === 'bundle' || kind === 'contested' ? kind : 'other';
}

/** The counts as the way of the vote has them; a number that is missing is none. */
function countsOf(way: VotingWay | undefined, given: InputOf<'motion.count'>['counts']): Counts {
  const none = Number.NaN;
  const { ayes = none, noes = none, abstentions = none } = given ?? {};
  const votes = { ayes, noes, abstentions };
  if (way !== 'paper') return { way: 'hands', ...votes };
  const { issued = none, returned = none, invalid = none } = given ?? {};
  return { way, issued, returned, ...votes, invalid };
}

/** The acts of a motion 表决 (§三(三), product §3.6). */
export const motionActs: Handlers<ActsOf<'motion'>> = {
  'motion.put': async (doing, given) => {
    await doing.allow({});
    const { kind, title, quarter, about } = given;
    const sitting = await doing.find('assembly', given.assembly);
    const period = quarter ?? sitting.period;
    const lines = await linesOf(doing, { ...given, quarter: period });
    const contested = await contestedIn(doing, kind, lines);
    const facts = { assembly: sitting.state as AssemblyState, kind: guardKind(kind), contested };
    const to = doing.decide(step, undefined, 'motion.put', facts);
    const open = guardKind(kind) === 'other' || period === undefined ? 0 : await monthsOpen(doing, period);
    if (open > 0) doing.refuse({ refused: 'quarter.months-open', params: { months: open } });
    const body = {
      kind,
      title,
      lines: lines.map(({ id }) => id),
      revisions: lines.map(({ revision }) => revision),
      ...(about !== undefined && { about }),
    };
    return doing.answer(await doing.add('motion', { state: to, parent: sitting.id, ...(period && { period }), body }));
  },
  'motion.open': async (doing, { id, way, knowing = false }) => {
    const motion = await doing.find('motion', id);
    await doing.allow({}, motion);
    const sitting = await sittingOf(doing, motion);
    const briefed = sitting.body.briefed.includes(id);
    const facts = { ...(await pollOf(doing, sitting, motion)), briefed, way, knowing };
    const to = doing.decide(step, motion, 'motion.open', facts);
    // That the chair knew that nothing can pass is recorded (decision 009).
    return doing.answer(await doing.move(motion, to, { way, ...(knowing && { knowing }) }));
  },
  'motion.cast': async (doing, { id, choice }) => {
    const motion = await doing.find('motion', id);
    await doing.allow({ own: [doing.by] }, motion);
    const sitting = await sittingOf(doing, motion);
    doing.decide(step, motion, 'motion.cast', {
      way: motion.body.way ?? 'hands',
      entitled: (await frozenRoll(doing, sitting)).lines.some((line) => line.member === doing.by && line.entitled),
      present: sitting.body.present.includes(doing.by),
      ownLine: (await subjectsOf(doing, motion)).includes(doing.by),
      hasVoted: (await listVoted(doing.rows, doing.at, id)).includes(doing.by),
    });
    await castBallot(doing, id, choice);
    // The motion stays as it is: no revision, step or event may put the ballots in an order.
    return doing.answer(motion);
  },
  'motion.count': async (doing, { id, counts: given }) => {
    const motion = await doing.find('motion', id);
    await doing.allow({}, motion);
    const { way } = motion.body;
    if (way === 'screen' && given) doing.refuse({ refused: 'motion.ballots-differ' });
    const counts = way === 'screen' ? await countBallots(doing, id) : countsOf(way, given);
    const poll = await pollOf(doing, await sittingOf(doing, motion), motion);
    const to = doing.decide(step, motion, 'motion.count', { ...poll, counts });
    const { entitled, present, law } = poll;
    const result = resultOf(entitled, counts, law);
    return doing.answer(await doing.move(motion, to, { counts, entitled, present, result }), { result });
  },
  'motion.defer': async (doing, { id, reason }) => {
    const motion = await doing.find('motion', id);
    await doing.allow({}, motion);
    const votes = (await listVoted(doing.rows, doing.at, id)).length;
    return doing.answer(
      await doing.move(motion, doing.decide(step, motion, 'motion.defer', { votes, reason }), { reason }),
    );
  },
};
