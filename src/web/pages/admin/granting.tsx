import { useState } from 'react';
import type { InputOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useSession } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { adminWords } from '#words/web/admin.ts';
import { type People, PersonChoice } from './person-choice.tsx';

type Role = InputOf<'right.grant'>['role'];
/** What can be given where: a superior's own, and a branch's. */
const ABOVE: readonly Role[] = ['superior', 'system', 'security', 'audit'];
const BRANCH: readonly Role[] = ['secretary', 'committee', 'discipline', 'recorder', 'system', 'security', 'audit'];

/** Gives a role for a time 授予职务; who may not hold it together with another is refused in the rule's words. */
export function Granting({ branch, people }: { branch: string; people: People }) {
  const { rights: text } = useText(adminWords);
  const { ui } = useWords();
  const { today, places } = useSession();
  const acting = useAct();
  const empty = { person: '', role: '', from: today, to: '' };
  const [draft, change, forget] = useDraft(`grant:${branch}`, empty);
  const [tried, setTried] = useState(false);
  const above = places.some(({ id, kind }) => id === branch && kind !== 'branch');
  const roles = above ? ABOVE : BRANCH;
  const role = roles.find((one) => one === draft.role);
  const code = acting.problem?.code;
  return (
    <form
      className="panel narrow"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setTried(true);
        const { person, from, to } = draft;
        if (person === '' || !role || from === '') return;
        const input = { branch, person, role, from, ...(to !== '' && { to }) };
        const atOnce = (): void => {
          forget();
          setTried(false);
        };
        await acting.run('right.grant', input, { done: text.granted, atOnce });
      }}
    >
      <h2>{text.grant}</h2>
      <PersonChoice
        people={people}
        label={text.person}
        value={draft.person}
        onChange={(person) => change({ person })}
        error={tried && draft.person === '' ? ui.choose : undefined}
      />
      <Choice
        label={text.role}
        value={role}
        options={roles.map((one) => ({ value: one, label: text.roles[one] ?? '' }))}
        onChange={(one) => change({ role: one })}
        error={tried && !role ? ui.choose : code === 'right.exclusive' ? acting.problem?.message : undefined}
      />
      <div className="inline-form">
        <Field label={text.from}>
          {(props) => (
            <input
              {...props}
              type="date"
              min={today}
              value={draft.from}
              onChange={(event) => change({ from: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.to2}>
          {(props) => (
            <input
              {...props}
              type="date"
              min={draft.from}
              value={draft.to}
              onChange={(event) => change({ to: event.target.value })}
            />
          )}
        </Field>
      </div>
      <After acting={acting} except={['right.exclusive']} />
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {text.grant}
        </button>
      </p>
    </form>
  );
}
