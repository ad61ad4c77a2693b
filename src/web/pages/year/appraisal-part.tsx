import { useState } from 'react';
import { textOf } from '#web/content.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useNames, useRead } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { usesWords } from '#words/web/year.ts';
import { Deciding } from './deciding.tsx';
import { useHolds } from './holds.ts';
import type { UsesParts } from './parts.ts';
import { allOf, type Used } from './used.ts';
import { Voting } from './voting.tsx';

const STAGES = ['open', 'peers', 'ballot', 'decided', 'told'] as const;

/** The democratic appraisal 民主评议: its stages in order, and the one act that comes next. */
export function AppraisalPart({ parts: { branch, year, matters } }: { parts: UsesParts }) {
  const words = useWords();
  const { appraisal: text } = useText(usesWords);
  const acting = useAct();
  const secretary = useHolds(branch, 'secretary');
  const recorder = useHolds(branch, 'recorder');
  const found = allOf(
    matters.filter(({ period }) => period === year),
    'appraisal',
  ).at(-1);
  const written = matters.filter(({ noun, parent }) => noun === 'assessment' && parent === found?.id);
  const selves = new Set(written.filter(({ content }) => content['kind'] === 'self').map(({ subject }) => subject))
    .size;
  const { id = '', revision, state } = found ?? {};
  const go = (action: 'appraisal.peers' | 'appraisal.tell', done: string) => (
    <button
      type="button"
      className="main"
      disabled={acting.busy}
      onClick={() => void acting.run(action, { branch, id }, { revision, done })}
    >
      {action === 'appraisal.peers' ? text.peers : text.tell}
    </button>
  );
  return (
    <section className="panel" data-appraisal={state ?? 'none'}>
      <h2>{text.title}</h2>
      {found && (
        <ol className="rungs">
          {STAGES.map((stage, at) => (
            <li
              key={stage}
              className={at < (STAGES as readonly string[]).indexOf(state ?? '') ? 'done' : undefined}
              {...(stage === state && { 'aria-current': 'step' as const })}
            >
              {text.stages[stage]}
            </li>
          ))}
        </ol>
      )}
      {!found && <p className="soft">{text.none}</p>}
      {found && (
        <p className="soft">
          {fill(text.selves, { n: selves })} ·{' '}
          {fill(text.peersCount, {
            n: written.length - written.filter(({ content }) => content['kind'] === 'self').length,
          })}
          {found.told !== undefined && ` · ${fill(text.toldOn, { day: sayDay(found.told, words) })}`}
        </p>
      )}
      <After acting={acting} />
      {secretary && (
        <p className="acts">
          {!found && (
            <button
              type="button"
              className="main"
              disabled={acting.busy}
              onClick={() => void acting.run('appraisal.open', { branch, year }, { done: text.opened })}
            >
              {text.open}
            </button>
          )}
          {state === 'open' && go('appraisal.peers', text.peersDone)}
          {state === 'decided' && go('appraisal.tell', text.told)}
        </p>
      )}
      {state === 'peers' && secretary && found && <Ballot branch={branch} found={found} />}
      {state === 'ballot' && found && !recorder && (
        <>
          <p>{text.onlyRecorder}</p>
          <Voting branch={branch} year={year} appraisal={found} />
        </>
      )}
      {state === 'ballot' && recorder && found && <Deciding branch={branch} year={year} appraisal={found} />}
      {found?.grades && <Grades branch={branch} found={found} />}
      {found && <ListLinks branch={branch} list="appraisal" year={year} />}
    </section>
  );
}

function Ballot({ branch, found: { id, revision } }: { branch: string; found: Used<'appraisal'> }) {
  const words = useWords();
  const { appraisal: text } = useText(usesWords);
  const acting = useAct();
  const { data } = useRead('assembly.show', { branch });
  const open = (data?.matters ?? []).filter(({ noun, state }) => noun === 'assembly' && state === 'open');
  const [chosen, setChosen] = useState('');
  const assembly = chosen === '' ? open[0]?.id : chosen;
  if (assembly === undefined) return <p>{text.ballotNone}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void acting.run('appraisal.ballot', { branch, id, assembly }, { revision, done: text.ballotDone });
      }}
    >
      <Field label={text.ballotMeeting}>
        {(props) => (
          <select {...props} value={assembly} onChange={(event) => setChosen(event.target.value)}>
            {open.map((one) => (
              <option key={one.id} value={one.id}>
                {sayDay(textOf(one.content['day']), words)} {textOf(one.content['place'])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <After acting={acting} />
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {text.ballot}
        </button>
      </p>
    </form>
  );
}

function Grades({ branch, found: { grades = [] } }: { branch: string; found: Used<'appraisal'> }) {
  const { appraisal: text } = useText(usesWords);
  const nameOf = useNames(branch);
  return (
    <details>
      <summary>{text.grade}</summary>
      <ul>
        {grades.map(({ member, grade, reason }) => (
          <li key={member}>
            <b lang="zh-CN">{nameOf(member)}</b> {text.grades[grade]} · <span lang="zh-CN">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
