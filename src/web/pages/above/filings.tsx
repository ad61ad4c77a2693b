import './above.css';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { read } from '#web/call.ts';
import { useText, useWords } from '#web/lang.ts';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { sayDay } from '#words/my.ts';
import { aboveWords } from '#words/web/above.ts';
import { filingOf } from './filing.ts';
import { StateTag } from './state-tag.tsx';
import { useSuperior } from './superior.ts';

/** So many branches are asked at once. */
const STEP = 40;
/** What is to be acted on stands first. */
const ORDER = ['sent', 'approved', 'returned', 'drafted', 'archived'];

/** The filings of all branches below 备案: what waits for the superior first. */
export function Page() {
  const words = useWords();
  const { filings: text, states } = useText(aboveWords);
  const { id: superior, branches } = useSuperior();
  const [most, setMost] = useState(STEP);
  const asked = branches.slice(0, most);
  const answers = useQueries({
    queries: asked.map(({ id: branch }) => ({
      queryKey: ['filing.show', { branch }],
      queryFn: () => read('filing.show', { branch }),
    })),
  });
  const rows = answers
    .flatMap(({ data }, at) => rowsOf(data, asked[at]))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.year < b.year ? 1 : -1));
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      {answers.some(({ isPending }) => isPending) && (
        <p className="waiting" role="status">
          {words.ui.loading}
        </p>
      )}
      {rows.length === 0 && answers.every(({ isPending }) => !isPending) && <p>{text.none}</p>}
      <ul className="matters">
        {rows.map(({ branch, name, id, year, state, day }) => (
          <li key={id}>
            <div className="top-line">
              <h2 lang="zh-CN">{name}</h2>
              <span>{text.one.replace('{year}', year)}</span>
              <StateTag text={states[state] ?? state} grave={state === 'sent'} />
            </div>
            <div className="top-line">
              {day !== undefined && (
                <span className="soft">
                  {text.day} <time dateTime={day}>{sayDay(day, words)}</time>
                </span>
              )}
              <Link className="button" to={`/above/filings/${branch}/${id}`}>
                {text.open}
                <span className="unseen" lang="zh-CN">
                  {name}
                </span>
              </Link>
            </div>
          </li>
        ))}
      </ul>
      {rows.length > 0 && <ListLinks branch={superior} list="filings" />}
      {branches.length > most && (
        <button type="button" onClick={() => setMost(most + STEP)}>
          {text.more}
        </button>
      )}
    </>
  );
}

function rowsOf(data: AnswerOf<'filing.show'> | undefined, at: { id: string; name: string } | undefined) {
  if (!data || !at) return [];
  return data.matters.map((matter) => {
    const { id, state, year, rounds } = filingOf(matter);
    return { branch: at.id, name: at.name, id, state, year, day: rounds.at(-1)?.day };
  });
}
