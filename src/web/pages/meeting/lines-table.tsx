import { useText, useWords } from '#web/lang.ts';
import { sayDay } from '#words/my.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { sayFact } from './say.ts';
import type { TableLine } from './sitting.ts';
import { Wide } from './wide.tsx';
import { Worth } from './worth.tsx';

/** The lines that nobody contests 其余事项, a row each. */
export function LinesTable({ lines, name }: { lines: readonly TableLine[]; name: (id: string | undefined) => string }) {
  const words = useWords();
  const m = useText(meetingWords);
  return (
    <Wide label={m.line.table}>
      <table className="table">
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
              <td lang="zh-CN">
                {line.label} <span className="soft">{sayFact(line, m)}</span>
              </td>
              <td>{line.fact && <time dateTime={line.fact.day}>{sayDay(line.fact.day, words)}</time>}</td>
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
