import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayPeriod } from '#words/web/office.ts';
import { noticesWords } from '#words/web/office-notices.ts';
import { ActNotes } from './act-form.tsx';
import { useHere } from './here.ts';

type Notices = AnswerOf<'notice.show'>['matters'];

/** So many periods are offered: what is older was on notice long ago. */
const FEW = 6;

/** Of which quarters and years there is still no notice, the latest first, and whether what they show is sealed. */
function useOwed(notices: Notices): readonly { readonly period: string; readonly sealed: boolean }[] {
  const { branch } = useHere();
  const registers = useRead('register.show', { branch }).data;
  const settlements = useRead('settlement.show', { branch }).data;
  const there = new Set(notices.filter(({ state }) => state !== 'withdrawn').map(({ period }) => period));
  const sealed = new Set([
    ...(registers?.documents ?? []).flatMap(({ period }) => period ?? []),
    ...(settlements?.documents ?? []).flatMap(({ period }) => period ?? []),
  ]);
  const open = (registers?.matters ?? []).flatMap(({ noun, id }) => (noun === 'quarter' ? [id] : []));
  const settled = (settlements?.documents ?? []).filter(({ supersedes }) => supersedes !== null);
  // A settlement that replaced another goes on notice again (product §3.9).
  const anew = settled.flatMap(({ period, sealed: at }) => {
    const last = notices.filter((one) => one.period === period && one.state !== 'withdrawn').at(-1);
    return period !== null && (!last || last.changed < at) && last?.state === 'filed' ? [period] : [];
  });
  return [...new Set([...sealed, ...open])]
    .filter((period) => !there.has(period) || anew.includes(period))
    .toSorted()
    .toReversed()
    .slice(0, FEW)
    .map((period) => ({ period, sealed: sealed.has(period) }));
}

/** Drafts a notice 起草公示: of what, in which words, and on which resolution naming people rests (product §6). */
export function NoticeDraft({ notices }: { notices: Notices }) {
  const words = useWords();
  const { draft: say, of } = useText(noticesWords);
  const { branch } = useHere();
  const owed = useOwed(notices);
  const acting = useAct();
  const [{ period, text, basis }, change, forget] = useDraft(`notice:${branch}`, { period: '', text: '', basis: '' });
  const [missing, setMissing] = useState(false);
  if (owed.length === 0) return <p className="soft">{say.nothing}</p>;
  const kind = (one: string): 'quarter' | 'settlement' => (one.includes('Q') ? 'quarter' : 'settlement');
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const chosen = owed.find((one) => one.period === period);
        setMissing(!chosen);
        if (!chosen) return;
        const line = basis.trim() === '' ? '' : fill(say.basisLine, { basis: basis.trim() });
        const whole = [text.trim(), line].filter((one) => one !== '').join('\n');
        const input = { branch, of: kind(period), period, ...(whole !== '' && { text: whole }) };
        await acting.run('notice.draft', input, { done: say.done, atOnce: forget });
      }}
    >
      <Choice
        label={say.what}
        value={period}
        error={missing ? words.ui.choose : undefined}
        onChange={(value) => {
          setMissing(false);
          change({ period: value });
        }}
        options={owed.map((one) => ({
          value: one.period,
          label: fill(of[kind(one.period)], { period: sayPeriod(one.period, words) }),
          more: one.sealed ? say.sealed : say.notSealed,
        }))}
      />
      <Field label={say.text} hint={say.textHint}>
        {(props) => (
          <textarea
            {...props}
            maxLength={1600}
            value={text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={say.basis} hint={say.basisHint}>
        {(props) => (
          <input {...props} maxLength={200} value={basis} onChange={(event) => change({ basis: event.target.value })} />
        )}
      </Field>
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {say.send}
        </button>
      </p>
      <ActNotes acting={acting} />
    </form>
  );
}
