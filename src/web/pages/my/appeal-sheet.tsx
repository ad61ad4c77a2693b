import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { fill } from '#words/fill.ts';
import { moreWords } from '#words/web/my-more.ts';
import { Clocks } from './contest-card.tsx';

/** The appeal on paper 申诉书, where no superior is connected: typed here, kept on this device alone, printed and signed. */
export function AppealSheet({ branch }: { branch: string }) {
  const { appeals } = useText(moreWords);
  const { name } = useSession();
  const [typed, type] = useDraft('appeal-sheet', { about: '', reason: '' });
  return (
    <>
      <p className="lead">{appeals.without}</p>
      <section className="card sheet">
        <h2>{appeals.form}</h2>
        <p>{appeals.formTo}</p>
        <dl className="facts">
          <dt>{appeals.formBranch}</dt>
          <dd lang="zh-CN">{branch}</dd>
          <dt>{appeals.formName}</dt>
          <dd lang="zh-CN">{name}</dd>
        </dl>
        <Field label={appeals.formAbout}>
          {(field) => (
            <textarea {...field} value={typed.about} onChange={(event) => type({ about: event.target.value })} />
          )}
        </Field>
        <Field label={appeals.formReason}>
          {(field) => (
            <textarea {...field} value={typed.reason} onChange={(event) => type({ reason: event.target.value })} />
          )}
        </Field>
        <p className="sign">{appeals.formSign}</p>
        <p className="soft">{fill(appeals.formTerm, { n: 3 })}</p>
        <p className="acts">
          <button type="button" className="main" onClick={() => window.print()}>
            {appeals.print}
          </button>
        </p>
      </section>
      <Clocks />
    </>
  );
}
