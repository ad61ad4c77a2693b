import type { RefusalCode } from './refusal.ts';
import { type AnyStep, hindrances, type Refused, type Step } from './step.ts';

/** For one action: facts that keep every guard, and the changes of them that each bring the one refusal named first. For tests. */
export type Case<Facts> = readonly [
  good: Facts,
  bad: { readonly [code in RefusalCode]?: Partial<Facts> | readonly Partial<Facts>[] },
];

/** The cases of a step by action; actions without guards need none. */
export type Cases<Acts> = { readonly [A in keyof Acts]?: Case<Acts[A]> };

/**
 * What is wrong with a step by its cases: facts that should do and do not, refusals that do not come, guards that no case tries,
 * and refusals whose words, as `said`, keep an empty place.
 */
export function caseFaults<State extends string, Acts extends object>(
  step: Step<State, Acts>,
  cases: Cases<Acts>,
  said: (refused: Refused) => string,
): readonly string[] {
  const table = step as unknown as AnyStep;
  const byAction = new Map<string, Case<object>>(Object.entries(cases));
  return Object.entries(table.rows).flatMap(([action, { guards = [] }]) => {
    const [good, bad] = byAction.get(action) ?? [{}, {}];
    const refusals = (change: object): readonly Refused[] => hindrances(table, action, { ...good, ...change } as never);
    const untried = new Set<string>(guards.map((guard) => guard.code));
    const faults = refusals({}).map(({ refused }) => `${action}: good facts are refused with ${refused}`);
    for (const [code, changes] of Object.entries(bad)) {
      untried.delete(code);
      for (const change of [changes].flat()) {
        const answers = refusals(change);
        if (answers[0]?.refused !== code)
          faults.push(`${action}: ${JSON.stringify(change)} brings ${answers[0]?.refused ?? 'nothing'}, not ${code}`);
        for (const answer of answers)
          if (said(answer).includes('{')) faults.push(`${action}: ${answer.refused} has an empty place in its words`);
      }
    }
    return [...faults, ...[...untried].map((code) => `${action}: no case brings ${code}`)];
  });
}
