import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { toTitle } from './to-title.ts';

type Answer = 'accept' | 'decline' | 'contest';
type Hearing = Pick<NonNullable<AnswerOf<'declaration.list'>['rows'][number]['hearing']>, 'id' | 'revision'> & {
  readonly last?: string | undefined;
  readonly provisional?: boolean | undefined;
};

/** Answers what one was told of 答复: it is so, a credit is not wanted, or it is seen otherwise, with words, the last day and what silence means. */
export function HearingForm({ hearing, credit }: { hearing: Hearing; credit: boolean }) {
  const words = useWords();
  const { hearing: said } = useText(linesWords);
  const { home: branch } = useSession();
  const { id, revision, last, provisional } = hearing;
  const [typed, type, forget] = useDraft<{ answer: Answer | ''; words: string }>(`hearing:${id}`, {
    answer: '',
    words: '',
  });
  const [wrong, setWrong] = useState<'answer' | 'words'>();
  const { run, busy, waits, problem } = useAct();
  const answers: readonly Answer[] = credit ? ['accept', 'decline', 'contest'] : ['accept', 'contest'];
  const send = async () => {
    const { answer } = typed;
    const text = typed.words.trim();
    const fault = answer === '' ? 'answer' : answer === 'contest' && text === '' ? 'words' : undefined;
    setWrong(fault);
    if (fault !== undefined || answer === '') return;
    const done = await run(
      'hearing.answer',
      { branch, id, answer, ...(text !== '' && { words: text }) },
      {
        revision,
        done: fill(said.done, { answer: said[answer] }),
        undo: (next) => ({ action: 'hearing.undo', input: { branch, id }, revision: next.revision }),
      },
    );
    if (!done) return;
    forget();
    toTitle();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {last !== undefined && (
        <p>{fill(provisional === true ? said.lastProvisional : said.last, { day: sayDay(last, words) })}</p>
      )}
      <Choice
        label={said.answer}
        value={typed.answer === '' ? undefined : typed.answer}
        options={answers.map((value) => ({ value, label: said[value] }))}
        onChange={(answer) => type({ answer })}
        error={wrong === 'answer' ? words.ui.choose : undefined}
      />
      <Field label={said.words} hint={said.wordsHint} error={wrong === 'words' ? said.contestWords : undefined}>
        {(field) => (
          <textarea
            {...field}
            maxLength={2000}
            value={typed.words}
            onChange={(event) => type({ words: event.target.value })}
          />
        )}
      </Field>
      <ProblemNote problem={problem} />
      <WaitsNote waits={waits} />
      <p className="acts">
        <button type="submit" className="main" disabled={busy}>
          {said.send}
        </button>
      </p>
    </form>
  );
}
