import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { useNames, useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay, sayMonthOf } from '#words/my.ts';
import type { MyWords } from '#words/my.zh-CN.ts';
import { sayInstant } from '#words/say-instant.ts';
import { moreWords } from '#words/web/my-more.ts';
import type { MoreWords } from '#words/web/my-more.zh-CN.ts';
import { looksOf } from './looks.ts';
import './my.css';

type Row = AnswerOf<'access.show'>['rows'][number];

/** Who looked at one's record 谁看过我: each person in office with what was read, how often, when last and why. */
export function Page() {
  const { looked } = useText(moreWords);
  const { home: branch, person } = useSession();
  const query = useRead('access.show', { branch, member: person });
  return (
    <>
      <div className="head">
        <Title text={looked.title} />
      </div>
      <p className="lead">{looked.lead}</p>
      <Asked query={query}>{({ rows }) => <Looks rows={rows} />}</Asked>
      <ListLinks branch={branch} list="access" />
    </>
  );
}

function Looks({ rows }: { rows: readonly Row[] }) {
  const words = useWords();
  const { looked } = useText(moreWords);
  const { home: branch } = useSession();
  const name = useNames(branch);
  const looks = looksOf(rows);
  if (looks.length === 0) return <p className="card">{looked.none}</p>;
  return (
    <div className="cards">
      {looks.map(({ viewer, reads }) => (
        <section className="card" key={viewer}>
          <h2 lang="zh-CN">{name(viewer)}</h2>
          <ul className="rows">
            {reads.map(({ key, action, set, times, last, reasons }) => (
              <li className="row" key={key}>
                <span className="name">
                  {sayWhat(action, set, looked, words)}
                  {reasons.map((reason) => (
                    <span className="more" lang="zh-CN" key={reason}>
                      {fill(looked.reason, { reason })}
                    </span>
                  ))}
                  <span className="more">
                    {fill(looked.times, { n: times, at: sayDay(sayInstant(last).slice(0, 10), words) })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What was read, in words: one's own record by its kind, or the set in which one is. */
function sayWhat(action: string, set: string, { what, own, sets }: MoreWords['looked'], words: MyWords): string {
  if (!set.startsWith('#')) return what[action as keyof MoreWords['looked']['what']] ?? own;
  const [kind = '', of = 'all'] = set.slice(1).split(' ');
  if (kind === 'lines' && of !== 'all') return fill(sets.linesMonth, { month: sayMonthOf(of, words) });
  return sets[kind as keyof MoreWords['looked']['sets']] ?? sets.other;
}
