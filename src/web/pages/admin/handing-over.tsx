import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { dayBefore } from '#domain/kernel/day.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useSession } from '#web/query.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { adminWords } from '#words/web/admin.ts';
import { type People, PersonChoice } from './person-choice.tsx';

type Right = AnswerOf<'right.show'>['rows'][number];

/** Hands an office over 职务交接: given to another from a day on, and ended for who held it the day before; no day without anybody, none with two. */
export function HandingOver({
  branch,
  right: { id, revision, role, person: holder },
  name,
  people,
  onClose,
}: {
  branch: string;
  right: Right;
  name: string;
  people: People;
  onClose: () => void;
}) {
  const { rights: text } = useText(adminWords);
  const { ui } = useWords();
  const { today } = useSession();
  const acting = useAct();
  const [person, setPerson] = useState('');
  const [from, setFrom] = useState(today);
  const [tried, setTried] = useState(false);
  // Given already, where only the end was refused: it is not given a second time.
  const [given, setGiven] = useState('');
  const hand = async (): Promise<void> => {
    setTried(true);
    if (person === '' || from === '') return;
    const once = `${person} ${from}`;
    if (given !== once) {
      const input = { branch, person, role: role as 'secretary', from };
      if (!(await acting.run('right.grant', input, { quiet: true }))) return;
      setGiven(once);
    }
    const last = dayBefore(from);
    if (await acting.run('right.end', { branch, id, last }, { revision, done: text.handed })) onClose();
  };
  return (
    <Dialog title={fill(text.handTitle, { name, role: text.roles[role] ?? '' })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void hand();
        }}
      >
        <PersonChoice
          people={people.filter((one) => one.person !== holder)}
          label={text.handTo}
          value={person}
          onChange={setPerson}
          error={
            tried && person === ''
              ? ui.choose
              : acting.problem?.code === 'right.exclusive'
                ? acting.problem.message
                : undefined
          }
        />
        <Field label={text.handFrom} hint={text.handHint}>
          {(props) => (
            <input {...props} type="date" min={today} value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <After acting={acting} except={['right.exclusive']} />
        <p className="acts">
          <button type="submit" className="main" disabled={acting.busy}>
            {text.hand}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
