import { pathOf } from '#contract/path.ts';
import { useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { exportWords } from '#words/web/export.ts';
import { Field } from './field.tsx';

/** The archive of a branch-year as one file 存档包: for the office by its duty, for the superior with a reason that the branch sees. */
export function ArchiveLink({
  branch,
  year,
  reasoned = false,
}: {
  readonly branch: string;
  readonly year: string;
  readonly reasoned?: boolean;
}) {
  const text = useText(exportWords);
  const action = pathOf('archive.package');
  return (
    <section className="panel narrow">
      <h2>{fill(text.archive, { year })}</h2>
      <p>{text.archiveLead}</p>
      {reasoned ? (
        <form action={action}>
          <input type="hidden" name="branch" value={branch} />
          <input type="hidden" name="year" value={year} />
          <Field label={text.reason} hint={text.reasonHint}>
            {(given) => <input {...given} name="reason" required maxLength={500} />}
          </Field>
          <button type="submit">{text.download}</button>
        </form>
      ) : (
        <p className="acts">
          <a download href={`${action}?${new URLSearchParams({ branch, year })}`}>
            {text.download}
          </a>
        </p>
      )}
    </section>
  );
}
