import { Mixed } from '#web/ui/mixed.tsx';
import './above.css';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { aboveAppealsWords } from '#words/web/above.ts';
import { After } from './after.tsx';
import { StateTag } from './state-tag.tsx';
import { useBranchName, useSuperior } from './superior.ts';

type Concern = AnswerOf<'concern.list'>['rows'][number];
const OVER = ['answered', 'declined'];

/** The concerns that observers raised with the superior 监督意见; no case number is shown, for that is all its owner has. */
export function Page() {
  const { concerns: text } = useText(aboveAppealsWords);
  const { id } = useSuperior();
  const query = useRead('concern.list', { branch: id });
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <Asked query={query}>
        {({ rows }) => {
          const running = rows.filter(({ state }) => !OVER.includes(state));
          const over = rows.filter(({ state }) => OVER.includes(state)).toReversed();
          return (
            <>
              {running.length === 0 && <p>{text.none}</p>}
              {running.length > 0 && <h2>{text.running}</h2>}
              <ul className="matters">
                {running.map((one) => (
                  <Card key={one.id} concern={one} />
                ))}
              </ul>
              {over.length > 0 && <h2>{text.over}</h2>}
              <ul className="matters">
                {over.map((one) => (
                  <Card key={one.id} concern={one} />
                ))}
              </ul>
              {rows.length > 0 && <ListLinks branch={id} list="concerns" />}
            </>
          );
        }}
      </Asked>
    </>
  );
}

function Card({ concern }: { concern: Concern }) {
  const words = useWords();
  const { concerns: text } = useText(aboveAppealsWords);
  const nameOf = useBranchName();
  const { id: branch } = useSuperior();
  const acting = useAct();
  const { id, state, revision, day, words: said, to, answer, ended } = concern;
  return (
    <li data-concern={id}>
      <div className="top-line">
        <h3>{fill(text.received, { day: sayDay(day, words) })}</h3>
        <StateTag text={text.states[state] ?? ''} grave={state === 'received'} />
      </div>
      {said === undefined ? (
        <p className="soft">{text.sealed}</p>
      ) : (
        <p className="said" lang="zh-CN">
          {said}
        </p>
      )}
      {to !== undefined && (
        <p>
          <Mixed text={fill(text.servedTo, { name: nameOf(to) })} />
        </p>
      )}
      {answer !== undefined && (
        <>
          <p>
            {text.said}
            {ended !== undefined && <span className="soft"> · {fill(text.ended, { day: sayDay(ended, words) })}</span>}
          </p>
          <p className="said" lang="zh-CN">
            {answer}
          </p>
        </>
      )}
      {state === 'received' && (
        <>
          <After acting={acting} />
          <p className="acts">
            <button
              type="button"
              className="main"
              disabled={acting.busy}
              onClick={() => void acting.run('concern.take', { branch, id }, { revision, done: text.taken })}
            >
              {text.take}
            </button>
          </p>
        </>
      )}
      {(state === 'taken' || state === 'served') && (
        <div className="two">
          {state === 'taken' && <Serve concern={concern} />}
          <Answer concern={concern} />
        </div>
      )}
    </li>
  );
}

function Serve({ concern: { id, revision } }: { concern: Concern }) {
  const { concerns: text } = useText(aboveAppealsWords);
  const { ui } = useWords();
  const { id: branch, branches } = useSuperior();
  const acting = useAct();
  const [{ to, words }, change, forget] = useDraft(`concern-serve:${id}`, { to: '', words: '' });
  const [tried, setTried] = useState(false);
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setTried(true);
        if (to === '' || words.trim() === '') return;
        if (await acting.run('concern.serve', { branch, id, to, words }, { revision, done: text.served })) forget();
      }}
    >
      <h4>{text.serveTitle}</h4>
      <p className="soft">{text.serveLead}</p>
      <Field label={text.to} error={tried && to === '' ? ui.choose : undefined}>
        {(props) => (
          <select {...props} value={to} onChange={(event) => change({ to: event.target.value })}>
            <option value="">{ui.choose}</option>
            {branches.map((one) => (
              <option key={one.id} value={one.id} lang="zh-CN">
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={text.own} error={tried && words.trim() === '' ? ui.required : undefined}>
        {(props) => (
          <textarea
            {...props}
            value={words}
            maxLength={2000}
            onChange={(event) => change({ words: event.target.value })}
          />
        )}
      </Field>
      <After acting={acting} />
      <p className="acts">
        <button type="submit" disabled={acting.busy}>
          {text.serve}
        </button>
      </p>
    </form>
  );
}

function Answer({ concern: { id, revision, state } }: { concern: Concern }) {
  const { concerns: text } = useText(aboveAppealsWords);
  const { id: branch } = useSuperior();
  const acting = useAct();
  const [{ reason }, change, forget] = useDraft(`concern-answer:${id}`, { reason: '' });
  const end = async (action: 'concern.answer' | 'concern.decline', done: string): Promise<void> => {
    if (await acting.run(action, { branch, id, reason }, { revision, done })) forget();
  };
  const refused = acting.problem?.code === 'reason.missing' ? acting.problem.message : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void end('concern.answer', text.answered);
      }}
    >
      <h4>{text.answerTitle}</h4>
      <Field label={text.said} hint={text.answerHint} error={refused}>
        {(props) => (
          <textarea
            {...props}
            value={reason}
            maxLength={2000}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      <After acting={acting} except={['reason.missing']} />
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {text.answer}
        </button>
        {state === 'taken' && (
          <button type="button" disabled={acting.busy} onClick={() => void end('concern.decline', text.declined)}>
            {text.decline}
          </button>
        )}
      </p>
    </form>
  );
}
