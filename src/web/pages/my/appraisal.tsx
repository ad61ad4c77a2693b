import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { moreWords } from '#words/web/my-more.ts';
import './my.css';

type Row = AnswerOf<'work.list'>['rows'][number];

/** The democratic appraisal 民主评议 as far as it is the member's: to assess oneself, then others, in words; and what was written about oneself. */
export function Page() {
  const { appraisal } = useText(moreWords);
  const { home: branch } = useSession();
  const query = useRead('work.list', { branch });
  return (
    <>
      <div className="head">
        <Title text={appraisal.title} />
      </div>
      <Asked query={query}>
        {({ rows }) => {
          const self = rows.find(({ kind }) => kind === 'appraisal-assess');
          const peers = rows.find(({ kind }) => kind === 'appraisal-rate');
          return (
            <div className="cards">
              {!self && !peers && <p className="card">{appraisal.none}</p>}
              {self && <Assess row={self} />}
              {peers && <Rate row={peers} />}
              <Written />
            </div>
          );
        }}
      </Asked>
    </>
  );
}

function Assess({ row: { id, revision } }: { row: Row }) {
  const { appraisal } = useText(moreWords);
  const { home: branch } = useSession();
  const [{ words }, type, forget] = useDraft(`assess:${id}`, { words: '' });
  const [wrong, setWrong] = useState(false);
  const { run, busy, problem } = useAct();
  const send = async () => {
    const said = words.trim();
    setWrong(said === '');
    if (said === '') return;
    if (await run('appraisal.assess', { branch, id, words: said }, { revision, done: appraisal.sent })) forget();
  };
  return (
    <form
      className="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={appraisal.self} hint={appraisal.selfHint} error={wrong ? appraisal.noWords : undefined}>
        {(field) => (
          <textarea
            {...field}
            maxLength={2000}
            value={words}
            onChange={(event) => type({ words: event.target.value })}
          />
        )}
      </Field>
      <ProblemNote problem={problem} />
      <p className="acts">
        <button type="submit" className="main" disabled={busy}>
          {appraisal.send}
        </button>
      </p>
    </form>
  );
}

function Rate({ row: { id, revision } }: { row: Row }) {
  const { appraisal } = useText(moreWords);
  const { home: branch, person } = useSession();
  const [{ who, words }, type, forget] = useDraft(`rate:${id}`, { who: '', words: '' });
  const [wrong, setWrong] = useState<'who' | 'words'>();
  const { run, busy, problem } = useAct();
  const send = async () => {
    const said = words.trim();
    const fault = who === '' ? 'who' : said === '' ? 'words' : undefined;
    setWrong(fault);
    if (fault !== undefined) return;
    const input = { branch, id, member: who, words: said };
    await run('appraisal.rate', input, { revision, done: appraisal.rated, atOnce: forget });
  };
  return (
    <form
      className="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{appraisal.peers}</h2>
      <p className="soft">{appraisal.peersLead}</p>
      <PersonField
        branch={branch}
        label={appraisal.who}
        value={who === '' ? undefined : who}
        onChange={(next) => type({ who: next })}
        except={[person]}
        error={wrong === 'who' ? appraisal.noPerson : undefined}
      />
      <Field label={appraisal.words} error={wrong === 'words' ? appraisal.noWords : undefined}>
        {(field) => (
          <textarea
            {...field}
            maxLength={2000}
            value={words}
            onChange={(event) => type({ words: event.target.value })}
          />
        )}
      </Field>
      <ProblemNote problem={problem} />
      <p className="acts">
        <button type="submit" className="main" disabled={busy}>
          {appraisal.rate}
        </button>
      </p>
    </form>
  );
}

/** What was written about the member, by itself and, without names, by others. */
function Written() {
  const { appraisal } = useText(moreWords);
  const { home: branch, person } = useSession();
  const { data } = useRead('dossier.show', { branch, member: person, limit: 500 });
  const written = (data?.rows ?? []).filter(({ noun }) => noun === 'assessment');
  if (written.length === 0) return null;
  return (
    <section className="card">
      <h2>{appraisal.written}</h2>
      <ul className="rows">
        {written.map(({ id, content }) => {
          const { kind, words } = content as { kind: string; words: string };
          return (
            <li key={id}>
              <p className="soft">{kind === 'self' ? appraisal.own : appraisal.aboutMe}</p>
              <p className="quote" lang="zh-CN">
                {words}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
