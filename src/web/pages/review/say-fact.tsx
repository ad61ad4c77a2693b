import { showPoints } from '#domain/kernel/points.ts';
import { useLang, useText, useWords } from '#web/lang.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { withUnit } from '#words/unit-name.ts';
import { reviewWords } from '#words/web/review.ts';
import type { Claimed } from './fact-form.ts';
import type { ItemAnswer } from './item.ts';

/** Points in 1/10000 as people read them 分值: with a true minus sign, in red where they are taken away. */
export function PointsText({ points }: { points: number }) {
  const { ui } = useWords();
  const text = fill(ui.points, { n: showPoints(Math.abs(points)) });
  return <span className={points < 0 ? 'points off' : 'points'}>{(points < 0 ? '−' : '') + text}</span>;
}

/** A fact in a few words 事实: its day, and how much or at which level. */
export function SayFact({ fact, item }: { fact: Claimed; item: Pick<ItemAnswer, 'unit'> | undefined }) {
  const words = useWords();
  const review = useText(reviewWords);
  const lang = useLang();
  const { day, quantity, level, points, score } = fact;
  const said = [
    level === '是' ? undefined : level,
    quantity !== undefined && withUnit(showPoints(quantity), item?.unit ?? '次', lang),
    points !== undefined && fill(review.judged, { n: showPoints(points) }),
    score !== undefined && fill(review.score, { n: showPoints(score) }),
  ].filter((one): one is string => typeof one === 'string');
  return (
    <>
      <time dateTime={day}>{sayDay(day, words)}</time>
      {said.map((one) => (
        <span key={one}>
          {' · '}
          <Mixed text={one} />
        </span>
      ))}
    </>
  );
}
