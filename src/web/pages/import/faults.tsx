import type { ImportReadAnswer } from '#contract/upload.ts';
import { useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { importWords } from '#words/web/import.ts';

/** So many are shown; whoever has more begins with these. */
const MOST = 100;

/** What is wrong with a file, and what is only to be looked at 问题与可疑之处, each with its cell and what to do. */
export function Faults({ problems }: { problems: ImportReadAnswer['problems'] }) {
  const say = useText(importWords);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const doubts = problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length > 0 && (
        <section className="card" role="alert">
          <h2>
            {say.faults} {fill(say.places, { n: errors.length })}
          </h2>
          <p>{say.faultsLead}</p>
          <Messages rows={errors} />
        </section>
      )}
      {doubts.length > 0 && (
        <section className="card">
          <h2>
            {say.doubts} {fill(say.places, { n: doubts.length })}
          </h2>
          <Messages rows={doubts} />
        </section>
      )}
    </>
  );
}

function Messages({ rows }: { rows: ImportReadAnswer['problems'] }) {
  // The order in which they were found is that of the file.
  const numbered = rows.slice(0, MOST).map(({ message }, at) => ({ key: `${at} ${message}`, message }));
  return (
    <ul className="import-messages">
      {numbered.map(({ key, message }) => (
        <li key={key}>{message}</li>
      ))}
    </ul>
  );
}
