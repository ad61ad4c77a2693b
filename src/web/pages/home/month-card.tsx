import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { read } from '#web/call.ts';
import { useText, useWords } from '#web/lang.ts';
import { ClaimText, Worth } from '#web/pages/my/claim-text.tsx';
import { toTitle } from '#web/pages/my/to-title.ts';
import { useRead, useSession } from '#web/query.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayMonthOf } from '#words/my.ts';
import { homeWords } from '#words/web/my-home.ts';

type Month = AnswerOf<'month.list'>['months'][number];

/** The months that are open, each with what was recorded and one press to confirm it 本月确认. */
export function OpenMonths() {
  const { home } = useSession();
  const { data } = useRead('month.list', { branch: home });
  const open = (data?.months ?? []).filter(({ state }) => state === 'open' || state === 'reopened');
  return open.toReversed().map((month) => <MonthCard key={month.id} month={month} />);
}

function MonthCard({ month }: { month: Month }) {
  const home = useText(homeWords);
  const words = useWords();
  const { home: branch, person } = useSession();
  const { run, busy, waits, problem } = useAct();
  // The lines and their month are confirmed by one press: between them nothing can be pressed again.
  const [confirming, setConfirming] = useState(false);
  const { data } = useRead('declaration.list', { branch, member: person, month: month.id });
  const lines = (data?.rows ?? []).filter(({ subject }) => subject === person);
  // What the committee proposes is heard, not confirmed.
  const proposed = lines.filter(({ state, origin }) => state === 'proposed' && origin !== 'proposed');
  // Its days are counted in the opening points: there is nothing to add.
  if (proposed.length === 0 && lines.some(({ origin }) => origin === 'opening')) return null;
  const name = sayMonthOf(month.id, words);
  const confirmAll = async () => {
    for (const { id, revision } of proposed)
      if (!(await run('declaration.confirm', { branch, id, readBack: true }, { revision, quiet: true }))) return;
    // Everybody confirms the same month: its revision is the one of this moment.
    const { months } = await read('month.list', { branch }).catch(() => ({ months: [month] }));
    const { revision } = months.find(({ id }) => id === month.id) ?? month;
    const done = fill(home.monthConfirmed, { month: name });
    if (await run('month.confirm', { branch, id: month.id, member: person }, { revision, done })) toTitle();
  };
  const confirm = () => {
    setConfirming(true);
    void confirmAll().finally(() => setConfirming(false));
  };
  return (
    <section className="card month" aria-label={name}>
      <h2>
        {name}
        {month.confirmed && proposed.length === 0 && <span className="tag">{home.monthDone}</span>}
      </h2>
      {data &&
        (proposed.length === 0 ? (
          !month.confirmed && <p className="soft">{home.monthEmpty}</p>
        ) : (
          <>
            <p>{fill(home.monthLead, { n: proposed.length })}</p>
            <ul className="rows">
              {proposed.map(({ id, fact, points }) => (
                <li key={id}>
                  <Link to="/my/line/$id" params={{ id }} className="row">
                    <span className="name">
                      <ClaimText claim={fact} />
                    </span>
                    {points !== undefined && <Worth points={points} />}
                  </Link>
                </li>
              ))}
            </ul>
            <p className="hint">{home.monthOther}</p>
          </>
        ))}
      {(!month.confirmed || proposed.length > 0) && (
        <>
          <ProblemNote problem={problem} />
          <WaitsNote waits={waits} />
          <p className="acts">
            <button type="button" className="main" disabled={busy || confirming || !data} onClick={confirm}>
              {home.monthConfirm}
            </button>
            <Link to="/my/declare" className="button">
              {home.monthAdd}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
