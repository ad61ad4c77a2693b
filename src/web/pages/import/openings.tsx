import type { AnswerOf } from '#contract/api.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { Wide } from '#web/ui/wide.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { importWords } from '#words/web/import.ts';

type Shown = AnswerOf<'import.show'>;

/** A sheet of openings as it was read 启用前积分表: its source, what every member is told, what the sheet leaves out. */
export function Openings({ openings, gone }: { openings: NonNullable<Shown['openings']>; gone: Shown['gone'] }) {
  const say = useText(importWords);
  const words = useWords();
  const marks = useMarks();
  const { source, components, missing, rows } = openings;
  const { sha256, from, until, ...rest } = source;
  return (
    <>
      <h3>
        {say.openings} {fill(say.people, { n: rows.length })}
      </h3>
      <p className="soft">
        <Mixed
          text={fill(say.openingsFrom, {
            ...rest,
            from: sayDay(from, words),
            until: sayDay(until, words),
            sha256: sha256.slice(0, 16),
          })}
        />
      </p>
      <Wide label={say.openings}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              {components.map(({ id, label }) => (
                <th key={id} scope="col" className="n" lang="zh-CN">
                  {label}
                </th>
              ))}
              <th scope="col" className="n">
                {say.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, code, name, points, total }) => (
              <tr key={row}>
                <th scope="row">
                  <b lang="zh-CN">{name}</b> <span className="soft">{code}</span>
                </th>
                {components.map(({ id }) => (
                  <td key={id} className="n">
                    {showPoints(points[id] ?? 0, 4)}
                  </td>
                ))}
                <td className="n">{showPoints(total, 4)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {missing.length > 0 && <p>{fill(say.openingsMissing, { what: missing.join(marks.list) })}</p>}
      {gone.length > 0 && (
        <details open={gone.length <= 30}>
          <summary>
            {say.gone} {fill(say.people, { n: gone.length })}
          </summary>
          <p className="soft">{say.openingsGone}</p>
          <p lang="zh-CN">{gone.map(({ name }) => name).join('、')}</p>
        </details>
      )}
      <p>{say.openingsNote}</p>
    </>
  );
}
