import { isDay } from '#domain/kernel/day.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { problem, type Rule } from './rule.ts';

/** The cycle 考核周期 can be counted: days that exist, terms where it goes by terms. */
export const checkCycle: Rule = (document, nodes) => {
  const problems: Problem[] = [];
  const { cycle, effective } = document;
  if (effective !== undefined && !isDay(effective))
    problems.push(problem('error', 'not-a-day', { path: 'effective' }, { found: effective }));
  const at = { path: 'cycle.terms' };
  if (cycle?.period === 'term' && !cycle.terms) problems.push(problem('error', 'terms-missing', at));
  if (cycle?.period !== 'term' && cycle?.terms) problems.push(problem('warning', 'terms-unread', at));
  for (const [index, { from }] of (cycle?.terms ?? []).entries()) {
    const here = { path: `cycle.terms[${index}].from` };
    if (!isDay(`2023-${from}`)) problems.push(problem('error', 'not-a-month-day', here, { found: from }));
    else if ((cycle?.terms ?? []).findIndex((term) => term.from === from) < index)
      problems.push(problem('error', 'term-twice', here, { found: from }));
  }
  if ((cycle?.year ?? 'whole') === 'whole' || cycle?.period === 'year') return problems;
  for (const entry of nodes) {
    if (entry.kind !== 'item') continue;
    for (const [index, { per }] of (entry.node.limits ?? []).entries())
      if (per === 'year' || (per === 'half' && cycle?.period !== 'half'))
        problems.push(
          problem(
            'warning',
            'year-limit-by-period',
            { ...entry, path: `${entry.path}.limits[${index}]` },
            { label: entry.node.label },
          ),
        );
  }
  return problems;
};
