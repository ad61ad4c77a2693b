import { Mixed } from '#web/ui/mixed.tsx';
import '#web/pages/desk/desk.css';
import { parsePeriod } from '#domain/kernel/day.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { useMarks, useText } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { usePrintMark } from '#web/ui/print-mark.ts';
import { Title } from '#web/ui/title.tsx';
import { Wide } from '#web/ui/wide.tsx';
import { fill } from '#words/fill.ts';
import { monthParams } from '#words/month-name.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { paperWords } from '#words/web/meeting-paper.ts';
import type { PaperWords } from '#words/web/meeting-paper.zh-CN.ts';
import { sayQuarter } from './say.ts';
import type { RegisterSheet, SheetLine } from './sheet-text.ts';

/** The register of a quarter 登记表 on paper: every member, the points of each component, the total, and what was determined. */
export function RegisterPaper({
  branch,
  sheet,
  number,
  head,
}: {
  branch: string;
  sheet: RegisterSheet;
  number?: number;
  head?: string;
}) {
  usePrintMark('prints-register');
  const m = useText(meetingWords);
  const p = useText(paperWords);
  const marks = useMarks();
  const { places, home, person } = useSession();
  const day = parsePeriod(
    `${sheet.quarter.slice(0, 4)}-${String(Number(sheet.quarter.slice(5)) * 3).padStart(2, '0')}`,
  )?.to;
  const { data } = useRead('item.list', { branch, ...(day !== undefined && { day }) });
  // What the parts of the score are called is read from one's own, which looks into nobody's.
  const { data: own } = useRead('score.brief', { branch, member: person }, { when: home === branch });
  const known = own?.components.map(({ id }) => id) ?? [];
  const drawn = [...new Set(sheet.members.flatMap((one) => Object.keys(one.components)))];
  const components = drawn.toSorted((a, b) => known.indexOf(a) - known.indexOf(b));
  const labelOf = (id: string): string =>
    own?.components.find((one) => one.id === id)?.label ??
    data?.items.find(({ component }) => component.id === id)?.component.label ??
    '—';
  const item = (id: string): string =>
    data?.items.find((one) => one.id === id)?.label ?? data?.vetoes.find((one) => one.id === id)?.label ?? '';
  const shown = sheet.kind === 'register' ? sheet.members : sheet.members.filter(({ lines }) => lines.length > 0);
  return (
    <article className="paper register-paper">
      <Title text={sheet.kind === 'register' ? p.registerTitle : p.supplementTitle} />
      <p className="paper-day">
        <span lang="zh-CN">{places.find(({ id }) => id === branch)?.name}</span> · {sayQuarter(sheet.quarter, m)}
        {number === undefined && <> · {p.draftNote}</>}
      </p>
      <Wide label={p.registerTitle}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{p.name}</th>
              {components.map((id) => (
                <th scope="col" className="n" lang="zh-CN" key={id}>
                  {labelOf(id)}
                </th>
              ))}
              <th scope="col" className="n">
                {p.total}
              </th>
              <th scope="col">{p.items}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ member, name, components: of, total, lines }) => (
              <tr key={member}>
                <th scope="row" lang="zh-CN">
                  {name}
                </th>
                {components.map((id) => (
                  <td className="n" key={id}>
                    {showPoints(of[id] ?? 0).replace('-', '−')}
                  </td>
                ))}
                <td className="n">
                  <b>{showPoints(total)}</b>
                </td>
                <td className="entries">
                  <Mixed text={lines.map((line) => sayLine(line, item, p)).join(marks.clause)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {sheet.withdrawn.length > 0 && <p>{fill(p.withdrawn, { entries: sheet.withdrawn.join(marks.list) })}</p>}
      <div className="signatures">
        <p>{p.recorder}</p>
        <p>{p.secretary}</p>
        <p>{p.stamp}</p>
      </div>
      {number !== undefined && head !== undefined && (
        <p className="prints">
          {fill(p.number, { n: number })} · {fill(p.fingerprint, { head })}
        </p>
      )}
    </article>
  );
}

function sayLine({ fact: { item, day } }: SheetLine, label: (id: string) => string, { entryDay }: PaperWords): string {
  return `${label(item)} ${fill(entryDay, { ...monthParams(day.slice(5, 7)), d: Number(day.slice(8)) })}`;
}
