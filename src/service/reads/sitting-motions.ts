import type { z } from 'zod';
import type { sittingAnswer } from '#contract/read/sitting.ts';
import { screenOffered } from '#domain/process/ballot.ts';
import { presentEntitled, type Roll } from '#domain/process/roll.ts';
import { ayesNeeded, canPass, type VotingLaw } from '#domain/process/voting.ts';
import type { Reading } from '#service/reading.ts';
import { listVoted } from '#store/ballot.ts';
import type { Matter } from '#store/matter.ts';
import type { OnTable, Shown } from './sitting-lines.ts';

type Motion = z.infer<typeof sittingAnswer>['motions'][number];

/** What every vote of a meeting goes by: its roll, who is there, the law, the lines on the table. */
export type Votes = {
  readonly sitting: Matter<'assembly'>;
  readonly roll: Roll;
  readonly law: VotingLaw;
  readonly table: readonly OnTable[];
};

/** How many of those present have no vote on a motion 回避: the subject of a contested line. */
export function notVotingOn({ body }: Matter<'motion'>, { sitting, roll, table }: Votes): readonly string[] {
  if (body.kind !== 'contested') return [];
  const there = presentEntitled(roll, sitting.body.present);
  const subjects = table.flatMap(({ line }) => (body.lines.includes(line.id) ? [line.subject] : []));
  return there.filter((member) => subjects.includes(member));
}

/** The motions of a meeting 表决 as sent, in the order in which they were put. */
export async function motionsShown(
  reading: Reading,
  motions: readonly Matter<'motion'>[],
  votes: Votes,
  shown: Shown,
): Promise<Motion[]> {
  const found: Motion[] = [];
  for (const motion of motions) found.push(await motionShown(reading, motion, votes, shown));
  return found;
}

/** A motion as sent; of an open vote on screen how many ballots are in the box, and whether the caller's is among them. */
async function motionShown(
  reading: Reading,
  motion: Matter<'motion'>,
  votes: Votes,
  { full, wall }: Shown,
): Promise<Motion> {
  const { sitting, roll, law, table } = votes;
  const { id, state, revision, body } = motion;
  const { kind, title, lines, way, counts, result, reason, about, knowing } = body;
  const there = presentEntitled(roll, sitting.body.present);
  const without = notVotingOn(motion, votes);
  const entitled = body.entitled ?? roll.entitled;
  const present = body.present ?? there.length;
  const mine = table.filter(({ line }) => lines.includes(line.id));
  // What names a deduction stands on the sheet and not on the wall.
  const hidden = wall && kind !== 'bundle' && mine.some(({ line }) => line.body.deduction);
  return {
    id,
    state,
    revision,
    kind,
    ...(!hidden && { title }),
    lines: full && !wall ? [...lines] : [],
    numbers: mine.map(({ number }) => number).toSorted((a, b) => a - b),
    ...(about !== undefined && { about }),
    ...(way && { way }),
    ...(knowing && { knowing }),
    briefed: sitting.body.briefed.includes(id),
    entitled,
    present,
    notVoting: without.length,
    needed: ayesNeeded(entitled, law),
    canPass: canPass(entitled, present, without.length, law),
    screen: screenOffered(present - without.length),
    ...(counts && { counts: { ...counts } }),
    ...(result && { result }),
    ...(reason !== undefined && !hidden && { reason }),
    ...(state === 'open' && way === 'screen' && (await boxOf(reading, id, { there, without }))),
  };
}

async function boxOf(
  { rows, at, by }: Reading,
  motion: string,
  { there, without }: { readonly there: readonly string[]; readonly without: readonly string[] },
): Promise<Pick<Motion, 'cast' | 'mine'>> {
  const voted = await listVoted(rows, at, motion);
  return { cast: voted.length, mine: { may: there.includes(by) && !without.includes(by), voted: voted.includes(by) } };
}
