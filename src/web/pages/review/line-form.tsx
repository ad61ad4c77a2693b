import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { FactFields } from './fact-fields.tsx';
import { EMPTY_FACT, type FactFault, factOf } from './fact-form.ts';

type Said = {
  readonly who: string;
  readonly ref: string;
  readonly refHint?: string;
  readonly words: string;
  readonly send: string;
  readonly done: string;
};

/** The form of a line on one member 事项填写: who, the fact, what it rests on, words; `keep` names what is kept until it was sent. */
export function LineForm({
  branch,
  keep,
  action,
  said,
  given = {},
}: {
  branch: string;
  keep: string;
  action: 'declaration.enter' | 'review.propose';
  said: Said;
  /** What is known beforehand: whom a slip is of, its month, its code. */
  given?: { readonly subject?: string; readonly month?: string; readonly ref?: string };
}) {
  const { ui } = useWords();
  const { data: list } = useRead('item.list', { branch });
  const { subject = '', month, ref = '' } = given;
  const [form, change, forget] = useDraft(`${keep}:${branch}`, { ...EMPTY_FACT, subject, ref, words: '' });
  const [fault, setFault] = useState<FactFault | 'subject'>();
  const { run, busy, waits, problem } = useAct();
  // The committee proposes deductions, everything else is entered.
  const items = (list?.items ?? []).filter(
    ({ deduction, opening }) => !opening && deduction === (action === 'review.propose'),
  );
  const cites = problem?.code === 'review.no-citation' ? problem.message : undefined;
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const fact = factOf(
          form,
          items.find(({ id }) => id === form.item),
        );
        const wrong = form.subject === '' ? 'subject' : 'fault' in fact ? fact.fault : undefined;
        setFault(wrong);
        if (wrong !== undefined || 'fault' in fact) return;
        const { words } = form;
        const input = { branch, subject: form.subject, fact, ...(words.trim() !== '' && { words }) };
        await run(action, input, { done: said.done, atOnce: forget });
      }}
    >
      <PersonField
        branch={branch}
        label={said.who}
        value={form.subject}
        onChange={(subject) => change({ subject })}
        error={fault === 'subject' ? ui.choose : undefined}
      />
      <FactFields
        items={items}
        form={form}
        change={change}
        fault={fault === 'subject' ? undefined : fault}
        month={month}
      />
      <Field label={said.ref} error={cites} {...(said.refHint !== undefined && { hint: said.refHint })}>
        {(props) => <input {...props} value={form.ref} onChange={(event) => change({ ref: event.target.value })} />}
      </Field>
      <Field label={said.words}>
        {(props) => (
          <textarea {...props} value={form.words} onChange={(event) => change({ words: event.target.value })} />
        )}
      </Field>
      {cites === undefined && <ProblemNote problem={problem} />}
      <WaitsNote waits={waits} />
      <button type="submit" className="main" disabled={busy}>
        {said.send}
      </button>
    </form>
  );
}
