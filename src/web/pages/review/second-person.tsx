import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useNames, useSession } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { reviewWords } from '#words/web/review.ts';
import type { ReviewedLine } from './item.ts';
import { useMay } from './may.ts';

/** What one has recorded and another confirms 双人办理: whoever asked, and whoever is barred, is not offered it. */
export function SecondPerson({
  branch,
  line,
  second,
  barred,
}: {
  branch: string;
  line: ReviewedLine;
  second: NonNullable<ReviewedLine['second']>;
  barred: boolean;
}) {
  const review = useText(reviewWords);
  const names = useNames(branch);
  const { person } = useSession();
  const may = useMay(branch);
  const { id, revision, by, action } = second;
  const [form, change, forget] = useDraft(`second:${id}`, { reason: '' });
  const confirming = useAct();
  const refusing = useAct();
  const what = (review.acts as Readonly<Record<string, string>>)[action.replace('review.', '')] ?? '';
  return (
    <section className="waits-note" aria-label={review.confirmSecond}>
      <p role="status">
        {fill(review.waitsSecond, { who: names(by), what })}
        {line.decision?.reason !== undefined && ` ${line.decision.reason}`}
      </p>
      {by !== person && !barred && may('second.confirm') && (
        <>
          <ProblemNote problem={confirming.problem} />
          <p className="acts">
            <button
              type="button"
              className="main"
              disabled={confirming.busy}
              onClick={() =>
                void confirming.run('second.confirm', { branch, id }, { revision, done: review.confirmed })
              }
            >
              {review.confirmSecond}
            </button>
          </p>
          <details>
            <summary>{review.refuseSecond}</summary>
            <form
              onSubmit={async (event) => {
                event.preventDefault();
                const input = { branch, id, reason: form.reason };
                if (await refusing.run('second.refuse', input, { revision, done: review.refused })) forget();
              }}
            >
              <Field label={review.refuseReason} error={refusing.problem?.message}>
                {(props) => (
                  <input {...props} value={form.reason} onChange={(event) => change({ reason: event.target.value })} />
                )}
              </Field>
              <button type="submit" disabled={refusing.busy}>
                {review.refuseSecond}
              </button>
            </form>
          </details>
        </>
      )}
    </section>
  );
}
