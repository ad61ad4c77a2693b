import { isDay } from '#domain/kernel/day.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import type { Scope } from '#domain/scheme/value.ts';
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
    if (entry.kind === 'extra') continue;
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
  return [...problems, ...widePools(cycle?.period ?? 'quarter', nodes)];
};

const MONTHS: Readonly<Record<Scope, number>> = {
  matter: 0,
  day: 0,
  month: 1,
  quarter: 3,
  half: 6,
  period: 1,
  year: 12,
};
const PERIOD = { month: 1, quarter: 3, half: 6, term: 6, year: 12 } as const;

/** What is written as taken together over more than a period that is scored by itself: only the facts of the period come together. */
function widePools(period: keyof typeof PERIOD, nodes: Parameters<Rule>[1]): Problem[] {
  return [...nodes].flatMap((entry) => {
    if (entry.kind !== 'item') return [];
    const { each, once, steps, label } = entry.node;
    const over = [
      { at: 'each.over', scope: each && 'over' in each ? each.over : undefined },
      { at: 'once.per', scope: once && 'per' in once ? once.per : undefined },
      { at: 'steps.over', scope: steps?.over },
    ];
    return over
      .filter(({ scope }) => scope !== undefined && MONTHS[scope] > PERIOD[period])
      .map(({ at }) => problem('warning', 'pool-by-period', { ...entry, path: `${entry.path}.${at}` }, { label }));
  });
}
