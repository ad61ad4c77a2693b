import { useState } from 'react';
import { showPoints } from '#domain/kernel/points.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useMay } from '#web/pages/review/may.ts';
import { Scans } from '#web/pages/sheets/scans.tsx';
import { useNames } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { yearWords } from '#words/web/year.ts';
import { changesOf, keepPreview, keptPreview } from './kept-preview.ts';
import type { YearParts } from './parts.ts';

/** Preview, seal and amend 预览、封存、更正: what was seen is what is sealed. */
export function SettlementPart({ parts }: { parts: YearParts }) {
  const { settlements } = parts;
  const last = settlements.matters.at(-1);
  if (!last || last.state === 'previewed') return <Preview parts={parts} />;
  return (
    <>
      <Amend parts={parts} />
      {last.content['document'] !== undefined && <Scans branch={parts.branch} of="settlement" about={last.id} />}
    </>
  );
}

function Preview({ parts: { branch, year, settlements, drawn } }: { parts: YearParts }) {
  const text = useText(yearWords);
  const previewing = useAct();
  const sealing = useAct();
  const may = useMay(branch);
  const [before, setBefore] = useState(() => keptPreview(branch, year));
  const matter = settlements.matters.at(-1);
  const amending = settlements.documents.length > 0;
  const stale = matter !== undefined && matter.content['digest'] !== drawn.digest;
  const preview = async (): Promise<void> => {
    setBefore(keptPreview(branch, year));
    if (await previewing.run('settlement.preview', { branch, year }, { done: text.preview.done }))
      keepPreview(branch, year, drawn.rows);
  };
  const shown = drawn.rows;
  return (
    <section className="panel">
      <h2>{text.preview.title}</h2>
      <p className="soft">{text.preview.lead}</p>
      {!matter && <p>{text.none}</p>}
      {stale && <p className="late">{text.preview.stale}</p>}
      {matter && !amending && (
        <Changes branch={branch} changes={before && changesOf(before, shown)} decimals={drawn.decimals} />
      )}
      {drawn.sealed && amending && (
        <Changes
          branch={branch}
          changes={changesOf(drawn.sealed.rows, shown)}
          decimals={drawn.decimals}
          sealed={drawn.sealed.number}
        />
      )}
      <After acting={previewing} />
      <p className="acts">
        <button
          type="button"
          className={matter && !stale ? undefined : 'main'}
          disabled={previewing.busy}
          onClick={() => void preview()}
        >
          {matter ? text.preview.again : text.preview.go}
        </button>
      </p>
      {matter && may('settlement.seal') && (
        <div className="year-acts">
          <h3>{text.seal.title}</h3>
          <p className="soft">{text.seal.lead}</p>
          <After acting={sealing} />
          <p className="acts">
            <button
              type="button"
              className={stale ? undefined : 'main'}
              disabled={sealing.busy}
              onClick={() =>
                void sealing.run(
                  'settlement.seal',
                  { branch, id: matter.id },
                  { revision: matter.revision, done: text.seal.done },
                )
              }
            >
              {text.seal.go}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

type Listed = {
  branch: string;
  changes:
    | readonly { readonly member: string; readonly from: number | undefined; readonly to: number | undefined }[]
    | undefined;
  decimals: number;
  sealed?: number;
};

function Changes({ branch, changes, decimals, sealed }: Listed) {
  const { preview: text } = useText(yearWords);
  const nameOf = useNames(branch);
  if (!changes) return <p className="soft">{text.first}</p>;
  const said = (points: number | undefined): string => (points === undefined ? '—' : showPoints(points, decimals));
  if (changes.length === 0)
    return <p className="soft">{sealed === undefined ? text.same : fill(text.sameSealed, { n: sealed })}</p>;
  return (
    <>
      <p>
        {sealed === undefined
          ? fill(text.changed, { n: changes.length })
          : fill(text.changedSealed, { n: sealed, k: changes.length })}
      </p>
      <ul className="changed">
        {changes.map(({ member, from, to }) => (
          <li key={member} data-changed={member}>
            {fill(text.row, { name: nameOf(member), from: said(from), to: said(to) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Amend({ parts: { branch, year, settlements } }: { parts: YearParts }) {
  const { amend: text } = useText(yearWords);
  const amending = useAct();
  const replacing = useAct();
  const [{ reason }, change, forget] = useDraft(`amend:${branch}:${year}`, { reason: '' });
  const sealed = settlements.matters.filter(({ state }) => state === 'sealed');
  const first = sealed.length > 1 ? sealed[0] : undefined;
  const refused = amending.problem?.code === 'reason.missing' ? amending.problem.message : undefined;
  return (
    <section className="panel narrow">
      {first && (
        <>
          <After acting={replacing} />
          <p className="acts">
            <button
              type="button"
              className="main"
              disabled={replacing.busy}
              onClick={() =>
                void replacing.run(
                  'settlement.supersede',
                  { branch, id: first.id },
                  { revision: first.revision, done: text.superseded },
                )
              }
            >
              {text.supersede}
            </button>
          </p>
        </>
      )}
      <details>
        <summary>{text.title}</summary>
        <form
          noValidate
          onSubmit={async (event) => {
            event.preventDefault();
            if (await amending.run('settlement.amend', { branch, year, reason }, { done: text.done })) forget();
          }}
        >
          <p className="soft">{text.lead}</p>
          <Field label={text.reason} error={refused}>
            {(props) => (
              <textarea
                {...props}
                value={reason}
                maxLength={2000}
                onChange={(event) => change({ reason: event.target.value })}
              />
            )}
          </Field>
          <After acting={amending} except={['reason.missing']} />
          <p className="acts">
            <button type="submit" disabled={amending.busy}>
              {text.go}
            </button>
          </p>
        </form>
      </details>
    </section>
  );
}
