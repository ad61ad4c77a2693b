import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { useNames, useRead } from '#web/query.ts';
import { Choice } from '#web/ui/field.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { supervisionWords } from '#words/web/office-supervision.ts';
import type { SupervisionWords } from '#words/web/office-supervision.zh-CN.ts';
import { ActButton, ActNotes } from './act-form.tsx';
import { Clock } from './clock.tsx';
import { Facts } from './facts.tsx';
import { useHere } from './here.ts';
import { ObjectionFind } from './objection-find.tsx';
import { Report } from './report.tsx';
import { ToLine } from './to-line.tsx';

type Matter = AnswerOf<'objection.show'>['matters'][number];
type Words = SupervisionWords['objections'];

/** Of what is still open the line is read, for whoever has to do with it; every look leaves its trace. */
const OPEN = ['registered', 'assigned', 'found', 'answered'];

/** An objection 异议: who objects to what, by when it is answered, and what is to be done next. */
export function ObjectionCard({
  matter,
  term,
}: {
  matter: Matter;
  term: { readonly last: string; readonly provisional: boolean } | undefined;
}) {
  const words = useWords();
  const { objections: say } = useText(supervisionWords);
  const { branch, person, holds } = useHere();
  const name = useNames(branch);
  const { id, state, revision, subject = '', period = '', parent, content } = matter;
  const text = (key: string): string | undefined => (typeof content[key] === 'string' ? content[key] : undefined);
  const day = (key: string): string | undefined => {
    const found = text(key);
    return found === undefined ? undefined : sayDay(found, words);
  };
  const who = (key: string): string | undefined => {
    const found = text(key);
    return found === undefined ? undefined : name(found);
  };
  const lines = useRead(
    'declaration.list',
    { branch, member: subject, limit: 500 },
    { when: parent !== undefined && OPEN.includes(state) },
  );
  const items = useRead('item.list', { branch });
  const line = lines.data?.rows.find((one) => one.id === parent);
  const fact = line && (line.decision?.fact ?? line.fact);
  const item = fact && items.data?.items.find((one) => one.id === fact.item)?.label;
  const about =
    content['about'] === 'total'
      ? fill(say.about.total, { year: fill(words.my.periodYear, { y: period }) })
      : fact && item !== undefined
        ? fill(say.about.line, { item, day: sayDay(fact.day, words) })
        : say.unknownLine;
  const mine = content['investigator'] === person;
  return (
    <article className="card">
      <p className="line-head">
        <b lang="zh-CN">{name(subject)}</b>
        <span>
          <Mixed text={about} />
        </span>
        <span className="tag">{say.states[state as keyof Words['states']]}</span>
        {term && ['registered', 'assigned', 'found'].includes(state) && <Clock {...term} />}
      </p>
      <Facts
        rows={[
          { label: say.facts.words, value: text('words'), own: true },
          { label: say.facts.raised, value: day('start') },
          { label: say.facts.entered, value: who('enteredBy'), own: true },
          { label: say.facts.investigator, value: who('investigator'), own: true },
          { label: say.facts.result, value: say.results[text('result') as keyof Words['results']] },
          { label: say.facts.finding, value: text('finding'), own: true },
          { label: say.facts.answered, value: day('answered') },
        ]}
      />
      {parent !== undefined && <ToLine branch={branch} line={parent} />}
      <FormLinks branch={branch} form="objection" of={id} />
      {content['answered'] !== undefined && <FormLinks branch={branch} form="objectionAnswer" of={id} />}
      {holds('secretary') && state === 'registered' && <Assign matter={matter} />}
      {holds('secretary') && state === 'assigned' && !mine && (
        <details className="form">
          <summary>{say.assign.title}</summary>
          <Assign matter={matter} />
        </details>
      )}
      {mine && state === 'assigned' && <ObjectionFind matter={matter} fact={fact} />}
      {state === 'found' && (mine || holds('secretary')) && (
        <>
          <p className="soft">{say.answer.text}</p>
          <ActButton
            label={say.answer.send}
            by={(run) => run('objection.answer', { branch, id }, { revision, done: say.answer.done })}
          />
        </>
      )}
      {state === 'answered' && <Report action="objection.report" id={id} revision={revision} done={say.report.done} />}
    </article>
  );
}

/** Names the investigator 指定调查人: by the rules, or one person; who is barred is refused with the reason. */
function Assign({ matter: { id, revision, subject = '' } }: { matter: Matter }) {
  const { assign: say } = useText(supervisionWords).objections;
  const { ui } = useWords();
  const { branch } = useHere();
  const acting = useAct();
  const [how, setHow] = useState<'auto' | 'named'>('auto');
  const [who, setWho] = useState<string>();
  const [missing, setMissing] = useState(false);
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const named = how === 'named';
        setMissing(named && who === undefined);
        if (named && who === undefined) return;
        const input = { branch, id, ...(named && who !== undefined && { investigator: who }) };
        await acting.run('objection.assign', input, { revision, done: say.done });
      }}
    >
      <p className="soft">{say.text}</p>
      <Choice
        label={say.how}
        value={how}
        onChange={setHow}
        options={[
          { value: 'auto', label: say.auto },
          { value: 'named', label: say.named },
        ]}
      />
      {how === 'named' && (
        <PersonField
          branch={branch}
          label={say.who}
          value={who}
          except={[subject]}
          onChange={setWho}
          error={
            missing ? ui.choose : acting.problem?.code === 'investigation.barred' ? acting.problem.message : undefined
          }
        />
      )}
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {say.send}
        </button>
      </p>
      <ActNotes
        acting={{
          waits: acting.waits,
          problem: how === 'named' && acting.problem?.code === 'investigation.barred' ? undefined : acting.problem,
        }}
      />
    </form>
  );
}
