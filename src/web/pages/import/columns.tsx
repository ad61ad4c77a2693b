import { useState } from 'react';
import type { ImportReadAnswer } from '#contract/upload.ts';
import { useMarks, useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { importWords } from '#words/web/import.ts';

type Mapping = Readonly<Record<string, string>>;

/** How the headings were read 栏目对应; what nobody knows is asked. The answer is kept on this device until it is applied, and with the branch from then on. */
export function Columns({
  kind,
  answer,
  mapping,
  busy,
  again,
}: {
  kind: 'roster' | 'facts' | 'points';
  answer: ImportReadAnswer;
  mapping: Mapping;
  busy: boolean;
  again: (mapping: Mapping) => void;
}) {
  const say = useText(importWords);
  const marks = useMarks();
  const [chosen, setChosen] = useState<Mapping>({});
  const { headings, fields } = answer;
  if (headings.length === 0) return null;
  // The sheets of a workbook often share their headings: each is asked once.
  const asked = headings.filter(
    ({ heading, use, remembered }, at) =>
      (use === 'unknown' || remembered || heading in mapping) &&
      headings.findIndex((one) => one.heading === heading) === at,
  );
  const before = headings.filter(({ remembered }) => remembered);
  const names = (use: (typeof headings)[number]['use']): string =>
    [...new Set(headings.filter((one) => one.use === use).map(({ heading }) => heading))].join(marks.list);
  const told = [...new Set(before.map(({ heading, field }) => `${heading} → ${field ?? say.notRead}`))].join(
    marks.list,
  );
  return (
    <>
      {told !== '' && <p className="waits-note import-remembered">{fill(say.remembered, { what: told })}</p>}
      <details className="card" open={asked.some(({ use }) => use === 'unknown')}>
        <summary>{say.columns}</summary>
        <dl className="import-uses">
          {(['kept', 'checked', 'dropped', 'unknown'] as const).map((use) =>
            names(use) === '' ? null : (
              <div key={use}>
                <dt>{use === 'kept' && kind !== 'roster' ? say.keptFacts : say.uses[use]}</dt>
                <dd lang="zh-CN">{names(use)}</dd>
              </div>
            ),
          )}
        </dl>
        {asked.length > 0 && (
          <>
            <p className="soft">{say.columnsLead}</p>
            <ul className="import-asked">
              {asked.map(({ heading, column, field = '' }) => (
                <li key={`${column} ${heading}`}>
                  <label>
                    <span lang="zh-CN">{heading}</span> {say.readAs}
                    <select
                      lang="zh-CN"
                      value={chosen[heading] ?? field}
                      onChange={(event) => setChosen({ ...chosen, [heading]: event.target.value })}
                    >
                      <option value="">{say.notRead}</option>
                      {fields.map((name) => (
                        <option key={name} value={name}>
                          {name}
                        </option>
                      ))}
                    </select>
                  </label>
                </li>
              ))}
            </ul>
            <p className="acts">
              <button
                type="button"
                disabled={busy || Object.keys(chosen).length === 0}
                onClick={() => again({ ...mapping, ...chosen })}
              >
                {say.again}
              </button>
            </p>
          </>
        )}
      </details>
    </>
  );
}
