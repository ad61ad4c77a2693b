import { pathOf } from '#contract/path.ts';
import { useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { exportWords } from '#words/web/export.ts';

/** The archive of a branch-year as one file 存档包, for the office and the superior. */
export function ArchiveLink({ branch, year }: { readonly branch: string; readonly year: string }) {
  const text = useText(exportWords);
  return (
    <section className="panel narrow">
      <h2>{fill(text.archive, { year })}</h2>
      <p>{text.archiveLead}</p>
      <p className="acts">
        <a download href={`${pathOf('archive.package')}?${new URLSearchParams({ branch, year })}`}>
          {text.download}
        </a>
      </p>
    </section>
  );
}
