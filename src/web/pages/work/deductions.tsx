import './work.css';
import '#web/pages/review/review.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { FactFields } from '#web/pages/review/fact-fields.tsx';
import { EMPTY_FACT, type FactFault, factOf } from '#web/pages/review/fact-form.ts';
import { useMay } from '#web/pages/review/may.ts';
import { useRead } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { workWords } from '#words/web/work.ts';
import { Proposed } from './proposed.tsx';
import { Vetoes } from './vetoes.tsx';

/** Deductions that the committee proposes 扣分, and vetoes 一票否决. */
export function Page() {
  const { deductions: words } = useText(workWords);
  const { branch = '' } = useParams({ strict: false });
  const may = useMay(branch);
  return (
    <>
      <div className="head">
        <Title text={words.title} />
        <p className="lead">{words.lead}</p>
      </div>
      <Proposed branch={branch} />
      {may('review.propose') && <Propose branch={branch} />}
      <Vetoes branch={branch} />
    </>
  );
}

/** The committee proposes a deduction with item, fact and what it rests on (product §3.4). */
function Propose({ branch }: { branch: string }) {
  const { ui } = useWords();
  const { deductions: words } = useText(workWords);
  const { data: list } = useRead('item.list', { branch });
  const [form, change, forget] = useDraft(`propose:${branch}`, { ...EMPTY_FACT, subject: '', words: '' });
  const [fault, setFault] = useState<FactFault | 'subject'>();
  const { run, busy, waits, problem } = useAct();
  const items = (list?.items ?? []).filter(({ deduction }) => deduction);
  const cites = problem?.code === 'review.no-citation' ? problem.message : undefined;
  return (
    <details className="card">
      <summary>{words.propose}</summary>
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
          const { subject, words: said } = form;
          const input = { branch, subject, fact, ...(said.trim() !== '' && { words: said }) };
          if (await run('review.propose', input, { done: words.proposed })) forget();
        }}
      >
        <PersonField
          branch={branch}
          label={words.who}
          value={form.subject}
          onChange={(subject) => change({ subject })}
          error={fault === 'subject' ? ui.choose : undefined}
        />
        <FactFields items={items} form={form} change={change} fault={fault === 'subject' ? undefined : fault} />
        <Field label={words.ref} hint={words.refHint} error={cites}>
          {(props) => <input {...props} value={form.ref} onChange={(event) => change({ ref: event.target.value })} />}
        </Field>
        <Field label={words.words}>
          {(props) => (
            <textarea {...props} value={form.words} onChange={(event) => change({ words: event.target.value })} />
          )}
        </Field>
        {cites === undefined && <ProblemNote problem={problem} />}
        <WaitsNote waits={waits} />
        <button type="submit" className="main" disabled={busy}>
          {words.propose}
        </button>
      </form>
    </details>
  );
}
