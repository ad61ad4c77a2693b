import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { homeWords } from '#words/web/my-home.ts';
import type { HomeWords } from '#words/web/my-home.zh-CN.ts';

type Row = AnswerOf<'work.list'>['rows'][number];
type Kind = keyof HomeWords['work'];

/** Where each kind of work of a member is done; confirming stands in the card of its month. */
const PLACES: { readonly [K in Kind]: string } = {
  'vote-open': '/my/meeting',
  'assembly-today': '/my/meeting',
  'hearing-answer': '/my/hearing/$id',
  'opening-answer': '/my/openings',
  'line-draft': '/my/line/$id',
  'line-verify': '/my/verify/$id',
  'objection-answered': '/my/objections',
  'objection-waits': '/my/objections',
  'appeal-answered': '/my/appeals',
  'appeal-waits': '/my/appeals',
  'talk-sign': '/my/talks',
  'appraisal-assess': '/my/appraisal',
  'appraisal-rate': '/my/appraisal',
  'notice-running': '/my/notices',
  'assembly-next': '/my/meeting',
};

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(PLACES, kind);
}

/** What a member has to do by which day 待办, and what goes on by itself. */
export function OwnWork() {
  const home = useText(homeWords);
  const { home: branch } = useSession();
  const { data } = useRead('work.list', { branch });
  if (!data) return null;
  const rows = data.rows.filter(({ kind }) => isKind(kind));
  const due = rows.filter(({ owedBy }) => owedBy === 'me');
  // The cards of the open months ask for these.
  const confirms = data.rows.some(({ kind }) => kind === 'month-confirm' || kind === 'line-confirm');
  const news = rows.filter(({ owedBy }) => owedBy !== 'me');
  return (
    <>
      {(due.length > 0 || !confirms) && (
        <section className="card">
          <h2>{home.due}</h2>
          {due.length === 0 ? <p className="soft">{home.dueNone}</p> : <Rows rows={due} />}
        </section>
      )}
      {news.length > 0 && (
        <section className="card">
          <h2>{home.news}</h2>
          <Rows rows={news} />
        </section>
      )}
    </>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={`${row.kind} ${row.id}`}>
          <WorkRow row={row} />
        </li>
      ))}
    </ul>
  );
}

function WorkRow({ row: { kind, noun, id, title, due, provisional, late, about } }: { row: Row }) {
  const words = useWords();
  const home = useText(homeWords);
  if (!isKind(kind)) return null;
  const { ui } = words;
  const line = noun === 'line' ? id : about?.noun === 'line' ? about.id : undefined;
  const to = kind === 'hearing-answer' && line !== undefined ? '/my/line/$id' : PLACES[kind];
  return (
    <Link to={to} params={{ id: line ?? id }} className="row">
      <span className="name">
        {home.work[kind]}
        {title !== undefined && (
          <span className="more" lang="zh-CN">
            {title}
          </span>
        )}
      </span>
      {due !== undefined && (
        <span className={late ? 'when off' : 'when'}>
          {late ? ui.late : fill(provisional === true ? ui.dueProvisional : ui.due, { day: sayDay(due, words) })}
        </span>
      )}
    </Link>
  );
}
