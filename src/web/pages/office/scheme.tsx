import { Mixed } from '#web/ui/mixed.tsx';
import './office.css';
import './scheme.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { textOf } from '#web/content.ts';
import { useLang, useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { schemeWords } from '#words/web/office-scheme.ts';
import { useHere } from './here.ts';
import { SchemeDraft } from './scheme-draft.tsx';
import { SchemeUnderWay } from './scheme-under-way.tsx';

/** A version that is still to be decided on or to begin. */
const UNDER_WAY = ['draft', 'checked', 'adopted'];

/** The scheme 方案: what is in force, in plain words and as text, and the next version on its way (§二(一), product §3.1). */
export function Page() {
  const say = useText(schemeWords);
  const { branch, holds } = useHere();
  const text = useRead('scheme.text', { branch });
  const matters = useRead('scheme.show', { branch });
  const [editing, setEditing] = useState<string>();
  const may = holds('committee', 'secretary');
  return (
    <>
      <div className="head">
        <Title text={say.title} />
        <p className="lead">{say.lead}</p>
      </div>
      <div className="stack">
        <Asked query={text}>{(scheme) => <InForce scheme={scheme} branch={branch} />}</Asked>
        <Asked query={matters}>
          {({ matters: all }) => {
            const open = all.filter(({ state }) => UNDER_WAY.includes(state));
            const edited = open.find(({ id }) => id === editing);
            return (
              <>
                <h2>{say.drafts}</h2>
                {open.length === 0 && <p className="soft">{say.noDrafts}</p>}
                {open.map((one) => (
                  <SchemeUnderWay key={one.id} matter={one} edit={() => setEditing(one.id)} />
                ))}
                {may && (
                  <section className="card">
                    <h2>{edited ? say.edit : say.draft.title}</h2>
                    <SchemeDraft
                      key={edited ? `${edited.id} ${edited.revision}` : 'new'}
                      edited={edited}
                      inForce={text.data?.source}
                      close={() => setEditing(undefined)}
                    />
                  </section>
                )}
              </>
            );
          }}
        </Asked>
      </div>
    </>
  );
}

function InForce({ scheme, branch }: { scheme: AnswerOf<'scheme.text'>; branch: string }) {
  const words = useWords();
  const lang = useLang();
  const say = useText(schemeWords);
  const lines = useQuery({
    queryKey: ['scheme-words', scheme.version, lang],
    queryFn: async () => (await import('./scheme-words.ts')).schemeLines(scheme.document, lang) ?? [],
    staleTime: Number.POSITIVE_INFINITY,
  });
  const day = (text: string): string => sayDay(text, words);
  return (
    <section className="card">
      <h2>{say.now}</h2>
      <p>
        <b lang="zh-CN">{textOf(scheme.document['title'])}</b>{' '}
        <span className="soft">{fill(say.version, { n: scheme.version, day: day(scheme.effective) })}</span>
      </p>
      <details className="form">
        <summary>{say.words}</summary>
        <Asked query={lines}>
          {(all) => (
            <div className="scheme-words">
              {all.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, which never changes
                <p key={at}>
                  <Mixed text={line} />
                </p>
              ))}
            </div>
          )}
        </Asked>
      </details>
      <details className="form">
        <summary>{say.text}</summary>
        <pre className="scheme-text" lang="zh-CN">
          {scheme.source}
        </pre>
      </details>
      {scheme.versions.length > 1 && (
        <details className="form">
          <summary>{say.older}</summary>
          <ul className="rows">
            {scheme.versions.map((one) => (
              <li key={one.version}>
                <span lang="zh-CN">{one.title}</span>
                <span className="soft">{fill(say.version, { n: one.version, day: day(one.effective) })}</span>
                {one.inForce && <span className="tag">{say.inForce}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <ListLinks branch={branch} list="schemes" label={say.exported} />
    </section>
  );
}
