import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { linesWords } from '#words/web/my-lines.ts';
import type { LinesWords } from '#words/web/my-lines.zh-CN.ts';

/** A line as it was read. */
export type Line = AnswerOf<'declaration.list'>['rows'][number];

/** Whether a line waits for its member 等本人办理: to be confirmed, submitted or answered. */
export function isWaiting({ state, origin, subject, hearing }: Line, person: string): boolean {
  if (state === 'draft') return true;
  if (subject !== person) return false;
  return (state === 'proposed' && origin !== 'proposed') || hearing?.state === 'told';
}

/** Says in words how far a line has come 办理状态. */
export function useSayState(): (line: Line) => string {
  const words = useWords();
  const { state: said } = useText(linesWords);
  const { person } = useSession();
  return (line) => {
    const key = keyOf(line, person);
    return fill(said[key], { day: line.hearing ? sayDay(line.hearing.last, words) : '' });
  };
}

/** What a line is worth as it stands 分值, adjusted or not; nothing where a finding put it right since: its own page says what it counts now. */
export function worthOfLine({ points, reversal }: Line): number | undefined {
  return reversal === undefined ? points : undefined;
}

function keyOf({ state, origin, subject, hearing, reversal }: Line, person: string): keyof LinesWords['state'] {
  if (state !== 'draft' && hearing?.state === 'told') return subject === person ? 'told' : 'toldOther';
  if (state === 'determined' && reversal !== undefined) return 'corrected';
  if (state === 'proposed' && origin === 'proposed') return 'committee';
  if (state === 'submitted' && hearing?.state === 'answered') return 'heard';
  if (state === 'submitted' && hearing?.state === 'silent') return 'silent';
  return state as keyof LinesWords['state'];
}
