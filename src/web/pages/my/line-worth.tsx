import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { Worth } from './claim-text.tsx';
import { type Line, worthOfLine } from './line-state.ts';

/** What a line is worth 分值, as far as a list knows it. */
export function LineWorth({ line }: { line: Line }) {
  const points = worthOfLine(line);
  return points === undefined ? null : <Worth points={points} />;
}

/** What a line counts now, and what it was put down for before it was changed 现计、原计. */
export function ChangedWorth({ worth: { now, before } }: { worth: NonNullable<AnswerOf<'line.show'>['worth']> }) {
  const { line: said } = useText(linesWords);
  return (
    <span className="changed-worth">
      <Worth points={now} />
      {before !== now && (
        <span className="soft">
          {said.before} <Worth points={before} />
        </span>
      )}
    </span>
  );
}
