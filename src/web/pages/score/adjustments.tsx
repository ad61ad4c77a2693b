import { Link } from '@tanstack/react-router';
import type { AdjustmentAnswer } from '#contract/explanation.ts';
import { useWords } from '#web/lang.ts';
import { Points } from '#web/ui/points.tsx';
import { fill } from '#words/fill.ts';
import { sayAdjustment } from './say-adjustment.ts';

/** Every step by which a limit, factor or ground changed a node 调整, in the order in which they acted. */
export function Adjustments({
  adjustments,
  periods = false,
}: {
  adjustments: readonly AdjustmentAnswer[];
  periods?: boolean;
}) {
  const words = useWords();
  const { my } = words;
  return adjustments.map((one, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the tree of one answer never changes its order
    <li className="line adjusted" key={at}>
      <span className="name">
        <span className="tag">{my.adjusted}</span> {sayAdjustment(one, words, periods)}
        {one.ref !== undefined && <span className="more">{fill(my.ref, { ref: one.ref })}</span>}
        {one.kind === 'veto' && (
          <Link className="more source" to="/my/veto">
            {my.source}
          </Link>
        )}
      </span>
      <Points amount={one.delta} signed />
    </li>
  ));
}
