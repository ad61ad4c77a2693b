import { useId, useState } from 'react';
import { MOST_IMPORTED } from '#contract/file-size.ts';
import { pathOf } from '#contract/path.ts';
import { useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { fill } from '#words/fill.ts';
import { importWords } from '#words/web/import.ts';

/** What is to be read: which kind of table, from which day changes hold, of opening points up to which day and who kept the table, the file. */
export type Chosen = {
  readonly kind: ImportReadKind;
  readonly from: string;
  readonly until: string;
  readonly keeper: string;
  readonly file: File;
};

const KINDS = ['roster', 'facts', 'points'] as const;
type ImportReadKind = (typeof KINDS)[number];

/** Where kind and file are chosen 选择文件; the file can be dropped as well. */
export function FileForm({ branch, busy, read }: { branch: string; busy: boolean; read: (chosen: Chosen) => void }) {
  const say = useText(importWords);
  const id = useId();
  const { today } = useSession();
  const [kind, setKind] = useState<Chosen['kind']>('roster');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [keeper, setKeeper] = useState('');
  const [file, setFile] = useState<File>();
  const [over, setOver] = useState(false);
  // A server stops listening to a body that is too large, which would look like a lost network.
  const large = file !== undefined && file.size > MOST_IMPORTED;
  const template = `${pathOf('import.template')}?${new URLSearchParams({ branch, kind }).toString()}`;
  return (
    <form
      className={over ? 'card import-file over' : 'card import-file'}
      onSubmit={(event) => {
        event.preventDefault();
        if (file) read({ kind, from, until, keeper: keeper.trim(), file });
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [dropped] = event.dataTransfer.files;
        if (dropped) setFile(dropped);
      }}
    >
      <Choice
        label={say.kind}
        value={kind}
        options={KINDS.map((one) => ({
          value: one,
          label: say.kinds[one],
          more: say.about[one],
        }))}
        onChange={setKind}
      />
      <div className={large ? 'field wrong' : 'field'}>
        <p className="import-label">{say.file}</p>
        <p className="hint" id={`${id}-hint`}>
          {say.fileHint}
        </p>
        <p className="acts">
          <input
            id={id}
            className="unseen"
            type="file"
            accept=".xlsx,.xls,.et,.csv"
            aria-describedby={large ? `${id}-hint ${id}-large` : `${id}-hint`}
            aria-invalid={large || undefined}
            onChange={(event) => setFile(event.target.files?.[0])}
          />
          <label className="button" htmlFor={id}>
            {say.choose}
          </label>
          <span role="status">{file ? <b>{file.name}</b> : <span className="soft">{say.noFile}</span>}</span>
        </p>
        {large && (
          <p className="problem" role="alert" id={`${id}-large`}>
            {fill(say.tooLarge, { most: MOST_IMPORTED / 1024 / 1024 })}
          </p>
        )}
      </div>
      {kind === 'roster' && (
        <Field label={say.from} hint={say.fromHint}>
          {(props) => (
            <input {...props} type="date" value={from} required onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
      )}
      {kind === 'points' && (
        <>
          <Field label={say.upTo} hint={say.upToHint}>
            {(props) => (
              <input
                {...props}
                type="date"
                value={until}
                max={today}
                required
                onChange={(event) => setUntil(event.target.value)}
              />
            )}
          </Field>
          <Field label={say.keeper} hint={say.keeperHint}>
            {(props) => (
              <input
                {...props}
                value={keeper}
                maxLength={100}
                required
                onChange={(event) => setKeeper(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
      <p className="acts">
        <button type="submit" className="main" disabled={busy || !file || large}>
          {say.read}
        </button>
        <a href={template} download>
          {say.template}
        </a>
      </p>
    </form>
  );
}
