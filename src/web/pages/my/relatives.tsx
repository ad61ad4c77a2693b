import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { PersonField } from '#web/ui/person-field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { moreWords } from '#words/web/my-more.ts';
import './my.css';

/** Declares a near relative in the branch 近亲属申报. */
export function Page() {
  const { relatives } = useText(moreWords);
  const { home: branch, person } = useSession();
  const [{ who }, type, forget] = useDraft('relative', { who: '' });
  const [wrong, setWrong] = useState(false);
  const { run, busy, problem } = useAct();
  const send = async () => {
    setWrong(who === '');
    if (who === '') return;
    await run('relative.declare', { branch, one: person, other: who }, { done: relatives.done, atOnce: forget });
  };
  return (
    <>
      <div className="head">
        <Title text={relatives.title} />
      </div>
      <p className="lead">{relatives.lead}</p>
      <form
        className="card form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <PersonField
          branch={branch}
          label={relatives.who}
          value={who === '' ? undefined : who}
          onChange={(next) => type({ who: next })}
          except={[person]}
          error={wrong ? relatives.noPerson : undefined}
        />
        <ProblemNote problem={problem} />
        <p className="acts">
          <button type="submit" className="main" disabled={busy}>
            {relatives.send}
          </button>
        </p>
      </form>
    </>
  );
}
