import { Link } from '@tanstack/react-router';
import { showPoints } from '#domain/kernel/points.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Points } from '#web/ui/points.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { useItems } from './items.ts';
import { type Line, useSayState } from './line-state.ts';
import { toTitle } from './to-title.ts';
import './my.css';

/** The member's row of a sheet of openings 启用前积分: each component with its points, their source, and the answer to all of it in one press. */
export function Page() {
  const { openings: said } = useText(linesWords);
  const { home: branch, person } = useSession();
  const query = useRead('declaration.list', { branch, member: person, limit: 500 });
  const items = useRead('item.list', { branch });
  return (
    <>
      <div className="head">
        <Title text={said.title} />
      </div>
      <Asked query={query}>
        {({ rows }) => <Asked query={items}>{() => <Row given={rows.filter((line) => isMine(line, person))} />}</Asked>}
      </Asked>
    </>
  );
}

function isMine({ origin, subject, state }: Line, person: string): boolean {
  return origin === 'opening' && subject === person && state !== 'withdrawn' && state !== 'reversed';
}

function Row({ given }: { given: readonly Line[] }) {
  const words = useWords();
  const { openings: said, hearing: heard } = useText(linesWords);
  const marks = useMarks();
  const say = useSayState();
  const { all = [], name } = useItems();
  // In the order of the scheme.
  const lines = all.flatMap(({ id }) => given.filter(({ fact }) => fact.item === id));
  const [first] = lines;
  if (!first) return <p className="card">{said.empty}</p>;
  const points = ({ fact, decision }: Line): number => (decision?.fact ?? fact).points ?? 0;
  const told = lines.filter(({ hearing }) => hearing?.state === 'told');
  const last = told[0]?.hearing;
  return (
    <>
      <p className="lead">{said.lead}</p>
      <section className="card">
        <ul className="rows">
          {lines.map((line) => (
            <li key={line.id}>
              <Link to="/my/line/$id" params={{ id: line.id }} className="row">
                <span className="name">
                  <b lang="zh-CN">{name(line.fact.item)}</b>
                  <span className={line.hearing?.state === 'told' ? 'more state now' : 'more state'}>{say(line)}</span>
                </span>
                <Sum points={points(line)} />
              </Link>
            </li>
          ))}
          <li className="row">
            <span className="name">{said.sum}</span>
            <b>
              <Sum points={lines.reduce((sum, line) => sum + points(line), 0)} />
            </b>
          </li>
        </ul>
        <p className="soft">
          {said.source}
          {marks.colon}
          <span lang="zh-CN">{first.fact.ref}</span>
        </p>
        <p className="soft">{fill(said.days, { day: sayDay(first.fact.day, words) })}</p>
      </section>
      {last && (
        <section className="card form">
          <h2>{heard.title}</h2>
          <p>{fill(last.provisional ? heard.lastProvisional : heard.last, { day: sayDay(last.last, words) })}</p>
          <p>{said.other}</p>
          <Accept told={told} />
        </section>
      )}
    </>
  );
}

function Sum({ points }: { points: number }) {
  return <Points amount={{ exact: '', shown: Number(showPoints(points, 4)) }} />;
}

/** All that is right is answered one after another; what was answered before a fault stays answered. */
function Accept({ told }: { told: readonly Line[] }) {
  const { ui } = useWords();
  const { openings: said } = useText(linesWords);
  const { home: branch } = useSession();
  const { run, busy, waits, problem } = useAct();
  const send = async (): Promise<void> => {
    for (const [at, { hearing }] of told.entries()) {
      if (!hearing) continue;
      const { id, revision } = hearing;
      const end = at === told.length - 1;
      const doing = { revision, ...(end ? { done: said.accepted } : { quiet: true }) };
      if (!(await run('hearing.answer', { branch, id, answer: 'accept' }, doing))) return;
    }
    toTitle();
  };
  return (
    <>
      <ProblemNote problem={problem} />
      {waits && (
        <p className="waits-note" role="status">
          {ui.reaching}
        </p>
      )}
      <p className="acts">
        <button type="button" className="main" disabled={busy} onClick={() => void send()}>
          {said.accept}
        </button>
      </p>
    </>
  );
}
