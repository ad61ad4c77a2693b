import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { usesWords } from '#words/web/year.ts';
import type { Talk } from './used.ts';

const EMPTY = { recorder: '', time: '', place: '', cause: '', content: '' };

/** The record of a talk 谈话记录, written by whoever held it; all of it must be there. */
export function TalkRecordForm({ branch, talk: { id, revision, ordered } }: { branch: string; talk: Talk }) {
  const { talks: text } = useText(usesWords);
  const acting = useAct();
  const [draft, change, forget] = useDraft(`talk:${id}`, EMPTY);
  return (
    <details className="again">
      <summary>{text.hold}</summary>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          const input = { branch, id, ...draft, admonition: ordered !== undefined };
          if (await acting.run('talk.hold', input, { revision, done: text.held })) forget();
        }}
      >
        <p className="soft">{text.holdLead}</p>
        {(['recorder', 'time', 'place'] as const).map((part) => (
          <Field key={part} label={text.record[part]}>
            {(props) => (
              <input
                {...props}
                value={draft[part]}
                maxLength={part === 'recorder' ? 64 : 100}
                onChange={(event) => change({ [part]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {(['cause', 'content'] as const).map((part) => (
          <Field key={part} label={text.record[part]}>
            {(props) => (
              <textarea
                {...props}
                value={draft[part]}
                maxLength={2000}
                onChange={(event) => change({ [part]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <After acting={acting} />
        <p className="acts">
          <button type="submit" className="main" disabled={acting.busy}>
            {text.hold}
          </button>
        </p>
      </form>
    </details>
  );
}
