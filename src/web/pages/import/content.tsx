import { type ReactNode, useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useMarks, useText } from '#web/lang.ts';
import { SayFact } from '#web/pages/review/say-fact.tsx';
import { useRead } from '#web/query.ts';
import { fill } from '#words/fill.ts';
import { alteredIn, sayHeld, sayRowProblem } from '#words/say-import.ts';
import { importWords } from '#words/web/import.ts';
import type { ImportWords } from '#words/web/import.zh-CN.ts';
import { Openings } from './openings.tsx';

type Shown = AnswerOf<'import.show'>;

/** The most rows that one list shows before it is asked for the rest. */
const MOST = 200;

/** Whether an import changes nothing. */
export function isEmpty({ roster, facts, openings }: Shown): boolean {
  return roster.length + facts.length + (openings?.rows.length ?? 0) === 0;
}

/** What an import would change 变动内容, whole: for whoever applies it, and for whoever confirms it. */
export function Content({ branch, shown }: { branch: string; shown: Shown }) {
  const say = useText(importWords);
  const marks = useMarks();
  const { data: list } = useRead('item.list', { branch }, { when: shown.kind === 'facts' });
  const { kind, roster, gone, facts, problems, doubts, unchanged, openings } = shown;
  const joins = roster.filter((one) => one.joins);
  const changes = roster.filter((one) => !one.joins);
  return (
    <>
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
      {isEmpty(shown) && problems.length === 0 && <p>{say.nothing}</p>}
    </>
  );
}

function Who({ code, name }: { code: string; name: string }) {
  return (
    <>
      <b lang="zh-CN">{name}</b> <span className="soft">{code}</span>
    </>
  );
}

/** What becomes of one member of the roster 名册变动: from what to what, and since when. */
export function Change({ change, say }: { change: Omit<Shown['roster'][number], 'row'>; say: ImportWords }) {
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
  const say = useText(importWords);
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, MOST);
  return (
    <details open={rows.length <= 30}>
      <summary>
        {title} {count}
      </summary>
      {note !== undefined && <p className="soft">{note}</p>}
      <ul className="import-rows">
        {shown.map((row) => (
          <li key={`${row.row ?? ''} ${row.member ?? ''}`}>{children(row)}</li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className="bare" onClick={() => setAll(true)}>
          {fill(say.rest, { n: rows.length - shown.length })}
        </button>
      )}
    </details>
  );
}
