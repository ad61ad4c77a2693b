import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useNames } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { reviewWords } from '#words/web/review.ts';
import type { Session } from './item.ts';
import { useMay } from './may.ts';

/** Opens a session that was convened with those present 到会人员, or cancels it. */
export function Opening({ branch, session }: { branch: string; session: Session }) {
  const review = useText(reviewWords);
  const names = useNames(branch);
  const may = useMay(branch);
  const { id, of, least, revision } = session;
  const [form, change, forget] = useDraft<{ absent: readonly string[]; reason: string }>(`review.open:${id}`, {
    absent: [],
    reason: '',
  });
  const { run, busy, waits, problem } = useAct();
  const cancelling = useAct();
  if (!may('review.open')) return <p className="lead">{review.notSecretary}</p>;
  const present = of.filter((person) => !form.absent.includes(person));
  return (
    <>
      <form
        className="card"
        onSubmit={async (event) => {
          event.preventDefault();
          const input = { branch, id, present: [...present] };
          if (await run('review.open', input, { revision, done: review.opened })) forget();
        }}
      >
        <fieldset className="choice ticks">
          <legend>{review.openTitle}</legend>
          <p className="hint">{fill(review.openLead, { of: of.length, least })}</p>
          {of.map((person) => (
            <label key={person} className="tick">
              <input
                type="checkbox"
                checked={present.includes(person)}
                onChange={(event) =>
                  change({
                    absent: event.target.checked
                      ? form.absent.filter((one) => one !== person)
                      : [...form.absent, person],
                  })
                }
              />
              <span lang="zh-CN">{names(person)}</span>
            </label>
          ))}
        </fieldset>
        <p role="status">{fill(review.came, { n: present.length })}</p>
        <ProblemNote problem={problem} />
        <WaitsNote waits={waits} />
        <p className="acts">
          <button type="submit" className="main" disabled={busy}>
            {review.open}
          </button>
        </p>
      </form>
      <details className="card">
        <summary>{review.cancel}</summary>
        <form
          onSubmit={async (event) => {
            event.preventDefault();
            const input = { branch, id, reason: form.reason };
            if (await cancelling.run('review.cancel', input, { revision, done: review.cancelled })) forget();
          }}
        >
          <Field label={review.cancelReason} error={cancelling.problem?.message}>
            {(props) => (
              <input {...props} value={form.reason} onChange={(event) => change({ reason: event.target.value })} />
            )}
          </Field>
          <button type="submit" disabled={cancelling.busy}>
            {review.cancel}
          </button>
        </form>
      </details>
    </>
  );
}
