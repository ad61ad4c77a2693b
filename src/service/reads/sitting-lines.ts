import type { z } from 'zod';
import type { sittingAnswer } from '#contract/read/sitting.ts';
import { parsePeriod } from '#domain/kernel/day.ts';
import { monthsOfQuarter } from '#domain/kernel/period.ts';
import { itemLabel } from '#domain/process/opening.ts';
import { numbered } from '#domain/process/sitting-table.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { versionOn } from '#domain/score/prepare.ts';
import { contests, DECIDED, decidingOf } from '#service/process/quarter-lines.ts';
import { isUndecided } from '#service/process/sitting.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter, readMatter } from '#store/matter.ts';

type TableLine = z.infer<typeof sittingAnswer>['contested'][number];

/** The states of a line that a meeting has or had to decide. */
const TABLED = [...DECIDED, 'determined', 'rejected', 'reversed'] as const;

/** A line on the table of a meeting 会议事项, with what decides how it is shown and voted on. */
export type OnTable = {
  readonly line: Matter<'line'>;
  readonly number: number;
  readonly hearing?: Matter<'hearing'>;
  /** Contested by its nature: what is put alone all the same keeps its number among the rest. */
  readonly contested: boolean;
  /** The latest motion of this meeting that has it. */
  readonly motion?: Matter<'motion'>;
  /** Whether it still needs a decision, by whatever motion. */
  readonly undecided: boolean;
  /** Whether a motion that waits has it. */
  readonly waiting: boolean;
};

/** The motions that bear on a meeting: its own, and those of its quarter's time that can have decided a line. */
export async function motionsFor(
  { rows, at }: Reading,
  { id, period }: Matter<'assembly'>,
): Promise<readonly Matter<'motion'>[]> {
  if (period === undefined) return await listMatters(rows, at, 'motion', { parent: id });
  // No motion about a line of the quarter is older than the quarter.
  const since = parsePeriod(monthsOfQuarter(period)[0] ?? '')?.from ?? '';
  return await listMatters(rows, at, 'motion', { since });
}

/** What lies on the table of a meeting: the lines of its motions, and those of its quarter that nothing has decided. */
export async function tableOf(
  reading: Reading,
  sitting: Matter<'assembly'>,
  motions: readonly Matter<'motion'>[],
): Promise<readonly OnTable[]> {
  const own = motions.filter(({ parent }) => parent === sitting.id);
  const put = new Map(own.flatMap((motion) => motion.body.lines.map((line) => [line, motion] as const)));
  const counted = motions.filter(({ state }) => state === 'counted');
  const over = sitting.state !== 'convened' && sitting.state !== 'frozen' && sitting.state !== 'open';
  const waiting = new Set(motions.filter(isUndecided).flatMap(({ body }) => body.lines));
  const isOpen = ({ state }: Matter<'line'>): boolean => DECIDED.some((one) => one === state);
  const lines = (await linesFor(reading, sitting, [...put.keys()])).flatMap((line) => {
    const undecided = isOpen(line) && decidingOf(counted, line) === undefined;
    // What came after the meeting was never on its table.
    return put.has(line.id) || (undecided && !(over && line.changed > sitting.changed)) ? [{ line, undecided }] : [];
  });
  const hearings = await hearingsOf(reading, lines);
  const known = lines.map(({ line, undecided }) => {
    const heard = hearings.get(line.id) ?? [];
    const contested = line.state === 'referred' || line.body.decision?.as === 'referred' || contests(heard);
    return { line, undecided, heard, contested };
  });
  const numbers = numbered(known.map(({ line: { id }, contested }) => ({ id, contested })));
  return known.map(({ line, undecided, heard, contested }) => {
    const [hearing, motion] = [heard.at(-1), put.get(line.id)];
    return {
      line,
      number: numbers.get(line.id) ?? 0,
      contested,
      undecided,
      waiting: waiting.has(line.id),
      ...(hearing && { hearing }),
      ...(motion && { motion }),
    };
  });
}

async function linesFor(
  { rows, at }: Reading,
  { period }: Matter<'assembly'>,
  put: readonly string[],
): Promise<readonly Matter<'line'>[]> {
  const months = period === undefined ? [] : monthsOfQuarter(period);
  const found = months.length === 0 ? [] : await listMatters(rows, at, 'line', { period: months, state: [...TABLED] });
  const known = new Set(found.map(({ id }) => id));
  const others: Matter<'line'>[] = [];
  for (const id of put) {
    const other = known.has(id) ? undefined : await readMatter(rows, at, 'line', id);
    if (other) others.push(other);
  }
  return [...found, ...others];
}

async function hearingsOf(
  { rows, at }: Reading,
  lines: readonly { readonly line: Matter<'line'> }[],
): Promise<ReadonlyMap<string, readonly Matter<'hearing'>[]>> {
  const found = await listMatters(rows, at, 'hearing', { parents: lines.map(({ line: { id } }) => id) });
  const byLine = new Map<string, Matter<'hearing'>[]>();
  for (const one of found) byLine.set(one.parent ?? '', [...(byLine.get(one.parent ?? '') ?? []), one]);
  return byLine;
}

/** To whom a line is shown: `full` with whose it is and what it says, `wall` where everyone in the room reads it. */
export type Shown = { readonly full: boolean; readonly wall: boolean };

/** A line as sent: in full, or its number and item; of a deduction the wall has the number alone. */
export function lineShown(
  { line, number, hearing, motion }: OnTable,
  { full, wall }: Shown,
  schemes: readonly Scheme[],
  alone: boolean,
): TableLine {
  const { fact: claimed, decision, deduction, points, origin, words } = line.body;
  if (wall && deduction) return { number, deduction: true };
  const fact = decision?.fact ?? claimed;
  const label = labelOf(schemes, fact);
  if (!full) return { number, label };
  const shown: TableLine = {
    number,
    line: line.id,
    label,
    subject: line.subject ?? '',
    fact: { ...fact },
    ...(deduction && { deduction: true }),
    ...(points !== undefined && { points }),
    ...(motion && { motion: motion.id }),
  };
  if (!alone) return shown;
  const { answer, words: answered } = hearing?.body ?? {};
  return {
    ...shown,
    ...(decision && { decision: { as: decision.as, ...(decision.reason && { reason: decision.reason }) } }),
    ...(hearing && {
      hearing: {
        ...(answer && { answer }),
        ...(answered !== undefined && { words: answered }),
        silent: hearing.state === 'silent',
      },
    }),
    // How somebody writes tells who wrote: the words of a report stay with those who verify it (product §3.3).
    ...(words !== undefined && origin !== 'report' && { words }),
  };
}

/** The name of an item by the scheme of the fact's day. */
function labelOf(schemes: readonly Scheme[], { item, day }: { readonly item: string; readonly day: string }): string {
  if (schemes.length === 0) return item;
  return itemLabel(versionOn(schemes, day), item) ?? item;
}
