import { exactPoints, POINT, type Points } from '#domain/kernel/points.ts';
import { showRatio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Adjustment, Explanation } from '#domain/score/explanation.ts';

/** A number of 1/10000 as a JSON number: 4.5, exact to four decimals. */
export function jsonNumber(points: Points): number {
  return Number(exactPoints(points));
}

/** The explanation tree 这分怎么来的 as `score --json` prints it: points = opens + children + adjustments; what says nothing is left out. */
export function explanationJson(node: Explanation): object {
  const { kind, id, label, points, clause, source, opens, outside, kept, fact, adjustments, children } = node;
  return {
    kind,
    id,
    label,
    points: jsonNumber(points),
    ...(clause !== undefined && { clause }),
    ...(source !== undefined && { source }),
    ...(opens !== 0 && { opens: jsonNumber(opens) }),
    ...(outside !== 0 && { outside: jsonNumber(outside) }),
    ...(kept !== points && { kept: jsonNumber(kept) }),
    ...(fact && { fact: factJson(fact) }),
    ...(adjustments.length > 0 && { adjustments: adjustments.map(adjustmentJson) }),
    ...(children.length > 0 && { children: children.map(explanationJson) }),
  };
}

// Counts of occurrences and of periods are whole; every other limit is points.
const COUNTED: ReadonlySet<Adjustment['kind']> = new Set(['count', 'free', 'mean', 'take']);

function adjustmentJson({ kind, delta, limit, per, key, ratio, label, ref }: Adjustment): object {
  return {
    kind,
    delta: jsonNumber(delta),
    ...(limit !== undefined && { limit: COUNTED.has(kind) ? limit : limit / POINT }),
    per,
    key,
    ...(ratio && { ratio: showRatio(ratio) }),
    label,
    ref,
  };
}

/** A fact as a facts file writes it. */
function factJson({ day, quantity, points, score, ...rest }: Fact): object {
  return {
    ...rest,
    on: day,
    ...(quantity !== undefined && { quantity: jsonNumber(quantity) }),
    ...(points !== undefined && { points: jsonNumber(points) }),
    ...(score !== undefined && { score: jsonNumber(score) }),
  };
}
