import { POINT } from '#domain/kernel/points.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import type { Component, Group } from '#domain/scheme/node.ts';
import { categoriesOf, monthsOf, type Reach, reachOfItem, reachOfNode, reachOfTotal } from './reach.ts';
import { problem, type Rule } from './rule.ts';

type Sum = { readonly most: number; readonly least: number; readonly opens: boolean };

/** What the parts of a heading come to at most, each with its own limits, for a member of a category. */
function partsOf(node: Component | Group, category: string | undefined, months: number): Sum {
  const parts: { readonly reach: Reach; readonly opens: boolean }[] = [
    ...(node.groups ?? [])
      .filter((one) => one.outside !== true)
      .map((one) => ({
        reach: reachOfNode(one, category, months),
        opens: one.opens !== undefined,
      })),
    ...(node.items ?? [])
      .filter((one) => one.outside !== true)
      .map((one) => ({
        reach: reachOfItem(one, category, months),
        opens: one.opens !== undefined,
      })),
  ];
  const own = typeof node.opens === 'number' ? node.opens : node.opens === undefined ? 0 : Infinity;
  const most = parts.map(({ reach }) => Math.max(0, reach.most));
  return {
    most: own + (node.take === 'highest' ? Math.max(0, ...most) : most.reduce((sum, one) => sum + one, 0)),
    least: parts.reduce((sum, { reach }) => sum + Math.min(0, reach.least), 0),
    opens: node.opens !== undefined || parts.some((part) => part.opens),
  };
}

/** The parts of a heading come to its full marks 满分, and the components to those of the scheme; both numbers are named. */
export const checkSums: Rule = (document, nodes) => {
  const problems: Problem[] = [];
  const months = monthsOf(document);
  const categories = categoriesOf(document);
  for (const entry of nodes) {
    if (entry.kind !== 'component' && entry.kind !== 'group') continue;
    const { node } = entry;
    if (node.full === undefined || (node.items ?? []).length + (node.groups ?? []).length === 0) continue;
    const sums = categories.map((category) => partsOf(node, category, months));
    const most = Math.max(...sums.map((sum) => sum.most));
    if (!Number.isFinite(most) || most === node.full) continue;
    const params = { label: node.label, sum: most / POINT, full: node.full / POINT };
    if (most > node.full) problems.push(problem('warning', 'items-over-heading', entry, params));
    else if (most > 0) problems.push(problem('warning', 'items-under-heading', entry, params));
  }
  const { full, components } = document;
  if (full === undefined || components.length === 0) return problems;
  const inside = components.filter((one) => one.outside !== true && one.full !== undefined);
  const marks = inside.reduce((sum, one) => sum + (one.full ?? 0), 0);
  const at = { path: 'full' };
  const periods = document.cycle?.year === 'sum' ? Math.max(1, Math.round(12 / months)) : 1;
  const sum = marks * periods;
  if (sum > full)
    problems.push(problem('warning', 'components-over-full', at, { sum: sum / POINT, full: full / POINT }));
  const most = Math.max(...categories.map((category) => reachOfTotal(document, category).most));
  const empty = components.some((one) => (one.items ?? []).length + (one.groups ?? []).length === 0);
  if (most < full && !empty)
    problems.push(problem('warning', 'components-under-full', at, { sum: most / POINT, full: full / POINT }));
  return problems;
};

/** The total has a floor 下限 where deductions could take it below 0 (product §4: a source that is silent). */
export const checkFloor: Rule = (document) => {
  if (document.total?.floor !== undefined || document.components.length === 0) return [];
  const least = Math.min(...categoriesOf(document).map((category) => reachOfTotal(document, category).least));
  return least < 0 ? [problem('warning', 'no-floor', { path: 'total.floor' })] : [];
};
