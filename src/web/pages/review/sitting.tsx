import { useRef, useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useNames, useRead, useSession } from '#web/query.ts';
import { useDone, useUnderWay } from '#web/ui/done.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { reviewWords } from '#words/web/review.ts';
import { DECIDED, isOpen, type ReviewedLine, type Session } from './item.ts';
import { KeyHelp } from './key-help.tsx';
import { useKeys, useKeysOn } from './keys.ts';
import { LineCard } from './line-card.tsx';
import { LineList } from './line-list.tsx';
import { useMay } from './may.ts';

/** The lines of a session one after another 逐项初评, by mouse, by finger or by keyboard alone. */
export function Sitting({
  branch,
  session,
  lines,
}: {
  branch: string;
  session: Session;
  lines: readonly ReviewedLine[];
}) {
  const review = useText(reviewWords);
  const names = useNames(branch);
  const may = useMay(branch);
  const { data: list } = useRead('item.list', { branch });
  const [{ at: kept }, keep] = useDraft(`review.at:${session.id}`, { at: '' });
  const [arrived, setArrived] = useState(false);
  const [keysOn, setKeysOn] = useKeysOn();
  const place = useRef<HTMLDivElement>(null);
  // Lines decided here, by the revision that the page still shows of them until it has asked again.
  const settled = useRef(new Map<string, number>());
  const closing = useAct();
  const undoing = useAct();
  const undo = useDone()?.undo;
  const underWay = useUnderWay();
  // What the done bar takes back, and nothing older: the line that was decided last, from the moment that it is said.
  const last = undo?.action === 'review.undo' ? undo : undefined;
  useKeys(place, keysOn);
  const { person } = useSession();
  const sits = session.state === 'open';
  const small = session.body === 'branch-meeting';
  const isMine = (one: ReviewedLine): boolean =>
    isOpen(one) && (small || !one.barred.some((aside) => aside.person === person));
  const line = lines.find(({ id }) => id === kept) ?? lines.find(isMine) ?? lines.find(isOpen) ?? lines[0];
  if (!line) return <p className="lead">{review.empty}</p>;
  const position = lines.indexOf(line);
  const done = lines.filter(({ state }) => DECIDED.includes(state)).length;
  const go = (id: string | undefined): void => {
    if (id === undefined) return;
    setArrived(true);
    keep({ at: id });
  };
  const decided = ({ id, revision }: ReviewedLine): void => {
    settled.current.set(id, revision);
    const left = [...lines.slice(position + 1), ...lines.slice(0, position)].filter(
      (one) => isOpen(one) && settled.current.get(one.id) !== one.revision,
    );
    const onward = left.find(isMine) ?? left[0];
    go(onward?.id ?? id);
  };
  const takeBack = async (): Promise<void> => {
    if (!last) return;
    const { input, revision } = last;
    // The line that was taken back is there when that is said: the next key is meant for it.
    await undoing.run('review.undo', input, { revision, done: review.undone, atOnce: () => go(input.id) });
  };
  return (
    <div ref={place} className="sitting">
      <div className="sitting-top">
        <p role="status">
          <progress max={lines.length} value={done} aria-hidden="true" />{' '}
          {fill(review.progress, { all: lines.length, done })}
        </p>
        {sits && may('review.close') && (
          <p className="acts">
            <button
              type="button"
              className={done === lines.length ? 'main' : ''}
              disabled={closing.busy}
              onClick={() =>
                void closing.run(
                  'review.close',
                  { branch, id: session.id },
                  { revision: session.revision, done: review.closed },
                )
              }
            >
              {review.close}
            </button>
          </p>
        )}
        <ProblemNote problem={closing.problem} />
        {!sits && <p className="lead">{review.over}</p>}
      </div>
      {sits && <KeyHelp on={keysOn} change={setKeysOn} />}
      <div className="sitting-body">
        <div>
          <div className="acts steps">
            <button
              type="button"
              data-key="k"
              aria-keyshortcuts="k ArrowUp"
              disabled={position === 0}
              onClick={() => go(lines[position - 1]?.id)}
            >
              {review.previous}
            </button>
            <button
              type="button"
              data-key="j"
              aria-keyshortcuts="j ArrowDown"
              disabled={position === lines.length - 1}
              onClick={() => go(lines[position + 1]?.id)}
            >
              {review.next}
            </button>
            {sits && last && (
              <button
                type="button"
                className="bare"
                data-key="u"
                aria-keyshortcuts="u"
                disabled={undoing.busy || underWay}
                onClick={() => void takeBack()}
              >
                {review.undo}
              </button>
            )}
          </div>
          <ProblemNote problem={undoing.problem} />
          <LineCard
            key={line.id}
            branch={branch}
            session={session}
            line={line}
            item={list?.items.find(({ id }) => id === line.fact.item)}
            position={fill(review.position, { n: position + 1, all: lines.length })}
            arrived={arrived}
            decided={decided}
          />
        </div>
        <LineList branch={branch} session={session} lines={lines} at={line.id} go={go} names={names} />
      </div>
    </div>
  );
}
