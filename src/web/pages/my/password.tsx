import { useState } from 'react';
import type { ProblemAnswer } from '#contract/problem.ts';
import { useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { sayDone } from '#web/ui/done.ts';
import { Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { moreWords } from '#words/web/my-more.ts';
import { changePassword } from './change-password.ts';
import './my.css';

const EMPTY = { old: '', next: '', again: '' };

/** Changes the own password 修改密码; what is typed here is kept nowhere. */
export function Page() {
  const { password: said } = useText(moreWords);
  const { login } = useSession();
  const [typed, setTyped] = useState(EMPTY);
  const [differs, setDiffers] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setDiffers(typed.next !== typed.again);
    setProblem(undefined);
    if (typed.next !== typed.again || typed.next === '') return;
    setBusy(true);
    const refused = await changePassword(typed.old, typed.next);
    setBusy(false);
    setProblem(refused);
    if (refused) return;
    setTyped(EMPTY);
    sayDone(said.done);
  };
  const weak = problem?.code === 'password.weak';
  return (
    <>
      <div className="head">
        <Title text={said.title} />
      </div>
      <form
        className="card form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        {(['old', 'next', 'again'] as const).map((part) => (
          <Field
            key={part}
            label={said[part]}
            {...(part === 'next' && { hint: said.rule })}
            error={part === 'again' && differs ? said.differ : part === 'next' && weak ? problem.message : undefined}
          >
            {(field) => (
              <input
                {...field}
                type="password"
                autoComplete={part === 'old' ? 'current-password' : 'new-password'}
                maxLength={256}
                required
                value={typed[part]}
                onChange={(event) => setTyped({ ...typed, [part]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {!weak && <ProblemNote problem={problem} />}
        <p className="acts">
          <button type="submit" className="main" disabled={busy}>
            {said.send}
          </button>
        </p>
      </form>
    </>
  );
}
