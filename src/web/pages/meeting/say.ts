import { parsePeriod } from '#domain/kernel/day.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { fill } from '#words/fill.ts';
import type { MeetingWords } from '#words/web/meeting.zh-CN.ts';
import type { MotionNow, Sitting, Step, TableLine } from './sitting.ts';

/** A quarter in words: 2026年第三季度. */
export function sayQuarter(quarter: string, { quarter: said, numerals }: MeetingWords): string {
  const n = Number(quarter.slice(5));
  return parsePeriod(quarter) === undefined ? quarter : fill(said, { y: quarter.slice(0, 4), n: numerals[n - 1] ?? n });
}

/** The name of a meeting. */
export function sayMeeting({ period }: { readonly period?: string | undefined }, words: MeetingWords): string {
  return period === undefined ? words.title : fill(words.ofQuarter, { quarter: sayQuarter(period, words) });
}

/** Runs of numbers in words 编号: 第7项至第30项; what does not follow on is named apart. */
export function sayNumbers(numbers: readonly number[], { line }: MeetingWords): string {
  const runs: [number, number][] = [];
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs
    .map(([from, to]) => (from === to ? fill(line.number, { n: from }) : fill(line.numbers, { from, to })))
    .join(line.and);
}

/** What a motion is called on the screens: by the number of its line, as the rest, or by its own title. */
export function sayMotion({ kind, numbers, title }: MotionNow, words: MeetingWords): string {
  if (kind === 'contested') return sayNumbers(numbers, words);
  return kind === 'bundle' ? words.line.rest : (title ?? words.title);
}

/** The result of a motion in one sentence. */
export function sayResult(motion: MotionNow, words: MeetingWords): string {
  const what = sayMotion(motion, words);
  const { counts, result } = motion;
  if (!counts) return fill(words.count.deferred, { what });
  const said = words.count[result === 'passed' ? 'passed' : 'lost'];
  const { ayes, noes, abstentions } = counts;
  return fill(words.count.result, { what, ayes, noes, abstentions, result: said });
}

/** What a fact says beside its item, day and worth: level and quantity. */
export function sayFact({ fact }: TableLine, { line }: MeetingWords): string {
  if (!fact) return '';
  const { level, quantity } = fact;
  // That it was done needs no word beside what was done.
  return [
    level === '是' ? undefined : level,
    quantity !== undefined && fill(line.quantity, { n: showPoints(quantity) }),
  ]
    .filter((one): one is string => typeof one === 'string')
    .join(' · ');
}

/** The steps that the operators see on the rail, in their order. */
export const RAIL = [
  'roll',
  'quorum',
  'outcomes',
  'contested',
  'rest',
  'determine',
  'close',
  'minutes',
  'register',
] as const;

/** A step of the rail. */
export type Rail = (typeof RAIL)[number];

const ON_RAIL: Readonly<Partial<Record<Step, Rail>>> = {
  freeze: 'roll',
  cancel: 'roll',
  attend: 'roll',
  quorum: 'quorum',
  lapse: 'quorum',
  open: 'quorum',
  'tell-outcomes': 'outcomes',
  'report-outcome': 'outcomes',
  'put-contested': 'contested',
  'put-rest': 'rest',
  determine: 'determine',
  close: 'close',
  'draft-minutes': 'minutes',
  'edit-minutes': 'minutes',
  'sign-chair': 'minutes',
  'sign-recorder': 'minutes',
};

/** Where on the rail a meeting is. */
export function railOf({ next, motions }: Sitting): Rail {
  const known = ON_RAIL[next.step];
  if (known) return known;
  const motion = motions.find(({ id }) => id === next.motion);
  if (motion) return motion.kind === 'bundle' ? 'rest' : 'contested';
  return 'register';
}
