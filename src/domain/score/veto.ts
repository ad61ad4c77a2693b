import type { Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { type Condition, inRange, TOTAL } from '#domain/scheme/condition.ts';
import type { Veto } from '#domain/scheme/document.ts';
import type { Adjustment } from './explanation.ts';
import { measure } from './pool.ts';
import type { Setting } from './setting.ts';
import { named } from './sorted-facts.ts';

/** A veto 一票否决 ground that struck: with its finding, or by a condition of the scheme. */
export type Struck = { readonly veto: Veto; readonly ref?: string };

/** The grounds that struck, and the reports that still lack a finding and so change nothing (product §3.5). */
export type Strikes = { readonly struck: readonly Struck[]; readonly pending: readonly Fact[] };

/** Reads the veto facts of a period: a ground strikes by the finding of the competent body, or by a condition on facts. */
export function strike(vetoes: readonly Veto[], facts: readonly Fact[], setting: Setting): Strikes {
  const struck: Struck[] = [];
  const pending: Fact[] = [];
  for (const veto of vetoes) {
    const reported = facts.filter((fact) => named(fact) === veto.id || named(fact) === veto.label);
    pending.push(...reported.filter((fact) => fact.ref === undefined));
    const found = reported.find((fact) => fact.ref !== undefined);
    if (found?.ref !== undefined) struck.push({ veto, ref: found.ref });
    else if (veto.when?.every((one) => one.measure !== undefined && one.measure !== 'points' && holds(one, setting)))
      struck.push({ veto });
  }
  return { struck, pending };
}

/** The grounds that strike by points once these are known; they act on the total or the grade. */
export function strikeByPoints(
  vetoes: readonly Veto[],
  already: readonly Struck[],
  setting: Setting,
  pointsOf: (id: string) => Points | undefined,
): readonly Struck[] {
  const rest = vetoes.filter(
    (veto) =>
      veto.when?.some((one) => (one.measure ?? 'points') === 'points') && !already.some((one) => one.veto === veto),
  );
  return rest.filter((veto) => veto.when?.every((one) => holds(one, setting, pointsOf))).map((veto) => ({ veto }));
}

/** Whether a condition holds on a member's facts, or on points where these are given. */
export function holds(
  condition: Condition,
  setting: Setting,
  pointsOf: (id: string) => Points | undefined = () => undefined,
): boolean {
  // The year to date is asked once, when its last period stands: else the order of the periods would decide.
  if (condition.over === 'year' && !setting.isLast) return false;
  const what = condition.measure ?? 'points';
  if (what !== 'points')
    return inRange(measure(setting.factsOf(condition.of, condition.over ?? 'period'), what), condition);
  const points = pointsOf(condition.of === TOTAL ? TOTAL : condition.of);
  return points !== undefined && inRange(points, condition);
}

/** The step by which a ground clears a node or the total. */
export function clearing({ veto, ref }: Struck, kind: 'veto' | 'clear' | 'grade'): Adjustment {
  return { kind, delta: 0, label: veto.label, ...(ref !== undefined && { ref }) };
}
