import type { RefusalCode } from './refusal.ts';
import type { Who } from './who.ts';

/** What the words of a refusal are filled with: numbers, days and shares, never a name. */
export type Params = Readonly<Record<string, string | number>>;

/** A rule said no 不予办理: its code, whose words stand in the catalogue, and what they are filled with. */
export type Refused = { readonly refused: RefusalCode; readonly params?: Params };

/** A guard 办理条件: the rule that the facts of an action must keep, with the code of its refusal. Facts come from the service. */
export type Guard<Facts> = {
  readonly code: RefusalCode;
  readonly kept: (facts: Facts) => boolean;
  readonly params?: (facts: Facts) => Params;
};

/** The state of a thing that is not there yet. */
export const NONE = 'none';

/** One row 状态表的一行: from these states, by whom, under which guards, to which state; `same` is an act that leaves the state as it is. */
export type Row<State extends string, Facts> = {
  readonly from: readonly (State | typeof NONE)[];
  readonly by: readonly Who[];
  readonly guards?: readonly Guard<Facts>[];
  readonly to: State | 'same';
};

/**
 * A step 环节 of the process as data: `stages` are its states in the order in which they are passed, several side by side where one of them is reached;
 * `aside` are those by which it ends early. Nothing leaves a `final` state. `blocked` is the refusal where an action does not fit the state.
 */
export type Step<State extends string, Acts extends object> = {
  readonly noun: string;
  readonly term: string;
  readonly clause: string;
  readonly stages: readonly (readonly State[])[];
  readonly aside: readonly State[];
  readonly final: readonly State[];
  readonly blocked: RefusalCode;
  readonly blockedIn?: { readonly [S in State]?: RefusalCode };
  readonly rows: { readonly [A in keyof Acts]: Row<State, Acts[A]> };
};

/** Any step, for what walks them all: its states as text, its guards not to be called. */
export type AnyStep = Step<string, Record<string, never>>;

/** An action that asks for no facts. */
export type Plain = object;

/** A guard: the facts keep the rule, or this is the refusal. */
export function must<Facts>(
  code: RefusalCode,
  kept: (facts: Facts) => boolean,
  params?: (facts: Facts) => Params,
): Guard<Facts> {
  return params ? { code, kept, params } : { code, kept };
}

/** Whether the answer is a refusal and not the next state. */
export function isRefused(answer: string | Refused): answer is Refused {
  return typeof answer !== 'string';
}

/** The row of an action, as text finds it: what a caller sent need not be an action of the step. */
function rowOf<State extends string, Acts extends object, Facts>(
  step: Step<State, Acts>,
  action: string,
): Row<State, Facts> | undefined {
  return new Map<string, Row<State, Facts>>(Object.entries(step.rows)).get(action);
}

/** The state that an action leads to by the table alone, or why the state does not allow it; guards are not asked. */
export function next<State extends string, Acts extends object>(
  step: Step<State, Acts>,
  state: NoInfer<State> | typeof NONE,
  action: keyof Acts & string,
): State | Refused {
  const row = rowOf(step, action);
  if (row?.from.includes(state)) {
    if (row.to !== 'same') return row.to;
    if (state !== NONE) return state;
  }
  return { refused: blockedCode(step, state) };
}

/** What refuses an action that does not fit the state: nothing is there, or what the table says of the state. */
function blockedCode({ blocked, blockedIn = {} }: Pick<AnyStep, 'blocked' | 'blockedIn'>, state: string): RefusalCode {
  if (state === NONE) return 'thing.unknown';
  return new Map(Object.entries(blockedIn)).get(state) ?? blocked;
}

/** Every guard of an action that its facts do not keep: what a page can say before anyone has tried. */
export function hindrances<State extends string, Acts extends object, Action extends keyof Acts & string>(
  step: Step<State, Acts>,
  action: Action,
  facts: Acts[Action],
): readonly Refused[] {
  const row = rowOf<State, Acts, Acts[Action]>(step, action);
  return (row?.guards ?? []).flatMap((guard) => refusedBy(guard, facts) ?? []);
}

/** The refusal of one guard, for rules that stand outside the tables (undo, rights, settings). */
export function refusedBy<Facts>({ code, kept, params }: Guard<Facts>, facts: Facts): Refused | undefined {
  if (kept(facts)) return undefined;
  return params ? { refused: code, params: params(facts) } : { refused: code };
}

/** Takes a step 办理: the state that the action leads to when the table allows it and its guards are kept, else the first refusal (trust §2.5: no step is skipped). */
export function proceed<State extends string, Acts extends object, Action extends keyof Acts & string>(
  step: Step<State, Acts>,
  state: NoInfer<State> | typeof NONE,
  action: Action,
  facts: Acts[Action],
): State | Refused {
  const to = next(step, state, action);
  if (isRefused(to)) return to;
  return hindrances(step, action, facts)[0] ?? to;
}

/** The actions that the state allows, guards not asked: for the menu, and for drawing the table. */
export function actionsIn(step: AnyStep, state: string): readonly string[] {
  return Object.entries(step.rows).flatMap(([action, row]) => (row.from.includes(state) ? [action] : []));
}

/** Every state of a step, in the order of the stages and then those aside. */
export function statesOf(step: AnyStep): readonly string[] {
  return [...step.stages.flat(), ...step.aside];
}

/** Whether text, such as a row of the database, names a state of the step. */
export function isState<State extends string, Acts extends object>(
  { stages, aside }: Step<State, Acts>,
  text: string,
): text is State {
  return [...stages.flat(), ...aside].some((state) => state === text);
}
