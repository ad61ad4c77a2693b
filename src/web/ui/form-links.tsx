import type { FormQuery } from '#contract/form.ts';
import { pathOf } from '#contract/path.ts';
import { useLang, useText } from '#web/lang.ts';
import { formTitles } from '#words/form-titles.ts';
import { exportWords } from '#words/web/export.ts';

/** What a form is offered as on pages; a table as a spreadsheet too, where its office goes on working with it. */
const TEXT = ['docx', 'pdf'] as const;
const TABLE = ['docx', 'xlsx', 'pdf'] as const;

type Asked = Omit<FormQuery, 'format'> & {
  /** Whether the form is a table. */
  readonly table?: boolean;
  /** What it is called here, where its own title is not enough. */
  readonly label?: string;
};

/** A form of the page on paper 打印表单: with what whoever looks may read of it. */
export function FormLinks({ table = false, label, ...asked }: Asked) {
  const text = useText(exportWords);
  const lang = useLang();
  const title = label ?? formTitles(lang)[asked.form];
  const query = (format: string) =>
    new URLSearchParams(Object.entries({ ...asked, format }).map(([name, value]) => [name, String(value)]));
  return (
    <p className="acts soft">
      <span>{title}</span>
      {(table ? TABLE : TEXT).map((format) => (
        <a
          key={format}
          download
          href={`${pathOf('form.export')}?${query(format)}`}
          aria-label={`${title} ${text[format]}`}
        >
          {text[format]}
        </a>
      ))}
    </p>
  );
}
