import type { ListQuery } from '#contract/list.ts';
import { pathOf } from '#contract/path.ts';
import { useLang, useText } from '#web/lang.ts';
import { exportWords } from '#words/web/export.ts';

type Asked = Pick<ListQuery, 'branch' | 'list' | 'year' | 'month' | 'member'> & {
  /** What is listed, where the page does not say it. */
  readonly label?: string;
};

/** A list of the page as a file 导出清单: what stands on it for whoever looks, no more. */
export function ListLinks({ branch, list, year, month, member, label }: Asked) {
  const text = useText(exportWords);
  const lang = useLang();
  const asked = {
    branch,
    list,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(member !== undefined && { member }),
    lang,
  };
  return (
    <p className="acts soft">
      <span>{label ?? text.list}</span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} download href={`${pathOf('list.export')}?${new URLSearchParams({ ...asked, format })}`}>
          {text[format]}
        </a>
      ))}
    </p>
  );
}
