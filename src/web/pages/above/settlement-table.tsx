import { showPoints } from '#domain/kernel/points.ts';
import { useText } from '#web/lang.ts';
import { Wide } from '#web/ui/wide.tsx';
import { fill } from '#words/fill.ts';
import { aboveWords } from '#words/web/above.ts';
import type { SealedRow } from './filing.ts';

/** Everybody's total of a year 年度积分表, in the order of the roster; a superior reads it as it was filed. */
export function SettlementTable({ rows, caption }: { rows: readonly SealedRow[]; caption: string }) {
  const { filings: text } = useText(aboveWords);
  return (
    <Wide label={caption} long>
      <table className="table">
        <caption>
          {caption} · {fill(text.members, { n: rows.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col" className="n">
              {text.total}
            </th>
            <th scope="col">{text.rank}</th>
            <th scope="col">{text.grade}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ member, name, total, rank, position, grade }) => (
            <tr key={member} data-member={member}>
              <th scope="row" lang="zh-CN">
                {name}
              </th>
              <td className="n">{showPoints(total)}</td>
              <td className="whole">
                {rank ?? text.noRank} {position !== null && <span className="soft">{text.position[position]}</span>}
              </td>
              <td lang={grade === null ? undefined : 'zh-CN'}>{grade ?? text.noGrade}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
