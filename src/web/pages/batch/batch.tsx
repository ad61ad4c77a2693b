import './batch.css';
import '#web/pages/review/review.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { EMPTY_FACT, factOf } from '#web/pages/review/fact-form.ts';
import { useMay } from '#web/pages/review/may.ts';
import { queries, useRead, useSession } from '#web/query.ts';
import { sayDone } from '#web/ui/done.ts';
import { Field } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { batchWords } from '#words/web/batch.ts';
import { EnterOne } from './enter-one.tsx';
import { RowTable } from './row-table.tsx';
import { callsOf, type Row, rowsOf } from './rows.ts';
import { readSentence } from './sentence.ts';
import { Waiting } from './waiting.tsx';

/** Batch entry 批量录入: one sentence becomes proposed lines, which are checked and then entered. */
export function Page() {
  const batch = useText(batchWords);
  const { branch = '' } = useParams({ strict: false });
  const may = useMay(branch);
  return (
    <>
      <div className="head">
        <Title text={batch.title} />
        <p className="lead">{batch.lead}</p>
      </div>
      {may('declaration.batch') && <OneSentence branch={branch} />}
      {may('declaration.enter') && <EnterOne branch={branch} />}
      <Waiting branch={branch} />
    </>
  );
}

/** Whom something can be entered for. */
function hereOf(names: AnswerOf<'member.list'> | undefined) {
  return (names?.members ?? []).filter(
    ({ standing }) => standing !== undefined && !['transferred', 'deceased'].includes(standing),
  );
}

/** What can be entered: what is deducted is proposed and heard, and opening points come from their sheet. */
function enteredOf(list: AnswerOf<'item.list'> | undefined) {
  return (list?.items ?? []).filter(({ deduction, opening }) => !deduction && !opening);
}

type Draft = { readonly text: string; readonly rows: readonly Row[]; readonly unread: readonly string[] };

function OneSentence({ branch }: { branch: string }) {
  const { ui } = useWords();
  const batch = useText(batchWords);
  const marks = useMarks();
  const { today } = useSession();
  const askedNames = useRead('member.list', { branch });
  const askedItems = useRead('item.list', { branch });
  const [{ text, rows, unread }, change, forget] = useDraft<Draft>(`batch:${branch}`, {
    text: '',
    rows: [],
    unread: [],
  });
  const [nobody, setNobody] = useState(false);
  const [run, setRun] = useState<{ readonly done: number; readonly all: number }>();
  const { run: act, busy, waits, problem } = useAct();
  const here = hereOf(askedNames.data);
  const items = enteredOf(askedItems.data);
  const unchosen = rows.filter(({ who }) => who === '').length;
  const unfilled = rows.filter(
    (row) =>
      'fault' in
      factOf(
        row,
        items.find(({ id }) => id === row.item),
      ),
  ).length;
  const take = async (): Promise<void> => {
    // Over a slow network the sentence may be there before the names are.
    const names = askedNames.data ?? (await askedNames.refetch()).data;
    const list = askedItems.data ?? (await askedItems.refetch()).data;
    if (!names || !list) return;
    const said = readSentence(text, { members: hereOf(names), items: enteredOf(list), today });
    setNobody(said.people.length === 0);
    const from = Math.max(0, ...rows.map(({ key }) => key)) + 1;
    change({
      rows: [...rows, ...rowsOf(said, from)],
      unread: said.unread,
      ...(said.people.length > 0 && { text: '' }),
    });
  };
  const propose = async (): Promise<void> => {
    let left = rows;
    let done = 0;
    setRun({ done, all: rows.length });
    for (const { subjects, rows: inside } of callsOf(rows, items)) {
      const [row] = inside;
      const fact =
        row &&
        factOf(
          row,
          items.find(({ id }) => id === row.item),
        );
      if (!fact || 'fault' in fact) continue;
      const answer = await act('declaration.batch', { branch, subjects: [...subjects], fact }, { quiet: true });
      // What was refused stays in the table with what was written.
      if (!answer) break;
      left = left.filter((one) => !inside.includes(one));
      done += subjects.length;
      setRun({ done, all: rows.length });
      change({ rows: left });
    }
    setRun(undefined);
    if (done > 0) sayDone(fill(batch.done, { n: done }));
    if (left.length === 0) forget();
    await queries.invalidateQueries();
  };
  return (
    <section className="card">
      <form
        className="sentence"
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <Field label={batch.sentence} hint={batch.hint} error={nobody ? batch.nobody : undefined}>
          {(props) => (
            <input
              {...props}
              lang="zh-CN"
              autoComplete="off"
              maxLength={2000}
              value={text}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
        <button type="submit" className={rows.length === 0 ? 'main' : ''} disabled={text.trim() === ''}>
          {batch.read}
        </button>
      </form>
      <div role="status">
        {unread.length > 0 && <p className="waits-note">{fill(batch.unread, { words: unread.join(marks.list) })}</p>}
      </div>
      {rows.length === 0 ? (
        <p className="soft">{batch.empty}</p>
      ) : (
        <>
          <RowTable rows={rows} people={here} items={items} change={(next) => change({ rows: next })} />
          <p className="acts">
            <button
              type="button"
              onClick={() =>
                change({
                  rows: [
                    ...rows,
                    {
                      ...EMPTY_FACT,
                      ...rows.at(-1),
                      key: Math.max(0, ...rows.map(({ key }) => key)) + 1,
                      who: '',
                      could: [],
                    },
                  ],
                })
              }
            >
              {batch.otherwise}
            </button>
            <button
              type="button"
              className="main"
              disabled={busy || run !== undefined || unchosen > 0 || unfilled > 0}
              onClick={() => void propose()}
            >
              {fill(batch.propose, { n: rows.length })}
            </button>
          </p>
          <div role="status">
            {unchosen > 0 && <p className="problem">{fill(batch.missing.who, { n: unchosen })}</p>}
            {unchosen === 0 && unfilled > 0 && <p className="problem">{fill(batch.missing.fact, { n: unfilled })}</p>}
            {run && (
              <>
                <progress max={run.all} value={run.done} aria-label={batch.title} />
                <p>{fill(batch.running, { n: run.done, all: run.all })}</p>
              </>
            )}
            {waits && <p className="waits-note">{ui.reaching}</p>}
          </div>
          <ProblemNote problem={problem} />
        </>
      )}
    </section>
  );
}
