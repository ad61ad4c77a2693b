import { earlier } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import { divideRounded } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { Period } from './cycle.ts';
import type { Adjustment, Explanation } from './explanation.ts';
import type { Used } from './limit.ts';
import { evaluatePeriod } from './period.ts';
import type { Prepared } from './prepare.ts';
import type { Subject } from './setting.ts';
import { rootOf } from './tree.ts';

/**
 * A member's score 积分 for a year up to a day, in 1/10000 point, with the tree that explains it.
 * `components` in the scheme's order; `periods` where the scheme scores shorter periods by themselves; `grade` when a veto fixes it;
 * `pending` grounds reported without a finding, which change nothing (product §3.5).
 */
export type Evaluation = {
  readonly total: Points;
  readonly components: ReadonlyMap<string, Points>;
  readonly vetoed: boolean;
  readonly grade?: string;
  readonly pending: readonly Fact[];
  readonly unknown: readonly Fact[];
  readonly periods: readonly { readonly period: Period; readonly total: Points }[];
  readonly tree: Explanation;
};

/** Evaluates 计算积分 a member's facts under a prepared scheme: total on any facts, and equal for any order of them (product §4, §5.1). */
export function evaluate(prepared: Prepared, subject: Subject): Evaluation {
  const way = prepared.scheme.document.cycle?.year ?? 'whole';
  if (way === 'whole') {
    const span = { ...prepared.year, id: 'year', label: prepared.scheme.document.title };
    return { ...evaluatePeriod(prepared, subject, span, undefined), periods: [] };
  }
  const used: Used = new Map();
  const mine = prepared.periods.filter((period) => belongs(subject.member, period, prepared.asOf));
  const results = mine.map((period) => ({ period, result: evaluatePeriod(prepared, subject, period, used) }));
  const periods = results.map(({ period, result }) => ({ period, total: result.total }));
  const last = results.at(-1);
  if (results.length === 1 && last) return { ...last.result, periods };
  const combine = (points: readonly Points[]): Points => combined(points, way);
  const totals = results.map(({ result }) => result.total);
  const made = combine(totals);
  const sum = totals.reduce((all, one) => all + one, 0);
  const adjustments: Adjustment[] =
    made === sum
      ? []
      : [{ kind: way === 'mean' ? 'mean' : 'take', delta: made - sum, limit: totals.length, label: way }];
  // A veto zeroes the year in which the finding falls, not its period alone (product §3.5).
  const veto = results.flatMap(({ result }) => result.tree.adjustments).find(({ kind }) => kind === 'veto');
  if (veto) adjustments.push({ ...veto, delta: -made || 0 });
  const total = veto ? 0 : made;
  const { clause, title } = prepared.scheme.document;
  const children = results.map(
    ({ result, period }): Explanation => ({ ...result.tree, kind: 'period', id: period.id, label: period.label }),
  );
  const tree = rootOf('total', 'total', title, total, clause, adjustments, children);
  const ids = [...(last?.result.components.keys() ?? [])];
  const components = new Map(
    ids.map((id) => [id, combine(results.map(({ result }) => result.components.get(id) ?? 0))]),
  );
  const grade = results.map(({ result }) => result.grade).find((one) => one !== undefined);
  return {
    total,
    components,
    vetoed: results.some(({ result }) => result.vetoed),
    ...(grade !== undefined && { grade }),
    pending: results.flatMap(({ result }) => result.pending),
    unknown: results.flatMap(({ result }) => result.unknown),
    periods,
    tree,
  };
}

/** The year's points from those of its periods: their sum, their mean rounded half away from zero, or the last (product §4). */
export function combined(points: readonly Points[], way: 'whole' | 'sum' | 'mean' | 'last'): Points {
  if (way === 'last') return points.at(-1) ?? 0;
  const sum = points.reduce((all, one) => all + one, 0);
  return way === 'mean' && points.length > 0 ? divideRounded(sum, points.length) : sum;
}

/** A member is scored in the periods in which they belonged to the branch. */
function belongs(member: Member | undefined, period: Period, asOf: string): boolean {
  const to = earlier(asOf, period.to);
  return !member || member.history.some((status) => status.from <= to && status.to >= period.from);
}
