import { Link } from '@tanstack/react-router';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayMonthOf } from '#words/my.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { ClaimText } from './claim-text.tsx';
import { isWaiting, type Line, useSayState } from './line-state.ts';
import { LineWorth } from './line-worth.tsx';
import './my.css';

/** The member's lines 我的事项 by month with how far each has come, what waits for the member first; last what the member reported. */
export function Page() {
  const { list } = useText(linesWords);
  const { home, person, today } = useSession();
  const query = useRead('declaration.list', { branch: home, member: person, limit: 500 });
  // The lines are named by the scheme's items: both are shown at once, so that nothing moves under the thumb.
  const items = useRead('item.list', { branch: home });
  return (
    <>
      <div className="head">
        <Title text={list.title} />
      </div>
      <Asked query={query}>
        {({ rows }) => (
          <Asked query={items}>
            {() => (
              <>
                <Lines rows={rows} person={person} />
                {rows.length > 0 && <ListLinks branch={home} list="lines" member={person} />}
              </>
            )}
          </Asked>
        )}
      </Asked>
      <FormLinks branch={home} form="declaration" member={person} period={today.slice(0, 7)} label={list.slip} />
    </>
  );
}

function Lines({ rows, person }: { rows: readonly Line[]; person: string }) {
  const { list } = useText(linesWords);
  const words = useWords();
  if (rows.length === 0) return <p className="card">{list.empty}</p>;
  const waiting = rows.filter((line) => isWaiting(line, person));
  const mine = rows.filter((line) => line.subject === person && !waiting.includes(line));
  const reported = rows.filter((line) => line.subject !== person && !waiting.includes(line));
  const months = [...new Set(mine.map(({ month }) => month))].toSorted().toReversed();
  return (
    <>
      {waiting.length > 0 && <List title={list.waiting} lines={waiting} now />}
      {months.map((month) => (
        <List key={month} title={sayMonthOf(month, words)} lines={mine.filter((line) => line.month === month)} />
      ))}
      {reported.length > 0 && <List title={list.reported} lead={list.reportedLead} lines={reported} />}
    </>
  );
}

function List({
  title,
  lead,
  lines,
  now = false,
}: {
  title: string;
  lead?: string;
  lines: readonly Line[];
  now?: boolean;
}) {
  const say = useSayState();
  const { list } = useText(linesWords);
  const sorted = lines.toSorted((one, other) => (one.fact.day < other.fact.day ? 1 : -1));
  return (
    <section className="card month-list">
      <h2>
        {title} <span className="soft">{fill(list.total, { n: lines.length })}</span>
      </h2>
      {lead !== undefined && <p className="soft">{lead}</p>}
      <ul className="rows">
        {sorted.map((line) => (
          <li key={line.id}>
            <Link to="/my/line/$id" params={{ id: line.id }} className="row">
              <span className="name">
                <ClaimText claim={line.fact} />
                <span className={now ? 'more state now' : 'more state'}>{say(line)}</span>
              </span>
              <LineWorth line={line} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
