import { useText } from '#web/lang.ts';
import { LineForm } from '#web/pages/review/line-form.tsx';
import { batchWords } from '#words/web/batch.ts';

/** Entry on behalf of one member 代为录入; it is read back before it counts as declared. */
export function EnterOne({ branch }: { branch: string }) {
  const batch = useText(batchWords);
  return (
    <details className="card">
      <summary>{batch.enter}</summary>
      <p className="lead">{batch.enterLead}</p>
      <LineForm
        branch={branch}
        keep="enter"
        action="declaration.enter"
        said={{ who: batch.who, ref: batch.ref, words: batch.words, send: batch.enter, done: batch.enterDone }}
      />
    </details>
  );
}
