import { type ReactNode, useState } from 'react';
import type { ActAnswer } from '#contract/endpoint.ts';
import { useDraft } from '#web/draft.ts';
import { useWords } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { type Acting, useAct } from '#web/use-act.ts';

type Run = Acting['run'];
type Look = 'main' | 'grave' | 'plain';

/** What stands under a form while the network is down, and when the act was refused. */
export function ActNotes({ acting: { waits, problem } }: { acting: Pick<Acting, 'waits' | 'problem'> }) {
  return (
    <>
      <WaitsNote waits={waits} />
      <ProblemNote problem={problem} />
    </>
  );
}

/** One press that acts 办理, with what was refused below it. */
export function ActButton({
  label,
  look = 'main',
  by,
}: {
  label: ReactNode;
  look?: Look;
  by: (run: Run) => Promise<ActAnswer | undefined>;
}) {
  const acting = useAct();
  return (
    <>
      <p className="acts">
        <button
          type="button"
          disabled={acting.busy}
          {...(look !== 'plain' && { className: look })}
          onClick={() => void by(acting.run)}
        >
          {label}
        </button>
      </p>
      <ActNotes acting={acting} />
    </>
  );
}

/** A few words and a button 写理由再办: what was typed is kept on the device until the act was done. */
export function WordsForm({
  keep,
  start = '',
  label,
  hint,
  send,
  look = 'plain',
  most = 2000,
  by,
}: {
  keep: string;
  /** What stands in the field before anything was typed. */
  start?: string;
  label: string;
  hint?: string;
  send: string;
  look?: Look;
  most?: number;
  by: (run: Run, text: string) => Promise<ActAnswer | undefined>;
}) {
  const { ui } = useWords();
  const acting = useAct();
  const [{ text }, change, forget] = useDraft(keep, { text: start });
  const [empty, setEmpty] = useState(false);
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setEmpty(text.trim() === '');
        if (text.trim() === '') return;
        // A form that starts empty is empty again at once, so that nothing typed into it next goes; one that mends a text shows it until the page has it.
        const run: Run = async (action, input, doing) =>
          await acting.run(action, input, { ...doing, ...(start === '' && { atOnce: forget }) });
        if ((await by(run, text.trim())) && start !== '') forget();
      }}
    >
      <Field
        label={label}
        error={empty ? ui.required : acting.problem?.code === 'reason.missing' ? acting.problem.message : undefined}
        {...(hint !== undefined && { hint })}
      >
        {(props) => (
          <textarea
            {...props}
            maxLength={most}
            value={text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <p className="acts">
        <button type="submit" disabled={acting.busy} {...(look !== 'plain' && { className: look })}>
          {send}
        </button>
      </p>
      <ActNotes
        acting={{
          waits: acting.waits,
          problem: acting.problem?.code === 'reason.missing' ? undefined : acting.problem,
        }}
      />
    </form>
  );
}
