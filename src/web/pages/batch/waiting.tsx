import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import type { ItemAnswer } from '#web/pages/review/item.ts';
import { useMay } from '#web/pages/review/may.ts';
import { SayFact } from '#web/pages/review/say-fact.tsx';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { batchWords } from '#words/web/batch.ts';

type Line = AnswerOf<'declaration.list'>['rows'][number];

/** What was entered and is not confirmed yet 待确认; the recorder reads it back and confirms. */
export function Waiting({ branch }: { branch: string }) {
  const batch = useText(batchWords);
  const may = useMay(branch);
  const { data: list } = useRead('item.list', { branch });
  const query = useRead('declaration.list', { branch, state: 'proposed', limit: 500 });
  return (
    <section className="waiting-lines">
      <h2>{batch.waiting}</h2>
      <Asked query={query}>
        {({ rows }) => {
          const entered = rows.filter(({ origin }) => origin !== 'proposed');
          if (entered.length === 0) return <p className="lead">{batch.waitingNone}</p>;
          return (
            <>
              {!may('declaration.confirm') && <p className="soft">{batch.onlyRecorder}</p>}
              <ul className="cards">
                {entered.map((line) => (
                  <Entered
                    key={line.id}
                    branch={branch}
                    line={line}
                    item={list?.items.find(({ id }) => id === line.fact.item)}
                  />
                ))}
              </ul>
              <ListLinks branch={branch} list="entered" />
            </>
          );
        }}
      </Asked>
    </section>
  );
}

function Entered({ branch, line, item }: { branch: string; line: Line; item: ItemAnswer | undefined }) {
  const batch = useText(batchWords);
  const names = useNames(branch);
  const may = useMay(branch);
  const [read, setRead] = useState(false);
  const { run, busy, problem } = useAct();
  const about = { who: names(line.subject), item: item?.label ?? '' };
  const { id, revision } = line;
  return (
    <li className="card">
      <p>
        <b lang="zh-CN">{about.who}</b> <span lang="zh-CN">{about.item}</span> ·{' '}
        <SayFact fact={line.fact} item={item} />
      </p>
      {may('declaration.confirm') && (
        <label className="tick">
          <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />
          <span>{batch.readBack}</span>
        </label>
      )}
      <ProblemNote problem={problem} />
      <p className="acts">
        {may('declaration.confirm') && (
          <button
            type="button"
            disabled={busy || !read}
            onClick={() =>
              void run(
                'declaration.confirm',
                { branch, id, readBack: read },
                {
                  revision,
                  done: fill(batch.confirmed, about),
                  undo: (answer) => ({
                    action: 'declaration.undo',
                    input: { branch, id },
                    revision: answer.revision,
                  }),
                },
              )
            }
          >
            {batch.confirm}
          </button>
        )}
        {may('declaration.discard') && (
          <button
            type="button"
            className="bare"
            disabled={busy}
            onClick={() =>
              void run(
                'declaration.discard',
                { branch, id },
                {
                  revision,
                  done: fill(batch.discarded, about),
                },
              )
            }
          >
            {batch.discard}
          </button>
        )}
      </p>
    </li>
  );
}
