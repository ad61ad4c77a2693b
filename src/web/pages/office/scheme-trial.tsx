import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { useText, useWords } from '#web/lang.ts';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Wide } from '#web/ui/wide.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { schemeWords } from '#words/web/office-scheme.ts';
import { useHere } from './here.ts';

type Row = AnswerOf<'scheme.try'>['rows'][number];

/** Tries a version on the facts of a year 试算: totals and ranks beside those of now, and how many would change, without names. */
export function SchemeTrial({ id }: { id: string }) {
  const words = useWords();
  const { try: say } = useText(schemeWords);
  const { branch, today } = useHere();
  const now = Number(today.slice(0, 4));
  const [typed, setTyped] = useState(String(now));
  const [year, setYear] = useState<string>();
  const query = useRead('scheme.try', { branch, id, year: year ?? typed, limit: 500 }, { when: year !== undefined });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setYear(typed);
      }}
    >
      <p className="soft">{say.text}</p>
      <Field label={say.year}>
        {(props) => (
          <select {...props} className="short" value={typed} onChange={(event) => setTyped(event.target.value)}>
            {[now, now - 1, now - 2].map((one) => (
              <option key={one} value={one}>
                {fill(words.my.periodYear, { y: one })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="acts">
        <button type="submit">{say.run}</button>
      </p>
      {year !== undefined && (
        <Asked query={query}>
          {({ asOf, rows }) => (
            <>
              <p className="soft">{fill(say.asOf, { day: sayDay(asOf, words) })}</p>
              {rows.length === 0 ? <p>{say.none}</p> : <Trial rows={rows} />}
              {rows.length > 0 && <ListLinks branch={branch} list="trial" of={id} year={year} />}
            </>
          )}
        </Asked>
      )}
    </form>
  );
}

const sign = (points: number): string =>
  points === 0 ? '0' : `${points < 0 ? '−' : '+'}${showPoints(Math.abs(points))}`;

function Trial({ rows }: { rows: readonly Row[] }) {
  const { try: say } = useText(schemeWords);
  const { branch } = useHere();
  const name = useNames(branch);
  const by = (row: Row): number => row.after.total - row.before.total;
  const counts = {
    less: rows.filter((row) => by(row) < 0).length,
    same: rows.filter((row) => by(row) === 0).length,
    more: rows.filter((row) => by(row) > 0).length,
  };
  return (
    <>
      <Bars counts={counts} />
      <Wide label={say.title}>
        <table className="table roster">
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col" className="n">
                {say.before}
              </th>
              <th scope="col" className="n">
                {say.after}
              </th>
              <th scope="col" className="n">
                {say.change}
              </th>
              <th scope="col" className="n">
                {say.rank}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.member}>
                <th scope="row" lang="zh-CN">
                  {name(row.member)}
                </th>
                <td className="n">{showPoints(row.before.total)}</td>
                <td className="n">{showPoints(row.after.total)}</td>
                <td className={by(row) < 0 ? 'n off' : 'n'}>{sign(by(row))}</td>
                <td className="n">
                  {fill(say.from, { before: row.before.rank ?? '—', after: row.after.rank ?? '—' })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

/** How many would have less, the same, or more: three bars without a name. */
function Bars({ counts }: { counts: Readonly<Record<'less' | 'same' | 'more', number>> }) {
  const { try: say } = useText(schemeWords);
  const most = Math.max(1, ...Object.values(counts));
  return (
    <figure className="trial-bars">
      <svg viewBox="0 0 300 78" role="img" aria-label={fill(say.chart, counts)}>
        {(['less', 'same', 'more'] as const).map((kind, at) => (
          <g key={kind} transform={`translate(0 ${at * 26})`}>
            <text x="0" y="15">
              {say.bars[kind]}
            </text>
            <rect x="58" y="2" width={(200 * counts[kind]) / most} height="18" className={kind} />
            <text x={64 + (200 * counts[kind]) / most} y="16">
              {counts[kind]}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
