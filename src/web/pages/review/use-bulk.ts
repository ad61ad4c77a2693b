import { useRef, useState } from 'react';
import type { ProblemAnswer } from '#contract/problem.ts';
import { act, Refused } from '#web/call.ts';
import { queries } from '#web/query.ts';
import { forgetDone } from '#web/ui/done.ts';
import type { ReviewedLine } from './item.ts';

/** How far a bulk accept 一并认定 has come, and what was refused, by line. */
export type Bulk = {
  readonly running: boolean;
  readonly waits: boolean;
  readonly tried: number;
  readonly all: number;
  readonly done: number;
  readonly problems: ReadonlyMap<string, ProblemAnswer>;
};

const NONE: Bulk = { running: false, waits: false, tried: 0, all: 0, done: 0, problems: new Map() };

/** Accepts many lines one after another, each by all who may decide it; what is refused stands by its line, and the rest goes on. */
export function useBulk(
  branch: string,
  review: string,
): {
  readonly bulk: Bulk;
  readonly accept: (lines: readonly ReviewedLine[]) => Promise<void>;
  readonly stop: () => void;
} {
  const [bulk, setBulk] = useState(NONE);
  const stopped = useRef(false);
  const waits = (yes: boolean): void => setBulk((before) => ({ ...before, waits: yes }));
  const one = async ({ id, here, revision, deciders }: ReviewedLine): Promise<void> => {
    const taken = here ? { revision } : await act('review.take', { branch, id, review }, { revision, waits });
    await act('review.accept', { branch, id, review, ayes: [...deciders] }, { revision: taken.revision, waits });
  };
  const accept = async (lines: readonly ReviewedLine[]): Promise<void> => {
    stopped.current = false;
    // What U takes back is never older than what was done last.
    forgetDone();
    const problems = new Map<string, ProblemAnswer>();
    let [tried, done] = [0, 0];
    setBulk({ ...NONE, running: true, all: lines.length });
    for (const line of lines) {
      if (stopped.current) break;
      try {
        await one(line);
        done++;
      } catch (error) {
        if (!(error instanceof Refused)) break; // nothing answers any more: what is left stays ticked
        problems.set(line.id, error.problem);
      }
      tried++;
      setBulk({ running: true, waits: false, tried, done, all: lines.length, problems });
    }
    // Until the list is asked for again nothing of it can be ticked: what is ticked next stays.
    await queries.invalidateQueries();
    setBulk({ running: false, waits: false, tried, done, all: lines.length, problems });
  };
  return {
    bulk,
    accept,
    stop: () => {
      stopped.current = true;
    },
  };
}
