import { useCallback, useEffect, useState } from 'react';
import type { ProblemAnswer } from '#contract/problem.ts';
import { act, isWorthRepeating, Refused, read } from '#web/call.ts';
import { queries } from '#web/query.ts';
import { askPassword } from '#web/ui/ask-password.ts';
import { forgetDone } from '#web/ui/done.ts';
import { leaveToSignIn, unreached } from '#web/use-act.ts';
import { forgetPassword, heldPassword, holdPassword } from './held-password.ts';
import { type Hands, isMine, type Sitting, type Step } from './sitting.ts';
import { actFor, type Said, type Taken } from './take.ts';

/** Steps that are no next step of their own: they are taken whenever an operator wants them. */
const ANY_TIME: readonly Step[] = ['attend', 'cancel', 'lapse', 'defer', 'edit-minutes', 'sign-recorder', 'sign-chair'];

/** How a page takes the steps of a meeting, several in a row where they belong together. */
export type Advance = {
  /** The step that is being taken. */
  readonly doing: Step | undefined;
  readonly waits: boolean;
  readonly problem: ProblemAnswer | undefined;
  /** Takes a step and then those of `together` that come next; whether the first was taken, by whomever. */
  readonly advance: (first: Step, said?: Said, together?: readonly Step[]) => Promise<boolean>;
};

/** Takes the steps of a meeting 逐步办理: everything is derived from what the server says is next, so that a reload or a second operator does no harm. */
export function useAdvance(branch: string, id: string, hands: Hands): Advance {
  const [doing, setDoing] = useState<Step>();
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  useEffect(() => forgetPassword, []);
  const advance = useCallback(
    async (first: Step, said: Said = {}, together: readonly Step[] = []) => {
      setProblem(undefined);
      forgetDone();
      setDoing(first);
      let taken = false;
      try {
        for (let step: Step | undefined = first; step !== undefined; ) {
          setDoing(step);
          const done = await takeStep({ branch, id, step, said, waits: setWaits });
          if (done === 'turned-back') return false;
          taken = true;
          const { next } = await sittingNow(branch, id, setWaits).then((now) =>
            done === 'gone' ? { next: undefined } : goOn(now, hands, together),
          );
          step = next;
        }
        return true;
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 401) leaveToSignIn();
        setProblem(error instanceof Refused ? error.problem : unreached());
        return taken;
      } finally {
        setDoing(undefined);
        setWaits(false);
        await queries.invalidateQueries();
      }
    },
    [branch, id, hands],
  );
  return { doing, waits, problem, advance };
}

function goOn(sitting: Sitting, hands: Hands, together: readonly Step[]): { readonly next: Step | undefined } {
  const { step, blocked } = sitting.next;
  return { next: together.includes(step) && blocked === undefined && isMine(sitting, hands) ? step : undefined };
}

type Taking = {
  readonly branch: string;
  readonly id: string;
  readonly step: Step;
  readonly said: Said;
  readonly waits: (waits: boolean) => void;
};

/** Takes one step; `gone` when somebody else took it first. @throws Refused */
async function takeStep({ branch, id, step, said, waits }: Taking): Promise<'done' | 'gone' | 'turned-back'> {
  for (let tries = 0, refused: Refused | undefined; ; tries++) {
    const sitting = await sittingNow(branch, id, waits);
    const { next } = sitting;
    const meant = said.motion === undefined || step === 'defer' || next.motion === said.motion;
    if (!ANY_TIME.includes(step) && !(next.step === step && meant)) return 'gone';
    // Still to be taken: whoever was quicker did something else, or it was refused for its own sake.
    if (refused && (refused.problem.code !== 'revision.stale' || tries > 3)) throw refused;
    const taken = actFor(step, sitting, branch, said);
    if (!taken) return 'gone';
    try {
      return (await send(taken, id, waits)) ? 'done' : 'turned-back';
    } catch (error) {
      // Two may press in the same instant: whoever comes second looks again before anything is said.
      if (!(error instanceof Refused) || said.seen !== undefined) throw error;
      refused = error;
    }
  }
}

/** Sends an act, with the password where it is asked for; whether it was done and the person did not turn back. */
async function send(
  { action, input, revision }: Taken,
  meeting: string,
  waits: (waits: boolean) => void,
): Promise<boolean> {
  const holds = action === 'motion.count';
  let password = holds ? heldPassword(meeting) : undefined;
  for (let asked = false; ; asked = true) {
    try {
      await act(action, input as never, { revision, password, waits });
      if (holds && password !== undefined) holdPassword(meeting, password);
      return true;
    } catch (error) {
      if (!(error instanceof Refused) || !['password.missing', 'sign-in.waits'].includes(error.problem.code))
        throw error;
      forgetPassword();
      password = await askPassword(asked ? { ...error.problem, code: 'password.wrong' } : error.problem);
      if (password === undefined) return false;
    }
  }
}

/** The meeting as it is now; while nothing answers it is asked for again, for as long as an act is. */
async function sittingNow(branch: string, id: string, waits: (waits: boolean) => void): Promise<Sitting> {
  const until = Date.now() + 150_000;
  for (;;) {
    try {
      const answer = await read('assembly.follow', { branch, id });
      waits(false);
      const queryKey = ['assembly.follow', { branch, id }];
      // What was asked before this and comes after it is older: it would turn the page back.
      await queries.cancelQueries({ queryKey, exact: true }, { revert: false, silent: true });
      queries.setQueryData(queryKey, answer);
      if (answer.sitting) return answer.sitting;
      throw new Error('the meeting is gone');
    } catch (error) {
      if (!isWorthRepeating(error) || Date.now() > until) throw error;
      waits(true);
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
  }
}
