import { Link } from '@tanstack/react-router';
import type { InputOf } from '#contract/api.ts';
import { textOf } from '#web/content.ts';
import { useText } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { putWords } from '#words/web/meeting-put.ts';

/** What is put to the vote: its kind, its title in the record, and the matter or member that it is about. */
export type Putting = {
  readonly branch: string;
  readonly kind?: InputOf<'motion.put'>['kind'];
  readonly title: string;
  readonly about: string;
};

/** Puts a matter to the general meeting that is open 提请大会表决; there it is briefed, voted on and counted like the others. */
export function PutMotion({ branch, kind = 'other', title, about }: Putting) {
  const say = useText(putWords);
  const { places } = useSession();
  const { run, busy, waits, problem } = useAct();
  const { data } = useRead('assembly.show', { branch });
  if (!data) return null;
  const secretary = places.some(({ id, roles }) => id === branch && roles.includes('secretary'));
  const open = data.matters.find(({ noun, state }) => noun === 'assembly' && state === 'open')?.id;
  const waiting = data.matters.find(
    ({ noun, state, parent, content }) =>
      noun === 'motion' &&
      parent === open &&
      ['put', 'open'].includes(state) &&
      content['kind'] === kind &&
      content['about'] === about,
  );
  if (open === undefined)
    return (
      <p className="soft">
        {say.noMeeting} {secretary && <Link to={`/meeting/${branch}`}>{say.convene}</Link>}
      </p>
    );
  const go = <Link to={`/meeting/${branch}/${open}`}>{say.go}</Link>;
  if (waiting)
    return (
      <p role="status">
        {fill(say.waits, { title: textOf(waiting.content['title']) })} {go}
      </p>
    );
  if (!secretary) return <p className="soft">{say.noMeeting}</p>;
  return (
    <>
      <p className="soft">{say.putLead}</p>
      <p className="acts">
        <button
          type="button"
          disabled={busy}
          onClick={() => void run('motion.put', { branch, assembly: open, kind, title, about }, { done: say.done })}
        >
          {say.put}
        </button>
      </p>
      <ProblemNote problem={problem} />
      <WaitsNote waits={waits} />
    </>
  );
}
