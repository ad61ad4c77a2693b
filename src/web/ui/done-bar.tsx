import { useEffect, useState } from 'react';
import { useWords } from '#web/lang.ts';
import { useAct } from '#web/use-act.ts';
import { forgetDone, useDone, useUnderWay } from './done.ts';
import { Mixed } from './mixed.tsx';
import { ProblemNote } from './problem-note.tsx';

/** As in domain/process/undo.ts; what is later the server refuses. */
const UNDO_MS = 10 * 60_000;

/** What was done last, and the way to take it back 撤销 instead of "are you sure" (product §7). */
export function DoneBar() {
  const done = useDone();
  const underWay = useUnderWay();
  const { ui } = useWords();
  const { run, busy, problem, clear } = useAct();
  const [late, setLate] = useState<typeof done>();
  useEffect(() => {
    clear();
    if (!done) return undefined;
    const timer = setTimeout(() => setLate(done), UNDO_MS - (Date.now() - done.at));
    return () => clearTimeout(timer);
  }, [done, clear]);
  const undo = done === late ? undefined : done?.undo;
  const takeBack = async (): Promise<void> => {
    if (undo) await run(undo.action, undo.input as never, { revision: undo.revision, atOnce: forgetDone });
  };
  return (
    <div className="done-place" role="status">
      {done && (
        <div className="done-bar">
          <p>{done.waits ? ui.waitsForSecond : <Mixed text={done.text} />}</p>
          <ProblemNote problem={problem} />
          {undo && (
            <button type="button" disabled={busy || underWay} onClick={() => void takeBack()}>
              {ui.undo}
            </button>
          )}
          <button type="button" className="bare" onClick={forgetDone}>
            {ui.putAway}
          </button>
        </div>
      )}
    </div>
  );
}
