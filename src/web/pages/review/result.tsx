import { useText } from '#web/lang.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { reviewWords } from '#words/web/review.ts';
import type { ItemAnswer, ReviewedLine, Session } from './item.ts';
import { SayFact } from './say-fact.tsx';

/** What was decided about a line 初评结果; while the session goes on it can be taken up again. */
export function Result({
  branch,
  session,
  line,
  item,
}: {
  branch: string;
  session: Session;
  line: ReviewedLine;
  item: ItemAnswer | undefined;
}) {
  const review = useText(reviewWords);
  const { run, busy, problem } = useAct();
  const { decision, state, not, id, revision } = line;
  return (
    <section className="result">
      <h3>{review.result}</h3>
      <p>
        <b>{review.lineStates[state] ?? ''}</b>
        {decision?.fact && (
          <>
            {' · '}
            <SayFact fact={decision.fact} item={item} />
          </>
        )}
        {decision && state !== 'referred' && <> · {fill(review.resultBy, { n: decision.ayes.length })}</>}
      </p>
      {decision?.reason !== undefined && (
        <p>
          <Mixed text={fill(review.reasonSaid, { reason: decision.reason })} />
        </p>
      )}
      <ProblemNote problem={problem} />
      {session.state === 'open' && not === undefined && (
        <button
          type="button"
          disabled={busy}
          onClick={() => void run('review.take', { branch, id, review: session.id }, { revision, done: review.taken })}
        >
          {review.take}
        </button>
      )}
    </section>
  );
}
