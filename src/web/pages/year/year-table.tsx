import { showPoints } from '#domain/kernel/points.ts';
import { useText, useWords } from '#web/lang.ts';
import { useNames } from '#web/query.ts';
import { Wide } from '#web/ui/wide.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayInstant } from '#words/say-instant.ts';
import { yearWords } from '#words/web/year.ts';
import type { YearParts } from './parts.ts';

/** Everybody's year 年度积分表: the sealed one where there is one and nothing newer is previewed, else as it computes now. */
export function YearTable({ parts: { branch, settlements, drawn } }: { parts: YearParts }) {
  const words = useWords();
  const { table: text, seal } = useText(yearWords);
  const nameOf = useNames(branch);
  const previewed = settlements.matters.some(({ state }) => state === 'previewed');
  const { sealed } = drawn;
  const document = settlements.documents.find(({ number }) => number === sealed?.number);
  const rows = sealed && !previewed ? sealed.rows : drawn.rows;
  const said =
    sealed && !previewed
      ? fill(seal.number, {
          n: sealed.number,
          day: sayDay(document ? sayInstant(document.sealed).slice(0, 10) : drawn.asOf, words),
        })
      : `${text.caption}（${text.expected}） · ${fill(text.asOf, { day: sayDay(drawn.asOf, words) })}`;
  return (
    <Wide label={text.caption}>
      <table className="table">
        <caption>
          {said} · {fill(text.members, { n: rows.length })}
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
          {rows.map(({ member, total, rank, position, grade }) => (
            <tr key={member} data-member={member} data-points={total}>
              <th scope="row" lang="zh-CN">
                {nameOf(member)}
              </th>
              <td className="n">{showPoints(total, drawn.decimals)}</td>
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
