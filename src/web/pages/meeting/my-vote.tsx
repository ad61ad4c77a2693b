import { useState } from 'react';
import { useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Choice } from '#web/ui/field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { hallWords } from '#words/web/meeting-hall.ts';
import { LineCard } from './line-card.tsx';
import { sayMotion } from './say.ts';
import { linesOf, type MotionNow, nameIn, type Sitting } from './sitting.ts';

const CHOICES = ['aye', 'no', 'abstain'] as const;
type Ballot = (typeof CHOICES)[number];

/** What is going on for a member 本人表决: the item that is open, and the own vote where it is taken on telephones. */
export function MyVote({ branch, sitting }: { branch: string; sitting: Sitting }) {
  const m = useText(meetingWords);
  const { my } = useText(hallWords);
  const { person } = useSession();
  const { motions, here, roll } = sitting;
  const motion = motions.find(({ state }) => state === 'open') ?? motions.find(({ state }) => state === 'put');
  if (!motion)
    return (
      <section className="card now">
        <p role="status">{my.waiting}</p>
      </section>
    );
  const [number] = motion.numbers;
  const line = motion.kind === 'contested' ? linesOf(sitting).find((one) => one.number === number) : undefined;
  const own = line?.subject === person;
  const votes = here && roll.lines.some(({ member, entitled }) => member === person && entitled);
  return (
    <section className="card now" aria-labelledby="now">
      <p className="soft who">{my.nowOn}</p>
      <h2 id="now">{sayMotion(motion, m)}</h2>
      {line && <LineCard line={line} name={nameIn(sitting)} />}
      <div role="status">
        {motion.state === 'put' && <p>{my.briefing}</p>}
        {own && <p>{my.own}</p>}
        {motion.state === 'open' && !own && votes && motion.way !== 'screen' && (
          <p>{motion.way === 'paper' ? my.paper : my.hands}</p>
        )}
        {motion.mine?.voted && <p className="voted">{my.voted}</p>}
      </div>
      {motion.mine?.may && !motion.mine.voted && <Ballots key={motion.id} branch={branch} motion={motion} />}
    </section>
  );
}

/** The own ballot: chosen, then cast with the password; nothing of it is kept on the device. */
function Ballots({ branch, motion }: { branch: string; motion: MotionNow }) {
  const { my } = useText(hallWords);
  const { run, busy, waits, problem } = useAct();
  const [choice, setChoice] = useState<Ballot>();
  return (
    <form
      className="ballot"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice === undefined) return;
        const { id, revision } = motion;
        void run('motion.cast', { branch, id, choice }, { revision, done: my.votedDone });
      }}
    >
      <Choice
        label={my.vote}
        value={choice}
        onChange={setChoice}
        options={CHOICES.map((value) => ({ value, label: my.choices[value] }))}
      />
      <p className="soft">{my.voteLead}</p>
      <ProblemNote problem={problem} />
      <WaitsNote waits={waits} />
      <p className="acts">
        <button type="submit" className="main big" disabled={busy || choice === undefined}>
          {my.cast}
        </button>
      </p>
    </form>
  );
}
