import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { isShownHere, SecondContent } from '#web/pages/import/second.tsx';
import { useMay } from '#web/pages/review/may.ts';
import { useNames } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { reviewWords } from '#words/web/review.ts';
import { sayWork } from '#words/web/say-work.ts';
import { workWords } from '#words/web/work.ts';
import { whereOf } from './where.ts';

type Row = AnswerOf<'work.list'>['rows'][number];

/** One row of the work list 待办事项: a sentence, by when, and one press or one link to where it is done. */
export function WorkRow({ branch, row }: { branch: string; row: Row }) {
  const common = useWords();
  const words = useText(workWords);
  const marks = useMarks();
  const review = useText(reviewWords);
  const names = useNames(branch);
  const { kind, title = '', who, owedBy, due, provisional, late, since } = row;
  const second = kind === 'second-confirm';
  const { sentence, what } = sayWork(row, { work: words, review, marks, name: names(who) });
  const to = whereOf(row.at ?? branch, row);
  const day = due === undefined ? undefined : sayDay(due, common);
  return (
    <li data-kind={kind}>
      <div>
        <p>
          <Mixed text={sentence} />
        </p>
        <p className="soft">
          <Mixed text={fill(words.owed[owedBy], { who: names(who) })} /> ·{' '}
          {day === undefined ? (
            fill(words.since, { day: sayDay(since, common) })
          ) : (
            <span className={late ? 'due-late' : ''}>
              {fill(provisional === true ? common.ui.dueProvisional : common.ui.due, { day })}
            </span>
          )}
        </p>
        {second && row.owedTo !== undefined && (
          <p className="soft">
            <Mixed
              text={fill(title === '' ? words.askedBy : words.askedWhy, { who: names(row.owedTo), reason: title })}
            />
          </p>
        )}
      </div>
      {kind === 'second-confirm' && owedBy === 'me' ? (
        <Second branch={branch} row={row} what={what} />
      ) : kind === 'hearing-serve' ? (
        <Serve branch={branch} row={row} />
      ) : kind === 'line-verify' && owedBy === 'me' ? (
        <Verify branch={branch} row={row} />
      ) : (
        to !== undefined && (
          <p className="acts">
            <Link
              className="button"
              to={to}
              aria-label={`${owedBy === 'me' ? words.go : words.look}${marks.colon}${sentence}`}
            >
              {owedBy === 'me' ? words.go : words.look}
            </Link>
          </p>
        )
      )}
    </li>
  );
}

/** What another has asked for is confirmed or given back in the row itself 双人办理. */
function Second({ branch, row, what }: { branch: string; row: Row; what: string }) {
  const words = useText(workWords);
  const [refusing, setRefusing] = useState(false);
  const [form, change, forget] = useDraft(`second:${row.id}`, { reason: '' });
  const confirm = useAct();
  const refuse = useAct();
  const { id, revision } = row;
  return (
    <div>
      {isShownHere(row.action) && <SecondContent branch={branch} id={id} />}
      <p className="acts">
        <button
          type="button"
          className="main"
          disabled={confirm.busy}
          onClick={() =>
            void confirm.run('second.confirm', { branch, id }, { revision, done: fill(words.confirmed, { what }) })
          }
        >
          {words.confirm}
        </button>
        <button type="button" onClick={() => setRefusing(!refusing)} aria-expanded={refusing}>
          {words.refuse}
        </button>
        {row.about?.noun === 'line' && (
          <Link className="next" to={`/desk/${branch}/line/${row.about.id}`}>
            {words.trace.title}
          </Link>
        )}
      </p>
      <ProblemNote problem={confirm.problem} />
      {refusing && (
        <form
          onSubmit={async (event) => {
            event.preventDefault();
            const done = fill(words.refused, { what });
            if (await refuse.run('second.refuse', { branch, id, reason: form.reason }, { revision, done })) forget();
          }}
        >
          <Field label={words.reason} error={refuse.problem?.message}>
            {(props) => (
              <input {...props} value={form.reason} onChange={(event) => change({ reason: event.target.value })} />
            )}
          </Field>
          <button type="submit" disabled={refuse.busy}>
            {words.refuse}
          </button>
        </form>
      )}
    </div>
  );
}

/** The member is told in one press 告知. */
function Serve({ branch, row }: { branch: string; row: Row }) {
  const words = useText(workWords);
  const may = useMay(branch);
  const { run, busy, problem } = useAct();
  const line = row.noun === 'line' ? row.id : row.about?.id;
  if (line === undefined || !may('hearing.serve')) return null;
  return (
    <div>
      <p className="acts">
        <button
          type="button"
          className="main"
          disabled={busy}
          onClick={() => void run('hearing.serve', { branch, line }, { done: words.served })}
        >
          {words.serve}
        </button>
      </p>
      <ProblemNote problem={problem} />
    </div>
  );
}

/** The named verifier says that what was reported is so 核实; whoever reported it is not shown here. */
function Verify({ branch, row }: { branch: string; row: Row }) {
  const words = useText(workWords);
  const { run, busy, problem } = useAct();
  const { id, revision } = row;
  return (
    <div>
      <p className="acts">
        <button
          type="button"
          className="main"
          disabled={busy}
          onClick={() => void run('declaration.verify', { branch, id }, { revision, done: words.verified })}
        >
          {words.verify}
        </button>
        <Link className="next" to={`/desk/${branch}/line/${id}`}>
          {words.trace.title}
        </Link>
      </p>
      <ProblemNote problem={problem} />
    </div>
  );
}
