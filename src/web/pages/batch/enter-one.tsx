import { useSearch } from '@tanstack/react-router';
import { textOf } from '#web/content.ts';
import { useText } from '#web/lang.ts';
import { LineForm } from '#web/pages/review/line-form.tsx';
import { fill } from '#words/fill.ts';
import { batchWords } from '#words/web/batch.ts';
import { reviewWords, sayMonth } from '#words/web/review.ts';

/** Entry on behalf of one member 代为录入; it is read back before it counts as declared. A slip on paper tells whose it is and of which month. */
export function EnterOne({ branch }: { branch: string }) {
  const batch = useText(batchWords);
  const review = useText(reviewWords);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const [code, month, subject] = [textOf(search['code']), textOf(search['month']), textOf(search['enter'])];
  const slip = code !== '';
  // What the line rests on is kept, so it is Chinese in every language of the page.
  const given = { subject, month, ref: fill(batchWords('zh-CN').slipRef, { code }) };
  return (
    <details className="card" open={slip}>
      <summary>{batch.enter}</summary>
      <p className="lead">{slip ? fill(batch.slipLead, { month: sayMonth(month, review) }) : batch.enterLead}</p>
      <LineForm
        branch={branch}
        keep={slip ? `enter:${code}` : 'enter'}
        action="declaration.enter"
        said={{ who: batch.who, ref: batch.ref, words: batch.words, send: batch.enter, done: batch.enterDone }}
        {...(slip && { given })}
      />
    </details>
  );
}
