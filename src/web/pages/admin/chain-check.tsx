import { useState } from 'react';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { fill } from '#words/fill.ts';
import { adminWords } from '#words/web/admin.ts';

/** Checks the chain of an organisation 验链, and compares its head with one that was kept outside. */
export function ChainCheck({ branch }: { branch: string }) {
  const { records: text } = useText(adminWords);
  const [asked, setAsked] = useState(false);
  const [kept, setKept] = useState('');
  const { data, isFetching, error, refetch } = useRead('chain.verify', { branch }, { when: asked });
  const same = data?.head.toLowerCase().startsWith(kept.trim().toLowerCase()) === true && kept.trim().length >= 8;
  return (
    <section className="panel narrow">
      <h2>{text.chain}</h2>
      <p className="soft">{text.chainLead}</p>
      <p className="acts">
        <button
          type="button"
          disabled={isFetching}
          onClick={() => {
            if (asked) void refetch();
            setAsked(true);
          }}
        >
          {text.verify}
        </button>
      </p>
      <div role="status">
        {isFetching && <p>{text.verifying}</p>}
        {!isFetching && error && <p className="problem">{error.message}</p>}
        {!isFetching && data && (
          <>
            {data.sound && <p data-sound={data.events}>{fill(text.sound, { events: data.events })}</p>}
            {data.fault && <p className="late">{fill(text.broken, { event: data.fault.event })}</p>}
            {data.strays > 0 && <p className="late">{fill(text.strays, { n: data.strays })}</p>}
          </>
        )}
      </div>
      {data && !isFetching && (
        <>
          <p>
            {text.head} <span className="chain-head">{data.head}</span>
          </p>
          <Field label={text.headCompare} hint={text.headLead}>
            {(props) => (
              <input {...props} value={kept} maxLength={100} onChange={(event) => setKept(event.target.value)} />
            )}
          </Field>
          <p role="status" className={kept.trim() !== '' && !same ? 'late' : undefined}>
            {kept.trim() !== '' && (same ? text.headSame : text.headOther)}
          </p>
        </>
      )}
    </section>
  );
}
