import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { usesWords } from '#words/web/year.ts';
import { useHolds } from './holds.ts';

/** Tells a member that a disposition is considered and why 告知本人, so that the member is heard before. */
export function Serving({ branch, member }: { branch: string; member: string }) {
  const { ladder: text } = useText(usesWords);
  const acting = useAct();
  const may = [useHolds(branch, 'committee'), useHolds(branch, 'recorder')].includes(true);
  const [{ cause }, change, forget] = useDraft(`serve:${branch}:${member}`, { cause: '' });
  // Whoever leads the meeting does not itself serve: the table of permissions gives it to committee and recorder.
  if (!may) return <p className="soft">{text.serveBy}</p>;
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const input = { branch, member, ...(cause.trim() !== '' && { cause }) };
        if (await acting.run('hearing.serve', input, { done: text.served })) forget();
      }}
    >
      <Field label={text.serveCause}>
        {(props) => (
          <textarea
            {...props}
            value={cause}
            maxLength={2000}
            onChange={(event) => change({ cause: event.target.value })}
          />
        )}
      </Field>
      <After acting={acting} />
      <p className="acts">
        <button type="submit" disabled={acting.busy}>
          {text.serve}
        </button>
      </p>
    </form>
  );
}
