import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { useAct } from '#web/use-act.ts';
import { sayDay } from '#words/my.ts';
import { supervisionWords } from '#words/web/office-supervision.ts';
import { ActNotes } from './act-form.tsx';
import { useHere } from './here.ts';

type Typed = { readonly who: string; readonly about: 'line' | 'total'; readonly line: string; readonly reason: string };

/** Enters an objection on behalf of a member at the desk 代为登记异议 (product §7: nobody needs an account). */
export function ObjectionRaise() {
  const words = useWords();
  const { ui } = words;
  const { raise: say } = useText(supervisionWords).objections;
  const { branch } = useHere();
  const acting = useAct();
  const [typed, change, forget] = useDraft<Typed>(`objection:${branch}`, {
    who: '',
    about: 'line',
    line: '',
    reason: '',
  });
  const [tried, setTried] = useState(false);
  const { who, about, line, reason } = typed;
  const lines = useRead(
    'declaration.list',
    { branch, member: who, state: 'determined', limit: 500 },
    { when: who !== '' && about === 'line' },
  );
  const items = useRead('item.list', { branch }).data?.items;
  const whole = who !== '' && reason.trim() !== '' && (about === 'total' || line !== '');
  return (
    <details className="card form">
      <summary>{say.title}</summary>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          setTried(!whole);
          if (!whole) return;
          const of = about === 'line' ? { line } : {};
          const input = { branch, concerns: who, about, ...of, reason: reason.trim() };
          await acting.run('objection.raise', input, { done: say.done, atOnce: forget });
        }}
      >
        <PersonField
          branch={branch}
          label={say.who}
          value={who}
          onChange={(id) => change({ who: id, line: '' })}
          error={tried && who === '' ? ui.choose : undefined}
        />
        <Choice
          label={say.about}
          value={about}
          onChange={(value) => change({ about: value })}
          options={[
            { value: 'line', label: say.line },
            { value: 'total', label: say.total },
          ]}
        />
        {about === 'line' && who !== '' && lines.data && (
          <>
            {lines.data.rows.length === 0 && <p className="soft">{say.noLines}</p>}
            <Field label={say.lines} error={tried && line === '' ? ui.choose : undefined}>
              {(props) => (
                <select {...props} value={line} onChange={(event) => change({ line: event.target.value })}>
                  <option value="" />
                  {lines.data.rows.map(({ id, fact, decision }) => {
                    const shown = decision?.fact ?? fact;
                    const label = items?.find((one) => one.id === shown.item)?.label ?? '';
                    return (
                      <option key={id} value={id} lang="zh-CN">
                        {`${sayDay(shown.day, words)} ${label}`}
                      </option>
                    );
                  })}
                </select>
              )}
            </Field>
          </>
        )}
        <Field label={say.reason} hint={say.reasonHint} error={tried && reason.trim() === '' ? ui.required : undefined}>
          {(props) => (
            <textarea
              {...props}
              maxLength={2000}
              value={reason}
              onChange={(event) => change({ reason: event.target.value })}
            />
          )}
        </Field>
        <p className="acts">
          <button type="submit" className="main" disabled={acting.busy}>
            {say.send}
          </button>
        </p>
        <ActNotes acting={acting} />
      </form>
    </details>
  );
}
