import './meeting.css';
import { Link, useParams } from '@tanstack/react-router';
import type { AnswerOf, InputOf } from '#contract/api.ts';
import { textOf } from '#web/content.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { paperWords } from '#words/web/meeting-paper.ts';
import { sayMeeting, sayQuarter } from './say.ts';
import { useHands } from './sitting.ts';

type Matter = AnswerOf<'register.show'>['matters'][number];

/** Registers and minutes 登记表与会议记录: drawn, mended, sealed, signed and printed, by quarter and meeting. */
export function Page() {
  const { branch = '' } = useParams({ strict: false });
  const p = useText(paperWords);
  const registers = useRead('register.show', { branch });
  const meetings = useRead('assembly.show', { branch });
  return (
    <>
      <div className="head">
        <Title text={p.title} />
      </div>
      <h2>{p.registers}</h2>
      <Asked query={registers}>
        {({ matters }) => {
          const quarters = matters
            .filter(({ noun, state }) => noun === 'quarter' && state !== 'open')
            .toSorted((a, b) => (a.id < b.id ? 1 : -1));
          return quarters.length === 0 ? (
            <p className="lead">{p.none}</p>
          ) : (
            <>
              <ul className="meetings">
                {quarters.map((quarter) => (
                  <Quarter
                    key={quarter.id}
                    branch={branch}
                    quarter={quarter}
                    sheets={matters.filter(({ noun, period }) => noun === 'register' && period === quarter.id)}
                  />
                ))}
              </ul>
              <ListLinks branch={branch} list="registers" />
            </>
          );
        }}
      </Asked>
      <h2>{p.minutes}</h2>
      <Asked query={meetings}>{({ matters }) => <Minutes branch={branch} matters={matters} />}</Asked>
    </>
  );
}

function Quarter({ branch, quarter, sheets }: { branch: string; quarter: Matter; sheets: readonly Matter[] }) {
  const m = useText(meetingWords);
  const p = useText(paperWords);
  const { recorder } = useHands(branch);
  const { run, busy, problem } = useAct();
  const states: Readonly<Record<string, string>> = p.quarterStates;
  const register = sheets.find(({ content }) => content['kind'] === 'register');
  const about: InputOf<'register.draw'> = { branch, quarter: quarter.id };
  const more = register?.state === 'sealed' && sheets.every(({ state }) => state === 'sealed');
  const supplements = sheets.filter(({ content }) => content['kind'] === 'supplement');
  return (
    <li className="card">
      <h3>
        {sayQuarter(quarter.id, m)} <span className="tag">{states[quarter.state] ?? ''}</span>
      </h3>
      <ul className="sheets">
        {sheets.map((sheet) => (
          <Sheet key={sheet.id} branch={branch} sheet={sheet} n={supplements.indexOf(sheet) + 1} />
        ))}
      </ul>
      {recorder && quarter.state !== 'open' && (
        <p className="acts">
          {!register && (
            <button
              type="button"
              className="main"
              disabled={busy}
              onClick={() => void run('register.draw', about, { done: p.drawn })}
            >
              {p.draw}
            </button>
          )}
          {more && (
            <button
              type="button"
              className="bare"
              title={p.supplementLead}
              disabled={busy}
              onClick={() => void run('register.supplement', about, { done: p.supplemented })}
            >
              {p.supplement}
            </button>
          )}
        </p>
      )}
      <ProblemNote problem={problem} />
      {register?.state === 'sealed' && (
        <>
          <FormLinks branch={branch} form="registerBranch" period={quarter.id} table />
          <FormLinks branch={branch} form="summary" period={quarter.id} table />
        </>
      )}
    </li>
  );
}

function Sheet({ branch, sheet, n }: { branch: string; sheet: Matter; n: number }) {
  const p = useText(paperWords);
  const { recorder } = useHands(branch);
  const { run, busy, problem } = useAct();
  const { id, state, revision, content } = sheet;
  const about = { branch, id };
  const sealed = state === 'sealed';
  return (
    <li>
      <span className="sheet-name">
        {content['kind'] === 'register' ? p.kind.register : fill(p.kind.supplement, { n })}
        <span className="tag">{sealed ? p.states.sealed : p.states.drafted}</span>
      </span>
      <span className="acts">
        <Link className="button" to={`/desk/${branch}/registers/${id}`}>
          {p.look}
        </Link>
        {recorder && !sealed && (
          <>
            <button
              type="button"
              disabled={busy}
              onClick={() => void run('register.redraw', about, { revision, done: p.redrawn })}
            >
              {p.redraw}
            </button>
            <button
              type="button"
              className="main"
              disabled={busy}
              onClick={() => void run('register.seal', about, { revision, done: p.sealed })}
            >
              {p.seal}
            </button>
          </>
        )}
      </span>
      <ProblemNote problem={problem} />
    </li>
  );
}

function Minutes({ branch, matters }: { branch: string; matters: readonly Matter[] }) {
  const words = useWords();
  const m = useText(meetingWords);
  const p = useText(paperWords);
  const held = matters
    .filter(({ noun, state }) => noun === 'assembly' && (state === 'closed' || state === 'lapsed'))
    .toSorted((a, b) => (textOf(a.content['day']) < textOf(b.content['day']) ? 1 : -1));
  if (held.length === 0) return <p className="lead">{p.meetingsNone}</p>;
  return (
    <ul className="meetings">
      {held.map((meeting) => {
        const minutes = matters.find(({ noun, parent }) => noun === 'minutes' && parent === meeting.id);
        const state = minutes ? (minutes.state === 'signed' ? 'signed' : 'unsigned') : 'missing';
        return (
          <li className="card" key={meeting.id}>
            <h3>
              {sayMeeting(meeting, m)} <span className="tag">{p.states[state]}</span>
            </h3>
            <p className="soft">{sayDay(textOf(meeting.content['day']), words)}</p>
            <p className="acts">
              {minutes && (
                <Link className="button" to={`/desk/${branch}/registers/${minutes.id}`}>
                  {p.look}
                </Link>
              )}
              {state !== 'signed' && (
                <Link className="button main" to={`/meeting/${branch}/${meeting.id}`}>
                  {minutes ? p.toMeeting : p.toDraft}
                </Link>
              )}
            </p>
            {minutes && <FormLinks branch={branch} form="minutes" of={minutes.id} />}
          </li>
        );
      })}
    </ul>
  );
}
