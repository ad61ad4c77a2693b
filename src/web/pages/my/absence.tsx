import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { moreWords } from '#words/web/my-more.ts';
import './my.css';

/** Asks to be off the roll for a long absence 长期外出, and how far earlier requests have come. */
export function Page() {
  const words = useWords();
  const { absence } = useText(moreWords);
  const { home: branch, person } = useSession();
  const [{ from, to }, type, forget] = useDraft('absence', { from: '', to: '' });
  const [wrong, setWrong] = useState(false);
  const { run, busy, problem } = useAct();
  const query = useRead('dossier.show', { branch, member: person, limit: 500 });
  const send = async () => {
    setWrong(from === '' || to === '');
    if (from === '' || to === '') return;
    await run('absence.ask', { branch, from, to }, { done: absence.done, atOnce: forget });
  };
  return (
    <>
      <div className="head">
        <Title text={absence.title} />
      </div>
      <p className="lead">{absence.lead}</p>
      <form
        className="card form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={absence.from} error={wrong ? absence.noDays : undefined}>
          {(field) => (
            <input {...field} type="date" value={from} onChange={(event) => type({ from: event.target.value })} />
          )}
        </Field>
        <Field label={absence.to}>
          {(field) => (
            <input
              {...field}
              type="date"
              min={from}
              value={to}
              onChange={(event) => type({ to: event.target.value })}
            />
          )}
        </Field>
        <ProblemNote problem={problem} />
        <p className="acts">
          <button type="submit" className="main" disabled={busy}>
            {absence.send}
          </button>
        </p>
      </form>
      <section className="card">
        <h2>{absence.mine}</h2>
        <Asked query={query}>
          {({ rows }) => {
            const own = rows.filter(({ noun }) => noun === 'absence');
            if (own.length === 0) return <p className="soft">{absence.none}</p>;
            return (
              <ul className="rows">
                {own.map(({ id, state, content }) => {
                  const span = content as { from: string; to: string; consented?: string; approved?: string };
                  const half =
                    span.consented !== undefined ? 'consented' : span.approved !== undefined ? 'approved' : 'asked';
                  return (
                    <li key={id}>
                      <span className="name">
                        {fill(absence.span, { from: sayDay(span.from, words), to: sayDay(span.to, words) })}
                        <span className="more">{absence[state === 'agreed' ? 'agreed' : half]}</span>
                      </span>
                      <FormLinks branch={branch} form="exemption" of={id} member={person} label={absence.form} />
                    </li>
                  );
                })}
              </ul>
            );
          }}
        </Asked>
      </section>
    </>
  );
}
