import type { AnswerOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { workWords } from '#words/web/work.ts';

type Given = { readonly branch: string; readonly veto: AnswerOf<'veto.list'>['rows'][number] };

/** Cites the finding of the competent body 认定: which body, under which number, on which day. */
export function CiteVeto({ branch, veto: { id, revision } }: Given) {
  const { vetoes: words } = useText(workWords);
  const [form, change, forget] = useDraft(`veto.cite:${id}`, { body: '', number: '', day: '' });
  const { run, busy, problem } = useAct();
  return (
    <details>
      <summary>{words.cite}</summary>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await run('veto.cite', { branch, id, finding: form }, { revision, done: words.cited })) forget();
        }}
      >
        <p className="hint">{words.citeLead}</p>
        <div className="finding">
          <Field label={words.body}>
            {(props) => (
              <input
                {...props}
                maxLength={200}
                value={form.body}
                onChange={(event) => change({ body: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.number}>
            {(props) => (
              <input
                {...props}
                maxLength={100}
                value={form.number}
                onChange={(event) => change({ number: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.day}>
            {(props) => (
              <input
                {...props}
                type="date"
                required
                value={form.day}
                onChange={(event) => change({ day: event.target.value })}
              />
            )}
          </Field>
        </div>
        <ProblemNote problem={problem} />
        <button type="submit" className="main" disabled={busy}>
          {words.cite}
        </button>
      </form>
    </details>
  );
}

/** Lifts a confirmed veto when its finding was withdrawn 解除; the password is asked for, and a second person. */
export function LiftVeto({ branch, veto: { id, revision } }: Given) {
  const { vetoes: words } = useText(workWords);
  const [form, change, forget] = useDraft(`veto.lift:${id}`, { withdrawal: '' });
  const { run, busy, problem } = useAct();
  return (
    <details>
      <summary>{words.lift}</summary>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await run('veto.lift', { branch, id, ...form }, { revision, done: words.lifted })) forget();
        }}
      >
        <Field label={words.liftReason} error={problem?.message}>
          {(props) => (
            <input
              {...props}
              value={form.withdrawal}
              onChange={(event) => change({ withdrawal: event.target.value })}
            />
          )}
        </Field>
        <button type="submit" disabled={busy}>
          {words.lift}
        </button>
      </form>
    </details>
  );
}

/** Drops a ground that has come to nothing 撤销, with the reason. */
export function DropVeto({ branch, veto: { id, revision } }: Given) {
  const { vetoes: words } = useText(workWords);
  const [form, change, forget] = useDraft(`veto.drop:${id}`, { reason: '' });
  const { run, busy, problem } = useAct();
  return (
    <details>
      <summary>{words.drop}</summary>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await run('veto.drop', { branch, id, ...form }, { revision, done: words.dropped })) forget();
        }}
      >
        <Field label={words.dropReason} error={problem?.message}>
          {(props) => (
            <input {...props} value={form.reason} onChange={(event) => change({ reason: event.target.value })} />
          )}
        </Field>
        <button type="submit" disabled={busy}>
          {words.drop}
        </button>
      </form>
    </details>
  );
}
