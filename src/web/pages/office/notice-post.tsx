import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { noticesWords } from '#words/web/office-notices.ts';
import { ActNotes } from './act-form.tsx';
import { useHere } from './here.ts';

/** Posts a reviewed notice 张贴公示 for so many working days; too few are refused beside the field. */
export function NoticePost({
  matter: { id, revision },
  least,
}: {
  matter: AnswerOf<'notice.show'>['matters'][number];
  least: number;
}) {
  const { post: say } = useText(noticesWords);
  const { branch } = useHere();
  const acting = useAct();
  const [days, setDays] = useState(String(least));
  const short = acting.problem?.code === 'notice.too-short' ? acting.problem : undefined;
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const input = { branch, id, days: Math.max(0, Math.trunc(Number(days) || 0)) };
        await acting.run('notice.post', input, { revision, done: say.done });
      }}
    >
      <Field label={say.days} hint={fill(say.hint, { least })} error={short?.message}>
        {(props) => (
          <input
            {...props}
            type="number"
            inputMode="numeric"
            max={365}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
        )}
      </Field>
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {say.send}
        </button>
      </p>
      <ActNotes acting={{ waits: acting.waits, problem: short ? undefined : acting.problem }} />
    </form>
  );
}
