import { showPoints } from '#domain/kernel/points.ts';
import { useText, useWords } from '#web/lang.ts';
import { MemberRegisters } from '#web/pages/my/member-registers.tsx';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayInstant } from '#words/say-instant.ts';
import { rosterWords } from '#words/web/office-roster.ts';
import type { RosterWords } from '#words/web/office-roster.zh-CN.ts';
import { useHere } from './here.ts';

/** The file of a member 党员档案: sealed years, and which papers there are; what they say stands at their own place. */
export function RosterFile({ member }: { member: string }) {
  const words = useWords();
  const { file: say } = useText(rosterWords);
  const { branch } = useHere();
  const { today } = useSession();
  const query = useRead('dossier.show', { branch, member });
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <Asked query={query}>
        {({ member: found, rows }) => (
          <>
            {(found?.years.length ?? 0) === 0 ? (
              <p className="soft">{say.noYears}</p>
            ) : (
              <table className="table">
                <caption>{say.years}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say.years}</th>
                    <th scope="col" className="n">
                      {say.total}
                    </th>
                    <th scope="col" className="n">
                      {say.rank}
                    </th>
                    <th scope="col">{say.grade}</th>
                  </tr>
                </thead>
                <tbody>
                  {found?.years.map(({ year, total, rank, grade }) => (
                    <tr key={year}>
                      <th scope="row">{fill(say.year, { y: year })}</th>
                      <td className="n">{showPoints(total)}</td>
                      <td className="n">{rank ?? say.none}</td>
                      <td lang="zh-CN">{grade ?? say.none}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <MemberRegisters
              branch={branch}
              member={member}
              year={today.slice(0, 4)}
              since={found?.history[0]?.from}
              sealed={found?.years.map(({ year }) => year) ?? []}
            />
            {rows.length === 0 && <p className="soft">{say.noRows}</p>}
            <ul className="rows" aria-label={say.rows}>
              {rows.map(({ noun, id, changed }) => (
                <li key={`${noun} ${id}`}>
                  <span>{say.nouns[noun as keyof RosterWords['file']['nouns']]}</span>
                  <span className="end">{sayDay(sayInstant(changed).slice(0, 10), words)}</span>
                </li>
              ))}
            </ul>
            {rows.length > 0 && <ListLinks branch={branch} list="file" member={member} />}
            <FormLinks branch={branch} form="personal" member={member} table />
          </>
        )}
      </Asked>
    </section>
  );
}
