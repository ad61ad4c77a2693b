import './office.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { type Standing, type Status, statusOn } from '#domain/ledger/member.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked, Notice } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { rosterWords } from '#words/web/office-roster.ts';
import { ActNotes } from './act-form.tsx';
import { useHere, usePart } from './here.ts';
import { RosterFile } from './roster-file.tsx';
import { StatusFields, statusInput, type TypedStatus } from './status-fields.tsx';

type Kept = AnswerOf<'roster.show'>['members'][number];

/** A member on the roster 党员: every dated change, the next one, transfer, and the file. */
export function Page() {
  const say = useText(rosterWords);
  const { branch } = useHere();
  const id = usePart('member');
  const query = useRead('roster.show', { branch });
  return (
    <>
      <p className="inline-back">
        <Link to={`/desk/${branch}/roster`}>‹ {say.back}</Link>
      </p>
      <Asked query={query}>
        {({ members }) => {
          const kept = members.find((one) => one.id === id);
          return kept ? <One kept={kept} /> : <Notice title={say.missing} text={say.missingText} />;
        }}
      </Asked>
    </>
  );
}

function One({ kept }: { kept: Kept }) {
  const say = useText(rosterWords);
  const { branch, holds } = useHere();
  const office = holds('secretary', 'recorder');
  return (
    <>
      <div className="head">
        <Title text={kept.name}>
          <span className="tag">{kept.code}</span>
        </Title>
        <p className="soft">{say.trace}</p>
      </div>
      <div className="stack">
        <section className="card">
          <h2>{say.history.title}</h2>
          <History kept={kept} />
          <ListLinks branch={branch} list="roster" member={kept.id} />
          {office && <FormLinks branch={branch} form="exemption" member={kept.id} />}
        </section>
        {office && (
          <section className="card">
            <h2>{say.change.title}</h2>
            <Change key={kept.history.length} kept={kept} />
          </section>
        )}
        {office && <Leave kept={kept} />}
        {office && <RosterFile member={kept.id} />}
      </div>
    </>
  );
}

/** The dated rows, the latest first. */
function History({ kept: { history } }: { kept: Kept }) {
  const words = useWords();
  const { history: say } = useText(rosterWords);
  const day = (text: string): string => sayDay(text, words);
  return (
    <ul className="rows">
      {history.toReversed().map((row) => (
        <li key={`${row.from} ${row.to} ${row.standing} ${row.category} ${row.group} ${row.role}`}>
          <b>{words.standing[row.standing as Standing]}</b>
          <span lang="zh-CN">{[row.category, row.group, row.role].filter(Boolean).join(' · ')}</span>
          <span className="end">
            {row.from < '1900'
              ? say.always
              : row.to > '9000'
                ? fill(say.from, { from: day(row.from) })
                : fill(say.span, { from: day(row.from), to: day(row.to) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Change({ kept: { id, name, history } }: { kept: Kept }) {
  const { change: say } = useText(rosterWords);
  const { branch, today } = useHere();
  const acting = useAct();
  const now = statusOn({ id, name, history: history as Status[] }, today);
  const [typed, change, forget] = useDraft<TypedStatus>(`roster-change:${id}:${history.length}`, {
    standing: now?.standing ?? 'full',
    from: '',
    to: '',
    category: now?.category ?? '',
    group: now?.group ?? '',
    role: now?.role ?? '',
  });
  const [missing, setMissing] = useState(false);
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setMissing(typed.from === '');
        if (typed.from === '') return;
        const input = { branch, member: id, ...statusInput(typed) };
        await acting.run('roster.change', input, { done: fill(say.done, { name }), atOnce: forget });
      }}
    >
      <p className="soft">{say.twoHint}</p>
      <StatusFields typed={typed} change={change} error={missing ? say.needed : undefined} />
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {say.send}
        </button>
      </p>
      <ActNotes acting={acting} />
    </form>
  );
}

/** Closes the account of a member who moves 转出; the statement's number is told once more on the page. */
function Leave({ kept: { id, name } }: { kept: Kept }) {
  const { ui } = useWords();
  const { leave: say, change: dated } = useText(rosterWords);
  const { branch } = useHere();
  const acting = useAct();
  const [typed, change, forget] = useDraft(`roster-leave:${id}`, { to: '', day: '' });
  const [tried, setTried] = useState(false);
  const [statement, setStatement] = useState<string>();
  return (
    <details className="card form">
      <summary>{say.title}</summary>
      <p>{say.text}</p>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          const whole = typed.to.trim() !== '' && typed.day !== '';
          setTried(!whole);
          if (!whole) return;
          const input = { branch, member: id, day: typed.day, to: typed.to.trim() };
          const answer = await acting.run('transfer.close', input, { done: fill(say.done, { name }) });
          if (!answer) return;
          forget();
          setStatement(answer.told?.['statement']);
        }}
      >
        <div className="two">
          <Field label={say.to} error={tried && typed.to.trim() === '' ? ui.required : undefined}>
            {(props) => (
              <input
                {...props}
                maxLength={200}
                value={typed.to}
                onChange={(event) => change({ to: event.target.value })}
              />
            )}
          </Field>
          <Field label={say.day} error={tried && typed.day === '' ? dated.needed : undefined}>
            {(props) => (
              <input
                {...props}
                type="date"
                value={typed.day}
                onChange={(event) => change({ day: event.target.value })}
              />
            )}
          </Field>
        </div>
        <p className="acts">
          <button type="submit" className="grave" disabled={acting.busy}>
            {say.send}
          </button>
        </p>
        <ActNotes acting={acting} />
        {statement !== undefined && <p role="status">{fill(say.statement, { n: statement })}</p>}
      </form>
    </details>
  );
}
