import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { FormLinks } from '#web/ui/form-links.tsx';
import { fill } from '#words/fill.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { countsOf, fieldsOf, sentCounts, type Typed, UNTYPED } from './count-fields.ts';
import { Defer } from './defer.tsx';
import { LineCard } from './line-card.tsx';
import { sayMotion } from './say.ts';
import { isMine, lineOf, type MotionNow, motionOf, nameIn } from './sitting.ts';
import { type StepProps, StepShell } from './step-shell.tsx';

/** So long a count that has just come up takes no press, which may have been meant for what was there before, in milliseconds. */
const TOO_SOON = 500;

/** A vote goes on and is counted 计票. */
export function CountStep(props: StepProps) {
  const m = useText(meetingWords);
  const { branch, sitting, hands } = props;
  const motion = motionOf(sitting);
  if (!motion) return null;
  const line = lineOf(sitting);
  const { way = 'hands', cast = 0, present, notVoting } = motion;
  const voters = present - notVoting;
  return (
    <StepShell {...props} title={fill(m.vote.running, { what: sayMotion(motion, m) })}>
      {line && <LineCard line={line} name={nameIn(sitting)} />}
      <p className="tag-row">
        <span className="tag">{m.vote.ways[way]}</span>
        {motion.knowing && <span className="tag">{m.vote.anyway}</span>}
      </p>
      {way === 'screen' && (
        <>
          <p className="cast" role="status">
            {fill(m.count.cast, { n: cast, voters })}
          </p>
          <progress max={Math.max(1, voters)} value={cast} aria-label={m.numbers.voters} />
          <p className="soft">{m.count.screenLead}</p>
          {cast < voters && <p className="cannot">{fill(m.count.screenLeft, { n: voters - cast })}</p>}
        </>
      )}
      {way === 'paper' && sitting.office && (
        <div className="acts">
          <FormLinks branch={branch} form="ballot" of={sitting.meeting.id} />
          {(hands.recorder || hands.secretary) && (
            <Link className="button" to={`/desk/${branch}/paper`}>
              {m.count.ballots}
            </Link>
          )}
        </div>
      )}
      {isMine(sitting, hands) && <CountForm key={motion.id} {...props} motion={motion} />}
      {hands.secretary && cast === 0 && <Defer {...props} motion={motion.id} />}
    </StepShell>
  );
}

function CountForm({ advance, motion }: StepProps & { motion: MotionNow }) {
  const m = useText(meetingWords);
  const [typed, change, forget] = useDraft<Typed>(`count:${motion.id}`, UNTYPED);
  const [ready, setReady] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { way = 'hands', needed, present, notVoting } = motion;
  const voters = present - notVoting;
  const fields = fieldsOf(way);
  const counts = countsOf(way, voters, typed);
  const { ayes } = counts;
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), TOO_SOON);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    // Once the button takes a press it takes the focus too, where there is nothing to be typed.
    if (document.activeElement === document.body || document.activeElement?.id === 'now')
      form.current?.querySelector<HTMLElement>(ready ? 'input[name="noes"], button' : 'input[name="noes"]')?.focus();
  }, [ready]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const said = { motion: motion.id, ...sentCounts(way, voters, typed) };
    void advance.advance('count', said, ['determine']).then((done) => done && forget());
  };
  return (
    <form ref={form} className="count" onSubmit={submit}>
      {fields.length > 0 && <p className="soft">{fill(m.count.lead, { voters })}</p>}
      <div className="count-fields">
        {fields.map((name) => (
          <label key={name}>
            {m.count[name]}
            <input
              type="number"
              name={name}
              min={0}
              max={100_000}
              inputMode="numeric"
              value={typed[name] === '' ? String(counts[name]) : typed[name]}
              onFocus={(event) => event.target.select()}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {fields.length > 0 && (
        <p className="will" role="status">
          {fill(m.count.will, { ayes, needed, result: m.count[ayes >= needed ? 'passed' : 'lost'] })}
        </p>
      )}
      <p className="acts">
        <button type="submit" className="main big" disabled={!ready || advance.doing !== undefined}>
          {m.count.send}
        </button>
      </p>
    </form>
  );
}
