import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { textOf } from '#web/content.ts';
import { useText, useWords } from '#web/lang.ts';
import { PutMotion } from '#web/pages/meeting/put-motion.tsx';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { memberTitles } from '#words/web/meeting-record.ts';
import { rosterWords } from '#words/web/office-roster.ts';
import { ActButton } from './act-form.tsx';
import { useHere } from './here.ts';

type Absence = AnswerOf<'absence.list'>['rows'][number];

/** Long absences 长期外出: what the superior and the meeting have said; the recorder notes the meeting's approval. */
export function RosterAbsences({ branch }: { branch: string }) {
  const words = useWords();
  const { absences: say } = useText(rosterWords);
  const name = useNames(branch);
  const { holds } = useHere();
  const query = useRead('absence.list', { branch });
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <p className="soft">{say.text}</p>
      <Asked query={query}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <p>{say.empty}</p>}
            <ul className="rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <b lang="zh-CN">{name(row.member)}</b>
                  <span>{fill(say.span, { from: sayDay(row.from, words), to: sayDay(row.to, words) })}</span>
                  <span className="tag">{row.consented === undefined ? say.notConsented : say.consented}</span>
                  {row.approved !== undefined && <span className="tag">{say.approved}</span>}
                  <FormLinks branch={branch} form="exemption" of={row.id} label={say.form} />
                  {row.approved === undefined && holds('recorder', 'secretary') && <Approve absence={row} />}
                </li>
              ))}
            </ul>
            {rows.length > 0 && <ListLinks branch={branch} list="absences" />}
          </>
        )}
      </Asked>
    </section>
  );
}

function Approve({ absence: { id, revision, member, from, to } }: { absence: Absence }) {
  const name = useNames(useHere().branch);
  const { absences: say } = useText(rosterWords);
  const { branch, holds } = useHere();
  const meetings = useRead('assembly.show', { branch });
  const passed = (meetings.data?.matters ?? []).filter(
    ({ noun, content }) =>
      noun === 'motion' && content['kind'] === 'absence' && content['about'] === id && content['result'] === 'passed',
  );
  const [motion, setMotion] = useState('');
  const chosen = motion === '' ? passed[0]?.id : motion;
  if (chosen === undefined)
    return (
      <div>
        <p className="soft">{say.noMotion}</p>
        <PutMotion branch={branch} kind="absence" about={id} title={memberTitles.absence(name(member), from, to)} />
      </div>
    );
  if (!holds('recorder')) return <p className="soft">{say.passed}</p>;
  return (
    <div>
      <Field label={say.motion}>
        {(props) => (
          <select {...props} value={chosen} onChange={(event) => setMotion(event.target.value)}>
            {passed.map((one) => (
              <option key={one.id} value={one.id}>
                {textOf(one.content['title'])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ActButton
        label={say.send}
        by={(run) => run('absence.approve', { branch, id, motion: chosen }, { revision, done: say.done })}
      />
    </div>
  );
}
