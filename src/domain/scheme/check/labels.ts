import type { Problem } from '#domain/kernel/problem.ts';
import { problem, type Rule } from './rule.ts';

/** Names by which people write facts tell things apart: labels of items are told once, ids of grounds, reviews and categories are their own. */
export const checkLabels: Rule = (document, nodes) => {
  const problems: Problem[] = [];
  const ids = new Set(nodes.map((entry) => entry.node.id));
  const labels = new Map<string, string>();
  for (const entry of nodes) {
    if (entry.kind !== 'item' && entry.kind !== 'extra') continue;
    const { id, label } = entry.node;
    const earlier = labels.get(label);
    const at = { ...entry, path: `${entry.path}.label` };
    if (earlier !== undefined) problems.push(problem('warning', 'label-twice', at, { label, id, earlier }));
    else labels.set(label, id);
    if (label !== id && ids.has(label)) problems.push(problem('warning', 'label-is-id', at, { label }));
  }
  const lists = [
    ['vetoes', document.vetoes],
    ['reviews', document.reviews],
    ['categories', document.categories],
  ] as const;
  for (const [name, list] of lists) {
    const seen = new Set<string>();
    for (const [at, { id }] of (list ?? []).entries()) {
      if (seen.has(id))
        problems.push(problem('error', 'id-twice', { path: `${name}[${at}].id` }, { id, earlier: name }));
      seen.add(id);
    }
  }
  for (const [at, { raters = [] }] of (document.reviews ?? []).entries())
    for (const [index, { id }] of raters.entries())
      if (raters.findIndex((rater) => rater.id === id) < index)
        problems.push(
          problem('error', 'id-twice', { path: `reviews[${at}].raters[${index}].id` }, { id, earlier: 'raters' }),
        );
  return problems;
};
