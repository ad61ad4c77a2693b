import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { textOf } from '#web/content.ts';
import { useText, useWords } from '#web/lang.ts';
import { PutMotion } from '#web/pages/meeting/put-motion.tsx';
import { useRead } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { schemeTitle } from '#words/web/meeting-record.ts';
import { schemeWords } from '#words/web/office-scheme.ts';
import type { SchemeWords } from '#words/web/office-scheme.zh-CN.ts';
import { ActButton } from './act-form.tsx';
import { useHere } from './here.ts';
import { SchemeTrial } from './scheme-trial.tsx';

type Matter = AnswerOf<'scheme.show'>['matters'][number];

/** A version on its way 待施行的方案: drafted, checked, tried, adopted by the meeting with a second person, in force on its day. */
export function SchemeUnderWay({ matter, edit }: { matter: Matter; edit: () => void }) {
  const words = useWords();
  const say = useText(schemeWords);
  const { branch, holds } = useHere();
  const { id, state, revision, content } = matter;
  const effective = typeof content['effective'] === 'string' ? content['effective'] : undefined;
  const may = holds('committee', 'secretary');
  const open = ['draft', 'checked'].includes(state);
  return (
    <article className="card">
      <p className="line-head">
        <b lang="zh-CN">{textOf(content['title'])}</b>
        <span className="tag">{say.states[state as keyof SchemeWords['states']]}</span>
        {effective !== undefined && <span className="end">{fill(say.starts, { day: sayDay(effective, words) })}</span>}
      </p>
      {may && state === 'draft' && (
        <ActButton
          label={say.check.send}
          by={(run) => run('scheme.check', { branch, id }, { revision, done: say.check.done })}
        />
      )}
      {holds('secretary') && (state === 'checked' || state === 'adopted') && <Decide matter={matter} />}
      {may && open && (
        <>
          <p className="acts">
            <button type="button" onClick={edit}>
              {say.edit}
            </button>
          </p>
          <ActButton
            label={say.discard}
            look="grave"
            by={(run) => run('scheme.discard', { branch, id }, { revision, done: say.discarded })}
          />
          <details className="form">
            <summary>{say.try.title}</summary>
            <SchemeTrial id={id} />
          </details>
        </>
      )}
    </article>
  );
}

/** Records what the meeting decided on the version: its adoption, or that it took it back. */
function Decide({ matter: { id, state, revision, content: own } }: { matter: Matter }) {
  const { adopt: say } = useText(schemeWords);
  const { branch } = useHere();
  const meetings = useRead('assembly.show', { branch });
  const [chosen, choose] = useState('');
  const passed = (meetings.data?.matters ?? []).filter(
    // What it was adopted by does not take it back.
    ({ noun, id: motion, content }) =>
      noun === 'motion' &&
      content['kind'] === 'scheme' &&
      content['about'] === id &&
      content['result'] === 'passed' &&
      own['motion'] !== motion,
  );
  const motion = chosen === '' ? (passed.at(-1)?.id ?? '') : chosen;
  const adopts = state === 'checked';
  return (
    <>
      {adopts && <p className="soft">{passed.length === 0 ? say.none : say.text}</p>}
      {passed.length === 0 && meetings.data && (
        <PutMotion branch={branch} kind="scheme" about={id} title={schemeTitle(textOf(own['title']), adopts)} />
      )}
      {passed.length > 0 && (
        <>
          <Field label={say.motion}>
            {(props) => (
              <select {...props} value={motion} onChange={(event) => choose(event.target.value)}>
                {passed.map((one) => (
                  <option key={one.id} value={one.id} lang="zh-CN">
                    {textOf(one.content['title'])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <ActButton
            label={adopts ? say.send : say.revoke}
            look={adopts ? 'main' : 'grave'}
            by={(run) =>
              run(
                adopts ? 'scheme.adopt' : 'scheme.revoke',
                { branch, id, motion },
                { revision, done: adopts ? say.done : say.revoked },
              )
            }
          />
        </>
      )}
    </>
  );
}
