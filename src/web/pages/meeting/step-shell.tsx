import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '#web/lang.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { fill } from '#words/fill.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { type Hands, isMine, nameIn, type Sitting } from './sitting.ts';
import type { Advance } from './use-advance.ts';

/** What every step of the runner is given. */
export type StepProps = {
  readonly branch: string;
  readonly sitting: Sitting;
  readonly hands: Hands;
  readonly advance: Advance;
};

let shown = 0;

/** The current step 当前步骤, large: its name, who takes it, what it asks; it takes the focus when the meeting comes to it. */
export function StepShell({
  title,
  sitting,
  hands,
  advance,
  children,
}: StepProps & { title: string; children: ReactNode }) {
  const m = useText(meetingWords);
  const heading = useRef<HTMLHeadingElement>(null);
  const { next } = sitting;
  const { doing, waits, problem } = advance;
  const mine = isMine(sitting, hands);
  const person = next.person === undefined ? undefined : nameIn(sitting)(next.person);
  useEffect(() => {
    // Only what had the focus before and is gone gives it away: nobody is torn from a field.
    if (shown++ > 0 && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className="card now" aria-labelledby="now" data-step={next.step}>
      <p className="soft who">{person === undefined ? m.by[next.by] : fill(m.byPerson, { name: person })}</p>
      <h2 id="now" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      {!mine && next.step !== 'done' && (
        <p className="waits-for" role="status">
          {person === undefined ? m.waitsFor[next.by] : fill(m.waitsForPerson, { name: person })}
        </p>
      )}
      {doing && (
        <p className="working" role="status">
          {fill(m.working, { step: m.doings[doing] })}
        </p>
      )}
      <WaitsNote waits={waits} />
      <ProblemNote problem={problem} />
    </section>
  );
}
