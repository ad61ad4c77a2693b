import './scans.css';
import { useId, useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { pathOf } from '#contract/path.ts';
import type { ProblemAnswer } from '#contract/problem.ts';
import type { Scanned } from '#domain/process/scan.ts';
import { Refused } from '#web/call.ts';
import { useText, useWords } from '#web/lang.ts';
import { useMay } from '#web/pages/review/may.ts';
import { queries, useNames, useRead } from '#web/query.ts';
import { sayDone } from '#web/ui/done.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { upload } from '#web/upload.ts';
import { unreached } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { scansWords } from '#words/web/scans.ts';

type Scan = AnswerOf<'scan.list'>['rows'][number];

/** What may be kept, as the server takes it. */
const TYPES = 'image/jpeg,image/png,image/webp,application/pdf';

/** The scans of a signed sheet 签字扫描件: opened by who may see them; kept and replaced by secretary and recorder. Nothing is shown where there is neither. */
export function Scans({ branch, of, about, title }: { branch: string; of: Scanned; about: string; title?: string }) {
  const text = useText(scansWords);
  const may = useMay(branch)('scan.keep');
  const id = useId();
  const { data } = useRead('scan.list', { branch, about });
  const { send, busy, problem } = useSending();
  const rows = (data?.rows ?? []).filter((one) => one.of === of);
  if (rows.length === 0 && !may) return null;
  return (
    <section className="card scans" data-scans={of}>
      <h2>{title ?? text.title}</h2>
      {rows.length === 0 && <p className="soft">{text.none}</p>}
      <ul>
        {rows.map((scan) => (
          <Row
            key={scan.id}
            branch={branch}
            scan={scan}
            busy={busy}
            replace={
              may
                ? (file) =>
                    send(() => upload('scan.supersede', { branch, id: scan.id }, file, scan.revision), text.replaced)
                : undefined
            }
          />
        ))}
      </ul>
      {may && (
        <>
          <FileButton
            id={id}
            label={text.file}
            busy={busy}
            take={(file) => send(() => upload('scan.keep', { branch, of, about }, file), text.done)}
          />
          <p className="hint" id={`${id}-hint`}>
            {text.fileHint}
          </p>
        </>
      )}
      <div role="status">{busy && <p className="waiting">{text.sending}</p>}</div>
      <ProblemNote problem={problem} />
    </section>
  );
}

type Take = (file: File) => Promise<void>;

function Row({
  branch,
  scan: { id, day, by, type, number, state, sha256 },
  busy,
  replace,
}: {
  branch: string;
  scan: Scan;
  busy: boolean;
  replace: Take | undefined;
}) {
  const words = useWords();
  const text = useText(scansWords);
  const nameOf = useNames(branch);
  const kept = sayDay(day, words);
  return (
    <li data-scan={state}>
      <span className="said">
        {fill(text.kept, { day: kept, name: nameOf(by) })} · {text.type[type === 'application/pdf' ? 'pdf' : 'picture']}
        {number !== undefined && ` · ${fill(text.ofNumber, { n: number })}`}
        {state === 'superseded' && <span className="tag">{text.superseded}</span>}
        <span className="more">{fill(text.digest, { digest: sha256.slice(0, 16) })}</span>
      </span>
      <span className="acts">
        <a
          className="button"
          download
          href={`${pathOf('scan.show')}?${new URLSearchParams({ branch, id })}`}
          aria-label={fill(text.lookAt, { day: kept })}
        >
          {text.look}
        </a>
        {replace && state === 'kept' && (
          <FileButton
            id={`replace-${id}`}
            label={text.replace}
            name={fill(text.replaceOf, { day: kept })}
            busy={busy}
            take={replace}
          />
        )}
      </span>
    </li>
  );
}

/** A button by which a file is chosen and sent at once. */
function FileButton({
  id,
  label,
  name,
  busy,
  take,
}: {
  id: string;
  label: string;
  name?: string;
  busy: boolean;
  take: Take;
}) {
  return (
    <>
      <input
        id={id}
        type="file"
        className="unseen"
        accept={TYPES}
        disabled={busy}
        {...(name === undefined ? { 'aria-describedby': `${id}-hint` } : { 'aria-label': name })}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
      <label className="button" htmlFor={id}>
        {label}
      </label>
    </>
  );
}

/** Sends a file and says what came of it. */
function useSending() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const send = async (sending: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await sending();
      sayDone(done);
      await queries.invalidateQueries();
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : unreached());
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
