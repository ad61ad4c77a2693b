import { ONCE, POINT } from '#domain/kernel/points.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { isEmpty, overlaps, type Range, rangeOf, without } from './range.ts';
import { problem, type Rule } from './rule.ts';

const number = (at: number): string => String(Math.round(at) / POINT);

/** The bounds of a range for the words of a problem: in points or units, absent where open. */
export function shown(range: Range): Record<string, string> {
  return {
    low: Number.isFinite(range.low) ? number(range.low) : '−∞',
    high: Number.isFinite(range.high) ? number(range.high) : '+∞',
  };
}

/** Tables of steps 分档 take each number once: no gap between rows, no overlap, no row that an earlier one always takes. */
export const checkSteps: Rule = (_document, nodes) => {
  const problems: Problem[] = [];
  for (const entry of nodes) {
    if (entry.kind !== 'item' || !entry.node.steps) continue;
    const { rows, on } = entry.node.steps;
    const ranges = rows.map(rangeOf);
    if (ranges.some(isEmpty)) continue;
    const at = (index: number) => ({ ...entry, path: `${entry.path}.steps.rows[${index}]` });
    for (const [index, range] of ranges.entries()) {
      const before = ranges.slice(0, index);
      if (without(range, before).length === 0) {
        problems.push(problem('warning', 'step-unreachable', at(index), { row: index + 1 }));
        continue;
      }
      for (const [row, earlier] of before.entries()) {
        const both = overlaps(earlier, range);
        if (!both) continue;
        const code = both.high - both.low === 1 ? 'step-shared-end' : 'step-overlap';
        problems.push(problem('warning', code, at(index), { row: index + 1, earlier: row + 1, ...shown(both) }));
      }
    }
    const whole: Range = {
      low: Math.min(...ranges.map((range) => range.low)),
      high: Math.max(...ranges.map((range) => range.high)),
    };
    const counted = on === 'count' || on === 'place';
    for (const gap of without(whole, ranges)) {
      // Counts and places are whole: a gap that holds no whole number is none.
      if (counted && Math.ceil(gap.low / ONCE) * ONCE >= gap.high) continue;
      problems.push(problem('warning', 'step-gap', { ...entry, path: `${entry.path}.steps.rows` }, shown(gap)));
    }
  }
  return problems;
};
