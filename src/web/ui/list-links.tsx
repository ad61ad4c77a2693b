import type { ListQuery } from '#contract/list.ts';
import { pathOf } from '#contract/path.ts';
import { useLang, useText } from '#web/lang.ts';
import { exportWords } from '#words/web/export.ts';

type Asked = Omit<ListQuery, 'format' | 'lang'> & {
  /** What is listed, where the page does not say it. */
  readonly label?: string;
};

/** A list of the page as a file 导出清单: what stands on it for whoever looks, no more. */
export function ListLinks({ label, ...query }: Asked) {
  const text = useText(exportWords);
  const lang = useLang();
  const title = label ?? text.list;
  const asked = { ...query, lang };
  return (
    <p className="acts soft">
      <span>{title}</span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          download
          href={`${pathOf('list.export')}?${new URLSearchParams({ ...asked, format })}`}
          aria-label={`${title} ${text[format]}`}
        >
          {text[format]}
        </a>
      ))}
    </p>
  );
}
