import type { ListQuery } from '#contract/list.ts';
import { pathOf } from '#contract/path.ts';
import { useLang, useText } from '#web/lang.ts';
import { exportWords } from '#words/web/export.ts';

type Asked = Pick<ListQuery, 'branch' | 'list' | 'year' | 'month' | 'member' | 'of' | 'reason'> & {
  /** What is listed, where the page does not say it. */
  readonly label?: string;
};

/** A list of the page as a file 导出清单: what stands on it for whoever looks, no more. */
export function ListLinks({ branch, list, year, month, member, of, reason, label }: Asked) {
  const text = useText(exportWords);
  const lang = useLang();
  const title = label ?? text.list;
  const asked = {
    branch,
    list,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(member !== undefined && { member }),
    ...(of !== undefined && { of }),
    ...(reason !== undefined && { reason }),
    lang,
  };
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
