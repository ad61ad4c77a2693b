import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import type { Acting } from '#web/use-act.ts';
import { useRunningYear } from '#web/year.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { moreWords } from '#words/web/my-more.ts';
import { useItems } from './items.ts';

type About = 'line' | 'total';
type Typed = { readonly about: About | ''; readonly line: string; readonly reason: string };

/** What is contested and why, as the acts take it. */
export type Contested = {
  readonly concerns: string;
  readonly about: About;
  readonly line?: string;
  readonly year?: string;
  readonly reason: string;
};

/** Says what of one's own is contested and why 提出意见: one item or the total of the year; an item may come with the address. */
export function ContestForm({
  draft,
  title,
  send,
  acting: { busy, waits, problem },
  onSend,
}: {
  draft: string;
  title: string;
  send: string;
  acting: Acting;
  onSend: (contested: Contested) => Promise<boolean>;
}) {
  const words = useWords();
  const { ui } = words;
  const { contest } = useText(moreWords);
  const { home: branch, person } = useSession();
  const { name } = useItems();
  const asked = useSearch({ strict: false });
  const { data } = useRead('declaration.list', { branch, member: person, limit: 500 });
  const [kept, type, forget] = useDraft<Typed>(draft, { about: '', line: '', reason: '' });
  const [wrong, setWrong] = useState<'about' | 'line' | 'reason'>();
  const meant = asked.line !== undefined ? 'line' : asked.about === 'total' ? 'total' : '';
  const about: About | '' = kept.about === '' ? meant : kept.about;
  const chosen = kept.line === '' ? (asked.line ?? '') : kept.line;
  const lines = (data?.rows ?? []).filter(({ state, subject }) => state === 'determined' && subject === person);
  const { name: year } = useRunningYear(branch);
  const submit = async () => {
    const reason = kept.reason.trim();
    const noLine = about === 'line' && !lines.some(({ id }) => id === chosen);
    const fault = about === '' ? 'about' : noLine ? 'line' : reason === '' ? 'reason' : undefined;
    setWrong(fault);
    if (fault !== undefined || about === '') return;
    const what = about === 'line' ? { line: chosen } : { year };
    if (await onSend({ concerns: person, about, ...what, reason })) forget();
  };
  return (
    <form
      className="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{title}</h2>
      <Choice<About>
        label={contest.about}
        value={about === '' ? undefined : about}
        options={[
          { value: 'line', label: contest.line },
          { value: 'total', label: fill(contest.total, { year }) },
        ]}
        onChange={(next) => type({ about: next })}
        error={wrong === 'about' ? ui.choose : undefined}
      />
      {about === 'line' && data && lines.length === 0 && <p className="soft">{contest.noLines}</p>}
      {about === 'line' && lines.length > 0 && (
        <Field label={contest.which} error={wrong === 'line' ? contest.noLine : undefined}>
          {(field) => (
            <select {...field} value={chosen} onChange={(event) => type({ line: event.target.value })}>
              <option value="">{ui.choose}</option>
              {lines
                .toSorted((one, other) => (one.fact.day < other.fact.day ? 1 : -1))
                .map(({ id, fact }) => (
                  <option key={id} value={id} lang="zh-CN">
                    {sayDay(fact.day, words)} {name(fact.item)}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
      <Field label={contest.reason} hint={contest.reasonHint} error={wrong === 'reason' ? contest.noReason : undefined}>
        {(field) => (
          <textarea
            {...field}
            maxLength={2000}
            value={kept.reason}
            onChange={(event) => type({ reason: event.target.value })}
          />
        )}
      </Field>
      <ProblemNote problem={problem} />
      <WaitsNote waits={waits} />
      <p className="acts">
        <button type="submit" className="main" disabled={busy}>
          {send}
        </button>
      </p>
    </form>
  );
}
