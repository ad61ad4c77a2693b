import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { monthParams } from '#words/month-name.ts';
import { moreWords } from '#words/web/my-more.ts';

type Course = AnswerOf<'score.course'>;

const [WIDE, HIGH, LEFT, RIGHT, TOP, FOOT] = [340, 190, 34, 14, 26, 26];

/** Own total through the year as a line 全年走势, with the same numbers as a table. */
export function CourseChart({ course: { year, points } }: { course: Course }) {
  const { year: said } = useText(moreWords);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p className="soft">{said.courseEmpty}</p>;
  const totals = points.map(({ total }) => total.shown);
  const low = Math.floor(Math.min(...totals) / 10) * 10;
  const high = Math.max(low + 10, Math.ceil(Math.max(...totals) / 10) * 10);
  const x = (day: string) => LEFT + ((Number(day.slice(5, 7)) - 1) / 11) * (WIDE - LEFT - RIGHT);
  const y = (total: number) => TOP + ((high - total) / (high - low)) * (HIGH - TOP - FOOT);
  const alt = fill(said.courseAlt, { year, from: first.total.shown, to: last.total.shown });
  return (
    <>
      <svg className="course" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={alt}>
        {[low, (low + high) / 2, high].map((level) => (
          <g key={level}>
            <line className="grid" x1={LEFT} x2={WIDE - RIGHT} y1={y(level)} y2={y(level)} />
            <text className="axis" x={LEFT - 8} y={y(level) + 5} textAnchor="end">
              {level}
            </text>
          </g>
        ))}
        <polyline className="stroke" points={points.map(({ day, total }) => `${x(day)},${y(total.shown)}`).join(' ')} />
        {points.map(({ day, total }) => (
          <g key={day}>
            <circle className="dot" cx={x(day)} cy={y(total.shown)} r="3.5" />
            <text className="axis" x={x(day)} y={HIGH - 8} textAnchor="middle">
              {Number(day.slice(5, 7))}
            </text>
          </g>
        ))}
        <text className="value" x={Math.min(x(last.day), WIDE - RIGHT)} y={y(last.total.shown) - 12} textAnchor="end">
          {last.total.shown}
        </text>
      </svg>
      <details>
        <summary>{said.table}</summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{said.monthEnd}</th>
              <th scope="col">{said.total}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, total }) => (
              <tr key={day}>
                <th scope="row">{fill(said.month, monthParams(day.slice(5, 7)))}</th>
                <td data-total={total.exact}>{total.shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
