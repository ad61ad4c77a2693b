import { useCallback, useState } from 'react';
import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import type { ProblemAnswer } from '#contract/problem.ts';
import { act, Refused } from './call.ts';
import { queries } from './query.ts';
import { askPassword } from './ui/ask-password.ts';
import { beginAct, sayDone, type Undo } from './ui/done.ts';

/** What is said once an act is done, and how it is taken back. */
export type Doing = {
  readonly revision?: number | undefined;
  readonly done?: string | undefined;
  /** Made from the answer: the act by which this one is taken back within ten minutes; none where it only waits. */
  readonly undo?: ((answer: ActAnswer) => Undo | undefined) | undefined;
  /** What the page does at once, before what it shows is asked for again: a form closes, so that a key is a key again. */
  readonly atOnce?: ((answer: ActAnswer) => void) | undefined;
  /** Whether what the page shows is asked for again; a page that does several acts in a row asks after the last. */
  readonly quiet?: boolean | undefined;
};

/** How a page acts 办理: it is busy, waits for the network, or was refused with words for the person. */
export type Acting = {
  readonly busy: boolean;
  readonly waits: boolean;
  readonly problem: ProblemAnswer | undefined;
  readonly clear: () => void;
  /** Does an act; undefined when it was refused or the person turned back, then `problem` says why. */
  readonly run: <A extends ActAction>(action: A, input: InputOf<A>, doing?: Doing) => Promise<ActAnswer | undefined>;
};

/** Gives a page the means to act; asks for the password where the act needs it, and shows the done bar afterwards. */
export function useAct(): Acting {
  const [busy, setBusy] = useState(false);
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const clear = useCallback(() => setProblem(undefined), []);
  const run = useCallback(
    async <A extends ActAction>(action: A, input: InputOf<A>, doing: Doing = {}): Promise<ActAnswer | undefined> => {
      setBusy(true);
      setProblem(undefined);
      const ended = beginAct();
      try {
        const answer = await withPassword((password) =>
          act(action, input, { revision: doing.revision, password, waits: setWaits }),
        ).finally(ended);
        if (!answer) return undefined;
        if (doing.done !== undefined || answer.waits) sayDone(doing.done ?? '', answer, doing.undo?.(answer));
        doing.atOnce?.(answer);
        if (doing.quiet !== true) await queries.invalidateQueries();
        return answer;
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 401) leaveToSignIn();
        // Somebody else was quicker: the page shows what is so now before it says that, and can be pressed again as soon as it is read.
        if (error instanceof Refused && error.problem.status === 409) await queries.invalidateQueries();
        setProblem(error instanceof Refused ? error.problem : unreached());
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [],
  );
  return { busy, waits, problem, clear, run };
}

/** Tries without the password, and with it where it is asked for; undefined when the person turns back. */
async function withPassword(send: (password?: string) => Promise<ActAnswer>): Promise<ActAnswer | undefined> {
  let refused: ProblemAnswer | undefined;
  for (;;) {
    const password = refused && (await askPassword(refused));
    if (refused && password === undefined) return undefined;
    try {
      return await send(password);
    } catch (error) {
      if (!(error instanceof Refused) || !['password.missing', 'sign-in.waits'].includes(error.problem.code))
        throw error;
      refused = password === undefined ? error.problem : { ...error.problem, code: 'password.wrong' };
    }
  }
}

/** Signed out meanwhile: after signing in the person is back at the same page, and drafts are still there. */
export function leaveToSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

/** Nothing answered for long: what the page says instead of a refusal 没有连上. */
export function unreached(): ProblemAnswer {
  return { type: '', title: '', status: 0, code: 'unreached', message: '', requestId: '' };
}
