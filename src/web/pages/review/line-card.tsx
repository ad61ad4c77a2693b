import { useEffect, useRef, useState } from 'react';
import { useText } from '#web/lang.ts';
import { useNames, useSession } from '#web/query.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { reviewWords } from '#words/web/review.ts';
import { useVerdict, type Verdict } from './decide.ts';
import { Deciders } from './deciders.tsx';
import { DECIDED, type ItemAnswer, isOpen, type ReviewedLine, type Session } from './item.ts';
import { LineFacts } from './line-facts.tsx';
import { Result } from './result.tsx';
import { SecondPerson } from './second-person.tsx';
import { AdjustForm, ReasonForm } from './verdict-forms.tsx';

/** A line under review 审议事项: what it is, who decides it, and what can be decided. */
export function LineCard({
  branch,
  session,
  line,
  item,
  position,
  arrived,
  decided,
}: {
  branch: string;
  session: Session;
  line: ReviewedLine;
  item: ItemAnswer | undefined;
  position: string;
  /** Whether one came here from another line: then the focus comes along. */
  arrived: boolean;
  decided: (line: ReviewedLine) => void;
}) {
  const review = useText(reviewWords);
  const names = useNames(branch);
  const { person } = useSession();
  const [against, setAgainst] = useState<readonly string[]>([]);
  const [form, setForm] = useState<'accept' | 'decline' | 'adjust'>();
  const { decide, busy, waits, problem } = useVerdict(branch, session.id);
  const stepping = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true });
  }, [arrived]);
  const who = names(line.subject);
  const about = { who, item: line.item.label };
  const open = session.state === 'open' && isOpen(line);
  const small = session.body === 'branch-meeting';
  const meBarred = line.barred.some((one) => one.person === person);
  const ayes = line.deciders.filter((one) => !against.includes(one));
  const send = async (verdict: Verdict): Promise<boolean> => {
    const atOnce = (): void => {
      setForm(undefined);
      decided(line);
    };
    return (await decide(line, ayes, verdict, { done: fill(review.done[verdict.kind], about), atOnce })) !== undefined;
  };
  const close = (): void => {
    setForm(undefined);
    heading.current?.focus({ preventScroll: true });
  };
  // What a member contests of its opening points is kept with a reason.
  const keepsContested = line.origin === 'opening' && line.hearing?.answer === 'contest';
  const hindered = busy || (meBarred && !small);
  const beside = problem?.code === 'reason.missing' ? problem.message : undefined;
  const given = { line, busy, error: beside, send, close };
  return (
    <article className="card line-card" aria-labelledby="line-heading">
      <p className="soft">{position}</p>
      <h2 id="line-heading" ref={heading} tabIndex={-1}>
        <span lang="zh-CN">{who}</span> <span lang="zh-CN">{line.item.label}</span>
        <span className={`state ${line.state}`}>{review.lineStates[line.state] ?? ''}</span>
      </h2>
      <LineFacts branch={branch} line={line} item={item} />
      {DECIDED.includes(line.state) && <Result branch={branch} session={session} line={line} item={item} />}
      {line.second && <SecondPerson branch={branch} line={line} second={line.second} barred={meBarred} />}
      {!open && !line.second && session.state === 'open' && !DECIDED.includes(line.state) && (
        <p className="lead">{review.not[line.not ?? ''] ?? review.notElse}</p>
      )}
      {open && (
        <>
          <Deciders line={line} names={names} against={against} change={setAgainst} />
          {meBarred && !small && <p className="waits-note">{review.meBarred}</p>}
          {line.two && <p className="soft">{review.needsTwo}</p>}
          {beside === undefined && <ProblemNote problem={problem ?? stepping.problem} />}
          <WaitsNote waits={waits} />
          {form === undefined && (
            <div className="acts verdicts">
              <button
                type="button"
                className="main"
                data-key="a"
                aria-keyshortcuts="a"
                disabled={hindered || line.deciders.length < 2}
                onClick={() => (keepsContested ? setForm('accept') : void send({ kind: 'accept' }))}
              >
                {review.acts.accept}
              </button>
              <button
                type="button"
                data-key="d"
                aria-keyshortcuts="d"
                disabled={hindered || line.deciders.length < 2}
                onClick={() => setForm('decline')}
              >
                {review.acts.decline}
              </button>
              <button
                type="button"
                data-key="e"
                aria-keyshortcuts="e"
                disabled={hindered || line.deciders.length < 2}
                onClick={() => setForm('adjust')}
              >
                {review.acts.adjust}
              </button>
              <button
                type="button"
                data-key="r"
                aria-keyshortcuts="r"
                disabled={busy}
                onClick={() => void send({ kind: 'refer' })}
              >
                {review.acts.refer}
              </button>
              {line.deciders.includes(person) && (
                <button
                  type="button"
                  className="bare"
                  data-key="s"
                  aria-keyshortcuts="s"
                  disabled={stepping.busy}
                  onClick={() =>
                    void stepping.run(
                      'review.recuse',
                      { branch, id: session.id, line: line.id },
                      { revision: session.revision, done: fill(review.done.back, about) },
                    )
                  }
                >
                  {review.acts.back}
                </button>
              )}
            </div>
          )}
          {(form === 'accept' || form === 'decline') && <ReasonForm key={form} {...given} kind={form} />}
          {form === 'adjust' && <AdjustForm {...given} item={item} />}
        </>
      )}
    </article>
  );
}
