import { Worth } from './claim-text.tsx';
import { type Line, worthOfLine } from './line-state.ts';

/** What a line is worth 分值, where that is still what was declared. */
export function LineWorth({ line }: { line: Line }) {
  const points = worthOfLine(line);
  return points === undefined ? null : <Worth points={points} />;
}
