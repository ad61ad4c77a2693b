import { useState } from 'react';
import { useText } from '#web/lang.ts';
import { isShownHere, SecondContent } from '#web/pages/import/second.tsx';
import { Field } from '#web/ui/field.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { useAct } from '#web/use-act.ts';
import { aboveWords } from '#words/web/above.ts';
import { After } from './after.tsx';
import type { WorkRow } from './seen.ts';

/** What is done right in the list 就地办理: a consent, a verifier to be named, the second person's word. */
export function WorkHere({ row: { kind, id, revision, action }, at }: { row: WorkRow; at: string }) {
  const { work: text } = useText(aboveWords);
  const acting = useAct();
  if (kind === 'absence-consent')
    return (
      <>
        <After acting={acting} />
        <p className="acts">
          <button
            type="button"
            className="main"
            disabled={acting.busy}
            onClick={() => void acting.run('absence.consent', { branch: at, id }, { revision, done: text.consented })}
          >
            {text.consent}
          </button>
        </p>
      </>
    );
  if (kind === 'verifier-draw') return <Draw id={id} at={at} revision={revision} />;
  if (kind === 'second-confirm') return <Second id={id} at={at} revision={revision} action={action} />;
  return null;
}

type Here = { readonly id: string; readonly at: string; readonly revision: number | undefined };

function Draw({ id, at, revision }: Here) {
  const { work: text } = useText(aboveWords);
  const acting = useAct();
  const [verifier, setVerifier] = useState<string>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (verifier !== undefined)
          void acting.run('verifier.draw', { branch: at, id, verifier }, { revision, done: text.drawn });
      }}
    >
      <PersonField branch={at} label={text.verifier} value={verifier} onChange={setVerifier} />
      <After acting={acting} />
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy || verifier === undefined}>
          {text.draw}
        </button>
      </p>
    </form>
  );
}

function Second({ id, at, revision, action }: Here & { action: string | undefined }) {
  const { work: text } = useText(aboveWords);
  const acting = useAct();
  const [reason, setReason] = useState('');
  const wrong = acting.problem?.code === 'reason.missing' ? acting.problem.message : undefined;
  return (
    <>
      {isShownHere(action) && <SecondContent branch={at} id={id} />}
      <Field label={text.reason} error={wrong}>
        {(props) => (
          <input {...props} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <After acting={acting} except={['reason.missing']} />
      <p className="acts">
        <button
          type="button"
          className="main"
          disabled={acting.busy}
          onClick={() => void acting.run('second.confirm', { branch: at, id }, { revision, done: text.confirmed })}
        >
          {text.confirm}
        </button>
        <button
          type="button"
          disabled={acting.busy}
          onClick={() => void acting.run('second.refuse', { branch: at, id, reason }, { revision, done: text.refused })}
        >
          {text.refuse}
        </button>
      </p>
    </>
  );
}
