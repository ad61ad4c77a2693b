import { useSyncExternalStore } from 'react';
import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';

/** The act by which another is taken back. */
export type Undo = {
  readonly [A in ActAction]: { readonly action: A; readonly input: InputOf<A>; readonly revision?: number };
}[ActAction];

/** What was done last; `waits` where a second person has still to confirm it. */
export type Done = {
  readonly text: string;
  readonly at: number;
  readonly waits: boolean;
  readonly told: Readonly<Record<string, string>> | undefined;
  readonly undo: Undo | undefined;
};

let last: Done | undefined;
let underWay = 0;
const listeners = new Set<() => void>();

function tell(done: Done | undefined): void {
  last = done;
  for (const listener of listeners) listener();
}

/** Says what was done; it stays until the next act, or until it is put away. */
export function sayDone(text: string, { waits, told }: Partial<ActAnswer> = {}, undo?: Undo): void {
  tell({ text, at: Date.now(), waits: waits === true, told, undo });
}

/** Puts it away. */
export function forgetDone(): void {
  tell(undefined);
}

/** An act begins 办理中: until the answer, what was done last is not what somebody who takes back would mean. Answers with how it ends. */
export function beginAct(): () => void {
  underWay++;
  tell(last);
  return () => {
    underWay--;
    tell(last);
  };
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was done last. */
export function useDone(): Done | undefined {
  return useSyncExternalStore(listen, () => last);
}

/** Whether an act is under way 办理中: meanwhile nothing is taken back. */
export function useUnderWay(): boolean {
  return useSyncExternalStore(listen, () => underWay > 0);
}
