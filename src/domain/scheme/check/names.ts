import type { Problem } from '#domain/kernel/problem.ts';
import { TOTAL } from '#domain/scheme/condition.ts';
import { VALUE_KEYS } from '#domain/scheme/value.ts';
import { problem, type Rule } from './rule.ts';

/** Ids are unique, and an item says in one way only how it counts. */
export const checkNames: Rule = (_document, nodes) => {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const entry of nodes) {
    const { id } = entry.node;
    const earlier = seen.get(id);
    if (earlier !== undefined) problems.push(problem('error', 'id-twice', entry, { id, earlier }));
    else seen.set(id, entry.path);
    if (id === TOTAL) problems.push(problem('error', 'id-reserved', entry, { id }));
    if (entry.kind !== 'item') continue;
    const values = VALUE_KEYS.filter((key) => entry.node[key] !== undefined);
    if (values.length > 1)
      problems.push(problem('error', 'two-values', entry, { label: entry.node.label, values: values.join(', ') }));
    if (values.length === 0 && entry.node.opens === undefined)
      problems.push(problem('error', 'no-value', entry, { label: entry.node.label, values: VALUE_KEYS.join(', ') }));
  }
  return problems;
};
