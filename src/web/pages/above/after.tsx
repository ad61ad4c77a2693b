import { ProblemNote } from '#web/ui/problem-note.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import type { Acting } from '#web/use-act.ts';

/** What an act came to where it was not done 办理结果: the rule's words, or that the network is down; `except` are shown beside their fields. */
export function After({
  acting: { problem, waits },
  except = [],
}: {
  acting: Acting;
  except?: readonly (string | undefined)[];
}) {
  return (
    <>
      {!except.includes(problem?.code) && <ProblemNote problem={problem} />}
      <WaitsNote waits={waits} />
    </>
  );
}
