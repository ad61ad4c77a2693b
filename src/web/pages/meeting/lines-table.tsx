import '#web/pages/desk/desk.css';
import { useText, useWords } from '#web/lang.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { Wide } from '#web/ui/wide.tsx';
import { fill } from '#words/fill.ts';
import { monthParams } from '#words/month-name.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { sayFact } from './say.ts';
import type { TableLine } from './sitting.ts';
import { Worth } from './worth.tsx';

/** The lines that nobody contests 其余事项, a row each. */
export function LinesTable({ lines, name }: { lines: readonly TableLine[]; name: (id: string | undefined) => string }) {
  const { ui } = useWords();
  const m = useText(meetingWords);
  return (
    <Wide label={m.line.table}>
      <table className="table lines-table">
        <caption>{m.line.table}</caption>
        <thead>
          <tr>
            <th scope="col" className="n">
              №
            </th>
            <th scope="col">{m.line.who}</th>
            <th scope="col">{m.line.what}</th>
            <th scope="col">{m.line.day}</th>
            <th scope="col" className="n">
              {m.line.worth}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number}>
              <td className="n">{line.number}</td>
              <th scope="row" lang="zh-CN">
                {name(line.subject)}
              </th>
              <td>
                <span lang="zh-CN">{line.label}</span>{' '}
                <span className="soft">
                  <Mixed text={sayFact(line, m)} />
                </span>
              </td>
              <td>
                {line.fact && (
                  <time dateTime={line.fact.day}>
                    {fill(ui.day, { ...monthParams(line.fact.day.slice(5, 7)), d: Number(line.fact.day.slice(8)) })}
                  </time>
                )}
              </td>
              <td className="n">
                <Worth points={line.points} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
