import { useSyncExternalStore } from 'react';
import type { ProblemAnswer } from '#contract/problem.ts';

/** The question for the password 再次输入密码: why it is asked, and where the answer goes. */
export type Asking = { readonly why: ProblemAnswer; readonly answer: (password: string | undefined) => void };

let asking: Asking | undefined;
const listeners = new Set<() => void>();

/** Asks the person for the password; undefined when the person turns back. */
export async function askPassword(why: ProblemAnswer): Promise<string | undefined> {
  // There is one question at a time: whoever asked before is told that nobody answers.
  asking?.answer(undefined);
  return await new Promise((resolve) => {
    const answer = (password: string | undefined): void => {
      asking = undefined;
      for (const listener of listeners) listener();
      resolve(password);
    };
    asking = { why, answer };
    for (const listener of listeners) listener();
  });
}

/** The question that waits for its answer. */
export function useAsking(): Asking | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asking,
  );
}
