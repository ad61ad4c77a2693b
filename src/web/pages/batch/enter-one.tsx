import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { FactFields } from '#web/pages/review/fact-fields.tsx';
import { EMPTY_FACT, type FactFault, factOf } from '#web/pages/review/fact-form.ts';
import { useRead } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { batchWords } from '#words/web/batch.ts';

/** Entry on behalf of one member 代为录入; it is read back before it counts as declared. */
export function EnterOne({ branch }: { branch: string }) {
  const { ui } = useWords();
  const batch = useText(batchWords);
  const { data: list } = useRead('item.list', { branch });
  const [form, change, forget] = useDraft(`enter:${branch}`, { ...EMPTY_FACT, subject: '', words: '' });
  const [fault, setFault] = useState<FactFault | 'subject'>();
  const { run, busy, waits, problem } = useAct();
  const items = (list?.items ?? []).filter(({ deduction }) => !deduction);
  return (
    <details className="card">
      <summary>{batch.enter}</summary>
      <p className="lead">{batch.enterLead}</p>
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
          const { subject, words } = form;
          const input = { branch, subject, fact, ...(words.trim() !== '' && { words }) };
          if (await run('declaration.enter', input, { done: batch.enterDone })) forget();
        }}
      >
        <PersonField
          branch={branch}
          label={batch.who}
          value={form.subject}
          onChange={(subject) => change({ subject })}
          error={fault === 'subject' ? ui.choose : undefined}
        />
        <FactFields items={items} form={form} change={change} fault={fault === 'subject' ? undefined : fault} />
        <Field label={batch.ref}>
          {(props) => <input {...props} value={form.ref} onChange={(event) => change({ ref: event.target.value })} />}
        </Field>
        <Field label={batch.words}>
          {(props) => (
            <textarea {...props} value={form.words} onChange={(event) => change({ words: event.target.value })} />
          )}
        </Field>
        <ProblemNote problem={problem} />
        <WaitsNote waits={waits} />
        <button type="submit" className="main" disabled={busy}>
          {batch.enter}
        </button>
      </form>
    </details>
  );
}
