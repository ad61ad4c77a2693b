import { showPoints } from '#domain/kernel/points.ts';
import { Wide } from '#web/ui/wide.tsx';
import { fill } from '#words/fill.ts';
import type { SealedRow } from './filing.ts';

type Said = Readonly<Record<'name' | 'total' | 'rank' | 'grade' | 'noRank' | 'noGrade' | 'members', string>> & {
  readonly position: Readonly<Record<string, string>>;
};

/** Everybody's total of a year 年度积分表, in the order of the roster, in the words of its page; a `long` one scrolls in a window of its own. */
export function TotalsTable({
  rows,
  said,
  label,
  caption = label,
  decimals,
  long = false,
  graded = true,
}: {
  rows: readonly SealedRow[];
  said: Said;
  label: string;
  caption?: string;
  decimals?: number;
  long?: boolean;
  /** Whether grades are proposed already: of a year that is not over none are. */
  graded?: boolean;
}) {
  return (
    <Wide label={label} long={long}>
      <table className="table">
        <caption>
          {caption} · {fill(said.members, { n: rows.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{said.name}</th>
            <th scope="col" className="n">
              {said.total}
            </th>
            <th scope="col">{said.rank}</th>
            {graded && <th scope="col">{said.grade}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ member, name, total, rank, position, grade }) => (
            <tr key={member} data-member={member} data-points={total}>
              <th scope="row" lang="zh-CN">
                {name}
              </th>
              <td className="n">{showPoints(total, decimals)}</td>
              <td className="whole">
                {rank ?? said.noRank} {position !== null && <span className="soft">{said.position[position]}</span>}
              </td>
              {graded && <td lang={grade === null ? undefined : 'zh-CN'}>{grade ?? said.noGrade}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
