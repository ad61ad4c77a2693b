import { useState } from 'react';
import { useText } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { usesWords } from '#words/web/year.ts';

/** The acts that take nothing but a reason. */
type Reasoned =
  | 'commendation.drop'
  | 'talk.drop'
  | 'improvement.drop'
  | 'improvement.meet'
  | 'improvement.miss'
  | 'disposition.end';

/** An act that needs a reason and nothing else 说明理由办理. */
export function WithReason({
  branch,
  id,
  revision,
  label,
  acts,
}: {
  branch: string;
  id: string;
  revision: number;
  label: string;
  acts: readonly { readonly action: Reasoned; readonly text: string; readonly done: string }[];
}) {
  const { reason: word } = useText(usesWords);
  const acting = useAct();
  const [reason, setReason] = useState('');
  const refused = acting.problem?.code === 'reason.missing' ? acting.problem.message : undefined;
  return (
    <details>
      <summary>{label}</summary>
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        <Field label={word} error={refused}>
          {(props) => (
            <textarea {...props} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        <After acting={acting} except={['reason.missing']} />
        <p className="acts">
          {acts.map(({ action, text, done }) => (
            <button
              key={action}
              type="button"
              disabled={acting.busy}
              onClick={() => void acting.run(action, { branch, id, reason }, { revision, done })}
            >
              {text}
            </button>
          ))}
        </p>
      </form>
    </details>
  );
}
