import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { meetingWords } from '#words/web/meeting.ts';
import type { StepProps } from './step-shell.tsx';

/** Puts a motion off to the next meeting 暂缓, with the reason. */
export function Defer({ advance, motion }: Pick<StepProps, 'advance'> & { motion: string }) {
  const m = useText(meetingWords);
  const [{ reason }, change, forget] = useDraft(`defer:${motion}`, { reason: '' });
  return (
    <details className="quiet" open={reason !== ''}>
      <summary>{m.vote.deferTitle}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void advance.advance('defer', { motion, reason }).then((done) => done && forget());
        }}
      >
        <Field label={m.vote.deferWhy}>
          {(field) => (
            <input
              {...field}
              value={reason}
              maxLength={200}
              onChange={(event) => change({ reason: event.target.value })}
            />
          )}
        </Field>
        <button type="submit" disabled={advance.doing !== undefined}>
          {m.vote.defer}
        </button>
      </form>
    </details>
  );
}
