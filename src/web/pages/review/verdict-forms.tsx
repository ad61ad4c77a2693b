import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { reviewWords } from '#words/web/review.ts';
import type { Verdict } from './decide.ts';
import { FactFields } from './fact-fields.tsx';
import { type FactFault, factOf, formOf } from './fact-form.ts';
import type { ItemAnswer, ReviewedLine } from './item.ts';

type Given = {
  readonly line: ReviewedLine;
  readonly busy: boolean;
  /** What the server said to the reason, beside it. */
  readonly error: string | undefined;
  readonly send: (verdict: Verdict) => Promise<boolean>;
  readonly close: () => void;
};

function Buttons({ label, busy, close }: { label: string; busy: boolean; close: () => void }) {
  const { ui } = useWords();
  return (
    <p className="acts">
      <button type="submit" className="main" disabled={busy}>
        {label}
      </button>
      <button type="button" className="bare" onClick={close}>
        {ui.back}
      </button>
    </p>
  );
}

/** The reason for not accepting a line 不予认定, or for keeping opening points that are contested; Enter records it, Escape leaves it as it is. */
export function ReasonForm({ kind, line, busy, error, send, close }: Given & { kind: 'accept' | 'decline' }) {
  const review = useText(reviewWords);
  const [form, change, forget] = useDraft(`review.${kind}:${line.id}`, { reason: '' });
  return (
    <form
      className="verdict-form"
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onSubmit={async (event) => {
        event.preventDefault();
        if (await send({ kind, reason: form.reason })) forget();
      }}
    >
      <Field label={review.reason} hint={review.reasonHint} error={error}>
        {(props) => (
          <input
            {...props}
            // biome-ignore lint/a11y/noAutofocus: the form opens at a press, and its one field is what the press was for
            autoFocus
            autoComplete="off"
            maxLength={2000}
            value={form.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      <Buttons label={review.acts[kind]} busy={busy} close={close} />
    </form>
  );
}

/** A line accepted otherwise than claimed 调整: by what its item asks for, with the reason. */
export function AdjustForm({ line, item, busy, error, send, close }: Given & { item: ItemAnswer | undefined }) {
  const review = useText(reviewWords);
  const [form, change, forget] = useDraft(`review.adjust:${line.id}`, { ...formOf(line.fact), reason: '' });
  const [fault, setFault] = useState<FactFault>();
  return (
    <form
      className="verdict-form"
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onSubmit={async (event) => {
        event.preventDefault();
        const fact = factOf(form, item);
        setFault('fault' in fact ? fact.fault : undefined);
        if ('fault' in fact) return;
        const { note, period } = line.fact;
        const kept = { ...(note !== undefined && { note }), ...(period !== undefined && { period }) };
        if (await send({ kind: 'adjust', reason: form.reason, fact: { ...kept, ...fact } })) forget();
      }}
    >
      <FactFields items={item ? [item] : []} form={form} change={change} fault={fault} choose={false} />
      <Field label={review.reason} hint={review.reasonHint} error={error}>
        {(props) => (
          <input
            {...props}
            // biome-ignore lint/a11y/noAutofocus: the form opens at a press, and this is what every adjustment needs
            autoFocus
            autoComplete="off"
            maxLength={2000}
            value={form.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      <Buttons label={review.acts.adjust} busy={busy} close={close} />
    </form>
  );
}
