import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { textOf } from '#web/content.ts';
import { useDraft } from '#web/draft.ts';
import { useLang, useText } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { schemeWords } from '#words/web/office-scheme.ts';
import { ActNotes } from './act-form.tsx';
import { useHere } from './here.ts';

/** Writes a version of the scheme 起草方案: from a file, pasted, or from the one in force; what is wrong is named with its line. */
export function SchemeDraft({
  edited,
  inForce,
  close,
}: {
  edited: AnswerOf<'scheme.show'>['matters'][number] | undefined;
  inForce: string | undefined;
  close: () => void;
}) {
  const lang = useLang();
  const { draft: say } = useText(schemeWords);
  const { branch } = useHere();
  const id = useId();
  const acting = useAct();
  const [{ title, source }, change, forget] = useDraft(`scheme:${edited?.id ?? branch}`, {
    title: textOf(edited?.content['title']),
    source: textOf(edited?.content['source']),
  });
  const [tried, setTried] = useState(false);
  const typed = useDeferredValue(source);
  const read = useQuery({
    queryKey: ['scheme-read', typed, lang],
    queryFn: async () => (await import('./read-scheme.ts')).readScheme(typed, lang, say.unreadable),
    enabled: typed.trim() !== '',
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const found = typed.trim() === '' ? undefined : read.data;
  const name = title.trim() === '' ? (found?.title ?? '') : title.trim();
  const wrongText = source.trim() === '' ? say.noText : found && !found.document ? say.cannotRead : undefined;
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const { readScheme } = await import('./read-scheme.ts');
        const { document } = readScheme(source, lang, say.unreadable);
        setTried(!document || name === '');
        if (!document || name === '') return;
        const input = { branch, title: name, source, document };
        const answer = edited
          ? await acting.run('scheme.edit', { ...input, id: edited.id }, { revision: edited.revision, done: say.done })
          : await acting.run('scheme.draft', input, { done: say.done });
        if (!answer) return;
        forget();
        close();
      }}
    >
      <p className="soft">{say.text}</p>
      <p className="acts">
        <input
          id={`${id}-file`}
          className="unseen"
          type="file"
          accept=".yaml,.yml,text/yaml,text/plain"
          onChange={async (event) => {
            const text = await event.target.files?.[0]?.text();
            if (text !== undefined) change({ source: text.replace(/^\ufeff/, '') });
            event.target.value = '';
          }}
        />
        <label className="button" htmlFor={`${id}-file`}>
          {say.file}
        </label>
        {inForce !== undefined && source === '' && (
          <button type="button" onClick={() => change({ source: inForce })}>
            {say.from}
          </button>
        )}
      </p>
      <Field label={say.name} error={tried && name === '' ? say.noName : undefined}>
        {(props) => (
          <input
            {...props}
            maxLength={200}
            value={title}
            placeholder={found?.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={say.source} error={tried ? wrongText : undefined}>
        {(props) => (
          <textarea
            {...props}
            className="scheme-source"
            lang="zh-CN"
            spellCheck={false}
            maxLength={500_000}
            rows={16}
            value={source}
            onChange={(event) => change({ source: event.target.value })}
          />
        )}
      </Field>
      <div role="status">
        {typed.trim() !== '' && !found && <p className="soft">{say.checking}</p>}
        {found && (
          <>
            <p className={found.faults.length === 0 ? 'soft' : ''}>
              {found.faults.length === 0 ? say.clean : fill(say.found, { n: found.faults.length })}
            </p>
            <ul className="rows faults">
              {found.faults.slice(0, 50).map(({ line, severity, where, what }) => (
                <li key={`${line} ${where} ${what}`}>
                  <b>{fill(say.line, { line })}</b>
                  <span className="tag">{severity}</span>
                  <span>{what}</span>
                  {where !== '' && <span className="soft">{where}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {edited ? say.edit : say.send}
        </button>
      </p>
      <ActNotes acting={acting} />
    </form>
  );
}
