import { amountOf } from '#contract/amount.ts';
import type { AdjustmentAnswer, ExplanationAnswer, FactAnswer } from '#contract/explanation.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Adjustment, Explanation } from '#domain/score/explanation.ts';

/** The kinds of adjustment whose limit counts occurrences; every other limit is points. */
const COUNTED: ReadonlySet<string> = new Set(['count', 'free', 'take', 'mean']);

/** The explanation 这分怎么来的 as sent: the same tree, points as exact text and as the number to show. */
export function explanationAnswer(
  tree: Explanation,
  decimals: number,
  lineOf: (fact: Fact) => string | undefined = () => undefined,
): ExplanationAnswer {
  const { kind, id, label, points, clause, source, opens, outside, kept, fact } = tree;
  const amount = (value: number) => amountOf(value, decimals);
  return {
    kind,
    id,
    label,
    points: amount(points),
    ...(clause !== undefined && { clause }),
    ...(source !== undefined && { source }),
    ...(opens !== undefined && { opens: amount(opens) }),
    ...(outside !== undefined && { outside: amount(outside) }),
    ...(kept !== undefined && { kept: amount(kept) }),
    ...(fact !== undefined && { fact: factAnswer(fact, lineOf(fact)) }),
    adjustments: tree.adjustments.map((one) => adjustmentAnswer(one, decimals)),
    children: tree.children.map((child) => explanationAnswer(child, decimals, lineOf)),
  };
}

/** Quantities and outside scores are shown as written, with up to four decimals. */
function factAnswer(fact: Fact, line: string | undefined): FactAnswer {
  const { item, day, period, quantity, level, points, score, rater, ref, note } = fact;
  return {
    item,
    day,
    ...(period !== undefined && { period }),
    ...(quantity !== undefined && { quantity: amountOf(quantity, 4) }),
    ...(level !== undefined && { level }),
    ...(points !== undefined && { points: amountOf(points, 4) }),
    ...(score !== undefined && { score: amountOf(score, 4) }),
    ...(rater !== undefined && { rater }),
    ...(ref !== undefined && { ref }),
    ...(note !== undefined && { note }),
    ...(line !== undefined && { line }),
  };
}

function adjustmentAnswer(adjustment: Adjustment, decimals: number): AdjustmentAnswer {
  const { kind, delta, limit, per, key, ratio, label, ref } = adjustment;
  return {
    kind,
    delta: amountOf(delta, decimals),
    ...(limit !== undefined && (COUNTED.has(kind) ? { count: limit } : { limit: amountOf(limit, 4) })),
    ...(per !== undefined && { per }),
    ...(key !== undefined && { key }),
    ...(ratio !== undefined && { ratio: { num: ratio.num, den: ratio.den } }),
    ...(label !== undefined && { label }),
    ...(ref !== undefined && { ref }),
  };
}
