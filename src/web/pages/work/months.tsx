import './work.css';
import '#web/pages/review/review.css';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { dayAfter } from '#domain/calendar/civil-day.ts';
import { parsePeriod } from '#domain/kernel/day.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useMay } from '#web/pages/review/may.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { Wide } from '#web/ui/wide.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { reviewWords, sayMonth } from '#words/web/review.ts';
import { workWords } from '#words/web/work.ts';
import { Quarters } from './quarters.tsx';

type Month = AnswerOf<'month.list'>['months'][number];

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const REVIEWED = ['accepted', 'adjusted', 'declined', 'referred'];

/** Months and quarters at a glance 月度、季度一览, with what can be done to each. */
export function Page() {
  const { months: words } = useText(workWords);
  const { branch = '' } = useParams({ strict: false });
  const { today } = useSession();
  const [year, setYear] = useState(today.slice(0, 4));
  const query = useRead('month.list', { branch, year });
  const { data: names } = useRead('member.list', { branch });
  const people = (names?.members ?? []).filter(
    ({ standing }) => standing !== undefined && !['transferred', 'deceased'].includes(standing),
  ).length;
  const years = [Number(today.slice(0, 4)), Number(today.slice(0, 4)) - 1].map(String);
  return (
    <>
      <div className="head">
        <Title text={words.title} />
      </div>
      <Field label={words.year}>
        {(props) => (
          <select {...props} className="short" value={year} onChange={(event) => setYear(event.target.value)}>
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
      <Asked query={query}>
        {({ months }) => (
          <>
            {months.length === 0 && <p className="lead">{words.empty}</p>}
            <Quarters branch={branch} year={year} months={months} />
            <Wide label={words.caption}>
              <table className="table months">
                <caption>{words.caption}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.month}</th>
                    <th scope="col">{words.state}</th>
                    <th scope="col" className="n">
                      {words.confirmed}
                    </th>
                    <th scope="col" className="n">
                      {words.waiting}
                    </th>
                    <th scope="col" className="n">
                      {words.reviewed}
                    </th>
                    <th scope="col" className="n">
                      {words.determined}
                    </th>
                    <th scope="col">{words.act}</th>
                  </tr>
                </thead>
                <tbody>
                  {MONTHS.map((at) => `${year}-${at}`).map((id) => (
                    <Row
                      key={id}
                      branch={branch}
                      id={id}
                      month={months.find((one) => one.id === id)}
                      people={people}
                      today={today}
                    />
                  ))}
                </tbody>
              </table>
            </Wide>
            {months.length > 0 && (
              <>
                <ListLinks branch={branch} list="months" year={year} />
                <ListLinks branch={branch} list="lines" year={year} label={words.lines} />
              </>
            )}
          </>
        )}
      </Asked>
    </>
  );
}

function Row({
  branch,
  id,
  month,
  people,
  today,
}: {
  branch: string;
  id: string;
  month: Month | undefined;
  people: number;
  today: string;
}) {
  const common = useWords();
  const review = useText(reviewWords);
  const { months: words } = useText(workWords);
  const may = useMay(branch);
  const { run, busy, problem } = useAct();
  const [reopening, setReopening] = useState(false);
  const lines = month?.lines ?? {};
  const sum = (states: readonly string[]): number => states.reduce((all, state) => all + (lines[state] ?? 0), 0);
  const waiting = sum(['submitted', 'in-review', 'proposed']);
  const said = { month: sayMonth(id, review) };
  const open = month?.state === 'open' || month?.state === 'reopened';
  const count = (n: number): string => (month ? String(n) : '');
  // A month is closed once it is over (product §3.4): before, its row says from when.
  const last = parsePeriod(id)?.to ?? today;
  return (
    <tr data-month={id}>
      <th scope="row">{sayMonth(id, review)}</th>
      <td>
        <span className={`state ${month?.state ?? ''}`}>{words.states[month?.state ?? 'none']}</span>
      </td>
      <td className="n">
        {month?.confirmations !== undefined && fill(words.confirmedOf, { n: month.confirmations, of: people })}
      </td>
      <td className="n">{count(waiting)}</td>
      <td className="n">{count(sum(REVIEWED))}</td>
      <td className="n">{count(sum(['determined', 'rejected', 'reversed']))}</td>
      <td>
        <div className="acts">
          {!month && id <= today.slice(0, 7) && may('month.open') && (
            <button
              type="button"
              disabled={busy}
              onClick={() => void run('month.open', { branch, month: id }, { done: fill(words.opened, said) })}
            >
              {words.open}
            </button>
          )}
          {open && waiting > 0 && (
            <Link className="button" to={`/desk/${branch}/review`}>
              {words.review}
            </Link>
          )}
          {open && last < today && may('month.close') && (
            <button
              type="button"
              disabled={busy}
              onClick={() =>
                void run('month.close', { branch, id }, { revision: month.revision, done: fill(words.closed, said) })
              }
            >
              {words.close}
            </button>
          )}
          {month?.state === 'closed' && may('month.reopen') && (
            <button type="button" className="bare" onClick={() => setReopening(true)}>
              {words.reopen}
            </button>
          )}
        </div>
        {open && last >= today && (
          <p className="soft">{fill(words.closeFrom, { day: sayDay(dayAfter(last), common) })}</p>
        )}
        <ProblemNote problem={problem} />
        {reopening && month && <Reopen branch={branch} month={month} close={() => setReopening(false)} />}
      </td>
    </tr>
  );
}

/** A closed month is reopened with a reason, by two persons 重开 (product §3.9). */
function Reopen({ branch, month, close }: { branch: string; month: Month; close: () => void }) {
  const { ui } = useWords();
  const review = useText(reviewWords);
  const { months: words, reason } = useText(workWords);
  const [form, change, forget] = useDraft(`month.reopen:${month.id}`, { reason: '' });
  const { run, busy, waits, problem } = useAct();
  const said = { month: sayMonth(month.id, review) };
  return (
    <Dialog title={fill(words.reopenTitle, said)} onClose={close}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const done = fill(words.reopened, said);
          const input = { branch, id: month.id, reason: form.reason };
          if (!(await run('month.reopen', input, { revision: month.revision, done }))) return;
          forget();
          close();
        }}
      >
        <p>{words.reopenLead}</p>
        <Field label={reason} error={problem?.message}>
          {(props) => (
            <textarea {...props} value={form.reason} onChange={(event) => change({ reason: event.target.value })} />
          )}
        </Field>
        <WaitsNote waits={waits} />
        <p className="acts">
          <button type="submit" className="main" disabled={busy}>
            {words.reopen}
          </button>
          <button type="button" onClick={close}>
            {ui.back}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
