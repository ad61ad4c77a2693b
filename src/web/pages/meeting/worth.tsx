import { showPoints } from '#domain/kernel/points.ts';

/** The worth of a line 分值 in 1/10000, with its sign; what takes points away is set in red. */
export function Worth({ points }: { points: number | undefined }) {
  if (points === undefined) return null;
  const sign = points < 0 ? '−' : points > 0 ? '+' : '';
  return <span className={points < 0 ? 'points off' : 'points'}>{sign + showPoints(Math.abs(points))}</span>;
}
