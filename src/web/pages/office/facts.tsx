import type { ReactNode } from 'react';

/** A name and its value; `own` marks names and people's own words, which stay Chinese. */
export type FactRow = { readonly label: string; readonly value: ReactNode; readonly own?: boolean };

/** Names and values 基本情况, a row each; what is not there is left out. */
export function Facts({ rows }: { rows: readonly FactRow[] }) {
  return (
    <dl className="facts">
      {rows.map(({ label, value, own }) =>
        value === undefined || value === null || value === false || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd {...(own && { lang: 'zh-CN' })}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
