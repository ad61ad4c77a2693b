import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { useAct } from '#web/use-act.ts';
import { aboveAppealsWords } from '#words/web/above.ts';
import { After } from './after.tsx';
import { useSuperior } from './superior.ts';

/** Lends a member of another branch to this one for a time 借出党员. */
export function Lending({ branch }: { branch: string }) {
  const { tree: text } = useText(aboveAppealsWords);
  const { ui } = useWords();
  const { branches } = useSuperior();
  const { today } = useSession();
  const acting = useAct();
  const [draft, change, forget] = useDraft(`lend:${branch}`, { other: '', person: '', from: '', to: '' });
  const [tried, setTried] = useState(false);
  const { other, person, from, to } = draft;
  const others = branches.filter(({ id }) => id !== branch);
  if (others.length === 0) return null;
  const needed = (value: string): string | undefined => (tried && value === '' ? ui.required : undefined);
  return (
    <section className="panel narrow">
      <h2>{text.lend}</h2>
      <p className="soft">{text.lendLead}</p>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          setTried(true);
          if (person === '' || from === '' || to === '') return;
          const atOnce = (): void => {
            setTried(false);
            forget();
          };
          await acting.run('member.lend', { branch, person, from, to }, { done: text.lent, atOnce });
        }}
      >
        <Field label={text.lendFrom} error={needed(other)}>
          {(props) => (
            <select {...props} value={other} onChange={(event) => change({ other: event.target.value, person: '' })}>
              <option value="">{ui.choose}</option>
              {others.map((one) => (
                <option key={one.id} value={one.id} lang="zh-CN">
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {other !== '' && (
          <PersonField
            branch={other}
            label={text.lendWho}
            value={person === '' ? undefined : person}
            onChange={(id) => change({ person: id })}
            error={tried && person === '' ? ui.choose : undefined}
          />
        )}
        <div className="inline-form">
          <Field label={text.from} error={needed(from)}>
            {(props) => (
              <input
                {...props}
                type="date"
                min={today}
                value={from}
                onChange={(event) => change({ from: event.target.value })}
              />
            )}
          </Field>
          <Field label={text.to} error={needed(to)}>
            {(props) => (
              <input
                {...props}
                type="date"
                min={from === '' ? today : from}
                value={to}
                onChange={(event) => change({ to: event.target.value })}
              />
            )}
          </Field>
        </div>
        <After acting={acting} />
        <p className="acts">
          <button type="submit" className="main" disabled={acting.busy}>
            {text.lendGo}
          </button>
        </p>
      </form>
    </section>
  );
}
