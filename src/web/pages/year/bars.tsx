import { showPoints } from '#domain/kernel/points.ts';
import { useMarks, useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { aboveAppealsWords } from '#words/web/above.ts';

/** A bar of a distribution: so many totals in [from, to), in 1/10000 point. */
export type Bar = { readonly from?: number | undefined; readonly to?: number | undefined; readonly count: number };

const ROW = 24;
const LEFT = 110;
const WIDE = 320;

/** How totals are spread 积分分布, without names: a small chart that reads as one sentence. */
export function Bars({ bars }: { bars: readonly Bar[] | null }) {
  const { tree: text } = useText(aboveAppealsWords);
  const marks = useMarks();
  if (!bars || bars.length === 0) return <p className="soft">{text.distributionNone}</p>;
  const most = Math.max(...bars.map(({ count }) => count));
  const rangeOf = ({ from, to }: Bar): string => {
    if (from === undefined) return to === undefined ? text.all : fill(text.below, { to: showPoints(to) });
    const at = showPoints(from);
    return to === undefined ? fill(text.above, { from: at }) : fill(text.between, { from: at, to: showPoints(to) });
  };
  const said = bars.map((bar) => fill(text.bar, { range: rangeOf(bar), n: bar.count })).join(marks.clause);
  return (
    <figure className="bars-figure">
      <svg
        className="bars-chart"
        viewBox={`0 0 ${WIDE} ${bars.length * ROW}`}
        role="img"
        aria-label={fill(text.distributionAlt, { text: said })}
      >
        {bars.map((bar, at) => {
          const wide = ((WIDE - LEFT - 40) * bar.count) / most;
          return (
            <g key={rangeOf(bar)} transform={`translate(0 ${at * ROW})`}>
              <text x={LEFT - 8} y={16} textAnchor="end">
                {rangeOf(bar)}
              </text>
              <rect x={LEFT} y={4} width={wide} height={ROW - 8} rx={2} />
              <text x={LEFT + wide + 6} y={16}>
                {bar.count}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="soft">{text.rule}</figcaption>
    </figure>
  );
}
