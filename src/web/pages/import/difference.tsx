import type { ReactNode } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useMarks, useText } from '#web/lang.ts';
import { SayFact } from '#web/pages/review/say-fact.tsx';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { alteredIn, sayHeld, sayRowProblem } from '#words/say-import.ts';
import { importWords } from '#words/web/import.ts';
import type { ImportWords } from '#words/web/import.zh-CN.ts';
import { Openings } from './openings.tsx';

type Shown = AnswerOf<'import.show'>;

/** The most rows that one list shows. */
const MOST = 200;

type Given = {
  branch: string;
  /** Whether it waits for a second person: then there is nothing to be done to it here. */
  waits?: boolean;
  end: (applied: boolean) => void;
};

/** The whole difference of an import 变动内容, and the step that applies it or leaves it. */
export function Difference({ id, ...given }: Given & { id: string }) {
  const { branch } = given;
  const query = useRead('import.show', { branch, id });
  return <Asked query={query}>{(shown) => (shown.state === 'read' ? <Open {...given} shown={shown} /> : null)}</Asked>;
}

function Open({ branch, waits = false, shown, end }: Given & { shown: Shown }) {
  const say = useText(importWords);
  const marks = useMarks();
  const { data: list } = useRead('item.list', { branch }, { when: shown.kind === 'facts' });
  const { run, busy, problem } = useAct();
  const { id, revision, kind, roster, gone, facts, problems, doubts, unchanged, openings } = shown;
  const joins = roster.filter((one) => one.joins);
  const changes = roster.filter((one) => !one.joins);
  const nothing = roster.length + facts.length + (openings?.rows.length ?? 0) === 0;
  const apply = async (): Promise<void> => {
    const done = fill(say.applied, { what: `${say.kinds[kind]} ${shown.title}` });
    const undo = (answer: { readonly revision: number; readonly waits?: true | undefined }) =>
      answer.waits ? undefined : { action: 'dossier.undo' as const, input: { branch, id }, revision: answer.revision };
    const answer = await run('dossier.apply', { branch, id, seen: true }, { revision, done, undo });
    if (answer) end(!answer.waits);
  };
  const leave = async (): Promise<void> => {
    if (await run('dossier.discard', { branch, id }, { revision, done: say.discarded })) end(false);
  };
  return (
    <section className="card import-difference">
      <h2>{say.difference}</h2>
      <List title={say.faults} count={fill(say.places, { n: problems.length })} rows={problems}>
        {({ row, problem: why }) => `${fill(say.row, { n: row })}${marks.colon}${sayRowProblem(why, say)}`}
      </List>
      <List title={say.doubts} count={fill(say.places, { n: doubts.length })} rows={doubts}>
        {({ row, doubt }) => `${fill(say.row, { n: row })}${marks.colon}${sayRowProblem(doubt, say)}`}
      </List>
      {openings && openings.rows.length > 0 && <Openings openings={openings} gone={gone} />}
      {kind === 'roster' && (
        <>
          <List title={say.joins} count={fill(say.people, { n: joins.length })} rows={joins}>
            {({ code, name, status }) => (
              <>
                <Who code={code} name={name} /> {sayHeld(status, say)}
              </>
            )}
          </List>
          <List title={say.changes} count={fill(say.people, { n: changes.length })} rows={changes}>
            {(change) => <Change change={change} say={say} />}
          </List>
          <List title={say.gone} count={fill(say.people, { n: gone.length })} rows={gone} note={say.goneNote}>
            {({ code, name }) => <Who code={code} name={name} />}
          </List>
          <p>
            {say.unchanged} {fill(say.people, { n: unchanged })}
          </p>
        </>
      )}
      {kind === 'facts' && (
        <List title={say.facts} count={fill(say.items, { n: facts.length })} rows={facts}>
          {({ code, name, fact }) => {
            const item = list?.items.find((one) => one.id === fact.item);
            return (
              <>
                <Who code={code} name={name} /> <span lang="zh-CN">{item?.label ?? ''}</span> ·{' '}
                <SayFact fact={fact} item={item} />
              </>
            );
          }}
        </List>
      )}
      {nothing && problems.length === 0 && <p>{say.nothing}</p>}
      {!nothing && <ListLinks branch={branch} list="difference" of={id} />}
      <ProblemNote problem={problem} />
      {waits ? (
        <p className="waits-note">{say.waits['dossier.apply']}</p>
      ) : (
        <p className="acts">
          <button
            type="button"
            className="main"
            disabled={busy || nothing || problems.length > 0}
            onClick={() => void apply()}
          >
            {say.apply}
          </button>
          <button type="button" disabled={busy} onClick={() => void leave()}>
            {say.discard}
          </button>
        </p>
      )}
    </section>
  );
}

function Who({ code, name }: { code: string; name: string }) {
  return (
    <>
      <b lang="zh-CN">{name}</b> <span className="soft">{code}</span>
    </>
  );
}

function Change({ change, say }: { change: Shown['roster'][number]; say: ImportWords }) {
  const { code, name, before, status } = change;
  return (
    <>
      <Who code={code} name={name} />{' '}
      {before
        ? alteredIn(before, status, say).map((one) => (
            <span key={one.what} className="altered">
              {one.what} <del>{one.before}</del> <span aria-hidden="true">→</span>{' '}
              <span className="unseen">{say.to}</span> <ins>{one.after}</ins>{' '}
            </span>
          ))
        : sayHeld(status, say)}
      {before && <span className="soft">{fill(say.since, { day: status.from })}</span>}
    </>
  );
}

function List<T extends { readonly row?: number; readonly member?: string }>({
  title,
  count,
  rows,
  note,
  children,
}: {
  title: string;
  count: string;
  rows: readonly T[];
  note?: string;
  children: (row: T) => ReactNode;
}) {
  if (rows.length === 0) return null;
  return (
    <details open={rows.length <= 30}>
      <summary>
        {title} {count}
      </summary>
      {note !== undefined && <p className="soft">{note}</p>}
      <ul className="import-rows">
        {rows.slice(0, MOST).map((row) => (
          <li key={`${row.row ?? ''} ${row.member ?? ''}`}>{children(row)}</li>
        ))}
      </ul>
      {rows.length > MOST && <p className="soft">… {rows.length - MOST}</p>}
    </details>
  );
}
