import { useText } from '#web/lang.ts';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { fill } from '#words/fill.ts';
import { rosterWords } from '#words/web/office-roster.ts';

/** The relatives that were declared 近亲属: who steps back from whose lines. */
export function RosterRelatives({ branch }: { branch: string }) {
  const { relatives: say } = useText(rosterWords);
  const name = useNames(branch);
  const query = useRead('relative.list', { branch });
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <p className="soft">{say.text}</p>
      <Asked query={query}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <p>{say.empty}</p>}
            <ul className="rows">
              {rows.map(({ id, one, other }) => (
                <li key={id} lang="zh-CN">
                  {fill(say.pair, { one: name(one), other: name(other) })}
                </li>
              ))}
            </ul>
            {rows.length > 0 && <ListLinks branch={branch} list="relatives" />}
          </>
        )}
      </Asked>
    </section>
  );
}
