import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { StateTag } from '#web/pages/above/state-tag.tsx';
import { useNames } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { memberTitles } from '#words/web/meeting-record.ts';
import { usesWords } from '#words/web/year.ts';
import { WithReason } from './dropping.tsx';
import { useHolds } from './holds.ts';
import { MotionField, usePassed } from './motions.tsx';
import type { UsesParts } from './parts.ts';
import type { Used } from './used.ts';
import { UsesPanel } from './uses-panel.tsx';

/** Commendation 评先评优: recommended, or not until a day; each by the meeting. */
export function Commendations({ parts }: { parts: UsesParts }) {
  const { commendations: said, proposed } = useText(usesWords);
  const { ui } = useWords();
  const { branch, year } = parts;
  const [more, change, forget] = useDraft(`commend:${branch}`, { kind: 'commend', title: '', ends: '' });
  const bar = more.kind === 'bar';
  return (
    <UsesPanel
      parts={parts}
      noun="commendation"
      said={said}
      renderRow={(one, committee) => <Row key={one.id} branch={branch} one={one} committee={committee} />}
      ready={bar ? more.ends !== '' : more.title.trim() !== ''}
      renderMore={(tried) => (
        <>
          <Choice
            label={said.what}
            value={bar ? 'bar' : 'commend'}
            options={(['commend', 'bar'] as const).map((value) => ({ value, label: said.what2[value] }))}
            onChange={(kind) => change({ kind })}
          />
          {bar ? (
            <Field label={said.ends} error={tried && more.ends === '' ? ui.required : undefined}>
              {(props) => (
                <input
                  {...props}
                  type="date"
                  value={more.ends}
                  onChange={(event) => change({ ends: event.target.value })}
                />
              )}
            </Field>
          ) : (
            <Field label={said.name} error={tried && more.title.trim() === '' ? ui.required : undefined}>
              {(props) => (
                <input
                  {...props}
                  value={more.title}
                  maxLength={200}
                  onChange={(event) => change({ title: event.target.value })}
                />
              )}
            </Field>
          )}
        </>
      )}
      send={async (acting, given) => {
        const doing = { done: proposed, atOnce: forget };
        return bar
          ? await acting.run('commendation.bar', { branch, year, ...given, ends: more.ends }, doing)
          : await acting.run('commendation.propose', { branch, year, ...given, title: more.title }, doing);
      }}
    />
  );
}

function Row({ branch, one, committee }: { branch: string; one: Used<'commendation'>; committee: boolean }) {
  const words = useWords();
  const text = useText(usesWords);
  const marks = useMarks();
  const said = text.commendations;
  const nameOf = useNames(branch);
  const recorder = useHolds(branch, 'recorder');
  const motions = usePassed(branch, one.id);
  const [motion, setMotion] = useState('');
  const acting = useAct();
  const { id, revision, state, subject, kind, title, ends, rule, words: why, reason } = one;
  const name = nameOf(subject);
  return (
    <li>
      <div className="top-line">
        <h3 lang="zh-CN">{name}</h3>
        <span>
          {kind === 'bar' ? said.bar : said.commend} <span lang="zh-CN">{title}</span>
        </span>
        <span className="soft">{fill(said.until, { day: sayDay(ends, words) })}</span>
        <StateTag text={said.states[state] ?? ''} />
      </div>
      <p>
        {text.rule}
        {marks.colon}
        <span lang="zh-CN">{rule}</span>
      </p>
      {why !== undefined && <p lang="zh-CN">{why}</p>}
      {reason !== undefined && <p lang="zh-CN">{reason}</p>}
      {state === 'proposed' && (
        <>
          <MotionField
            motions={motions}
            value={motion}
            onChange={setMotion}
            put={{
              branch,
              about: id,
              title: kind === 'bar' ? memberTitles.bar(name) : memberTitles.commend(name, title),
            }}
          />
          <After acting={acting} />
          {motions.length > 0 && recorder && (
            <p className="acts">
              <button
                type="button"
                disabled={acting.busy || motion === ''}
                onClick={() =>
                  void acting.run('commendation.approve', { branch, id, motion }, { revision, done: said.approved })
                }
              >
                {said.approve}
              </button>
            </p>
          )}
        </>
      )}
      {state === 'proposed' && committee && (
        <WithReason
          branch={branch}
          id={id}
          revision={revision}
          label={text.drop}
          acts={[{ action: 'commendation.drop', text: text.drop, done: text.dropped }]}
        />
      )}
    </li>
  );
}
