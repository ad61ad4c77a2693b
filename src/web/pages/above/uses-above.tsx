import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { TalkRecordForm } from '#web/pages/year/talk-record.tsx';
import { dispositionOf, nextRung, type Talk, talkOf, type Used } from '#web/pages/year/used.ts';
import { useNames, useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { aboveAppealsWords } from '#words/web/above.ts';
import { usesWords } from '#words/web/year.ts';
import { After } from './after.tsx';
import { StateTag } from './state-tag.tsx';

/** What of a branch waits for the superior 谈话与处置: a talk to order or to hold, a rung to approve under a number. */
export function UsesAbove({ branch }: { branch: string }) {
  const { tree: text } = useText(aboveAppealsWords);
  const query = useRead('consequence.list', { branch });
  return (
    <section className="panel">
      <h2>{text.uses}</h2>
      <Asked query={query}>
        {({ matters }) => {
          const talks = matters.filter(({ noun, state }) => noun === 'talk' && state === 'proposed').map(talkOf);
          const ladders = matters
            .filter(({ noun }) => noun === 'disposition')
            .map(dispositionOf)
            .filter((one) => nextRung(one.state) !== undefined);
          if (talks.length + ladders.length === 0) return <p className="soft">{text.usesNone}</p>;
          return (
            <>
              <ul className="matters">
                {talks.map((talk) => (
                  <TalkAbove key={talk.id} branch={branch} talk={talk} />
                ))}
                {ladders.map((ladder) => (
                  <Approval key={ladder.id} branch={branch} ladder={ladder} />
                ))}
              </ul>
              <ListLinks branch={branch} list="consequences" />
            </>
          );
        }}
      </Asked>
    </section>
  );
}

function TalkAbove({ branch, talk }: { branch: string; talk: Talk }) {
  const { tree: text } = useText(aboveAppealsWords);
  const uses = useText(usesWords);
  const marks = useMarks();
  const nameOf = useNames(branch);
  const { ui } = useWords();
  const { person } = useSession();
  const acting = useAct();
  const [{ number }, change, forget] = useDraft(`talk-order:${talk.id}`, { number: '' });
  const [tried, setTried] = useState(false);
  const { id, revision, subject, rule, words, ordered } = talk;
  return (
    <li>
      <div className="top-line">
        <h3>
          {text.talk.title} · <span lang="zh-CN">{nameOf(subject)}</span>
        </h3>
        <StateTag text={ordered ? uses.talks.admonition : uses.talks.reminder} />
      </div>
      <p>
        {uses.rule}
        {marks.colon}
        <span lang="zh-CN">{rule}</span>
      </p>
      {words !== undefined && (
        <p className="said" lang="zh-CN">
          {words}
        </p>
      )}
      {!ordered && (
        <form
          noValidate
          onSubmit={async (event) => {
            event.preventDefault();
            setTried(true);
            if (number.trim() === '') return;
            const done = text.talk.ordered;
            if (!(await acting.run('talk.order', { branch, id, number: number.trim() }, { revision, done }))) return;
            forget();
            setTried(false);
          }}
        >
          <Field label={text.talk.number} error={tried && number.trim() === '' ? ui.required : undefined}>
            {(props) => (
              <input
                {...props}
                value={number}
                maxLength={100}
                onChange={(event) => change({ number: event.target.value })}
              />
            )}
          </Field>
          <After acting={acting} />
          <p className="acts">
            <button type="submit" disabled={acting.busy}>
              {text.talk.order}
            </button>
          </p>
        </form>
      )}
      {subject !== person && <TalkRecordForm branch={branch} talk={talk} />}
    </li>
  );
}

function Approval({ branch, ladder }: { branch: string; ladder: Used<'disposition'> }) {
  const { tree: text } = useText(aboveAppealsWords);
  const uses = useText(usesWords);
  const nameOf = useNames(branch);
  const { ui } = useWords();
  const acting = useAct();
  const { id, revision, state, subject, approvals } = ladder;
  const next = nextRung(state);
  const rungs = [next, 'left'].filter((one) => one !== undefined && one in text.rung) as (
    | 'improving'
    | 'urged'
    | 'removed'
    | 'left'
  )[];
  const [draft, change, forget] = useDraft(`rung:${id}:${state}`, { rung: rungs[0] ?? '', number: '' });
  const [tried, setTried] = useState(false);
  return (
    <li>
      <div className="top-line">
        <h3>
          {uses.ladder.title} · <span lang="zh-CN">{nameOf(subject)}</span>
        </h3>
        <StateTag text={uses.ladder.states[state] ?? ''} />
      </div>
      {approvals.map((one) => (
        <p key={`${one.rung}${one.number}`} className="soft">
          {fill(text.approvals, { rung: text.rung[one.rung] ?? '', number: one.number })}
        </p>
      ))}
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          setTried(true);
          const rung = rungs.find((one) => one === draft.rung);
          if (!rung || draft.number.trim() === '') return;
          const done = text.approvedRung;
          const input = { branch, id, rung, number: draft.number.trim() };
          if (!(await acting.run('disposition.approve', input, { revision, done }))) return;
          forget();
          setTried(false);
        }}
      >
        <div className="inline-form">
          <Field label={text.approveFor}>
            {(props) => (
              <select {...props} value={draft.rung} onChange={(event) => change({ rung: event.target.value })}>
                {rungs.map((one) => (
                  <option key={one} value={one}>
                    {text.rung[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={text.approveNumber} error={tried && draft.number.trim() === '' ? ui.required : undefined}>
            {(props) => (
              <input
                {...props}
                value={draft.number}
                maxLength={100}
                onChange={(event) => change({ number: event.target.value })}
              />
            )}
          </Field>
        </div>
        <After acting={acting} />
        <p className="acts">
          <button type="submit" disabled={acting.busy}>
            {text.approve}
          </button>
        </p>
      </form>
    </li>
  );
}
