import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { meetingWords } from '#words/web/meeting.ts';

/** Puts a motion about something else than the quarter 另提表决; briefed, voted on and counted like the others. */
export function OtherMotion({ branch, meeting }: { branch: string; meeting: string }) {
  const m = useText(meetingWords);
  const { run, busy, problem } = useAct();
  const [{ title }, change, forget] = useDraft(`other:${meeting}`, { title: '' });
  return (
    <details className="quiet" open={title !== ''}>
      <summary>{m.vote.otherTitle}</summary>
      <p className="soft">{m.vote.otherLead}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const input = { branch, assembly: meeting, kind: 'other', title } as const;
          void run('motion.put', input, { done: m.vote.otherDone, atOnce: forget });
        }}
      >
        <Field label={m.vote.otherName}>
          {(field) => (
            <input
              {...field}
              value={title}
              required
              maxLength={200}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <ProblemNote problem={problem} />
        <button type="submit" disabled={busy}>
          {m.vote.other}
        </button>
      </form>
    </details>
  );
}
