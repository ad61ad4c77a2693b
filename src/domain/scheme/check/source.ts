import type { Problem } from '#domain/kernel/problem.ts';
import { problem, type Rule } from './rule.ts';

/** A scheme scores something or says why not, and what its source does not show is said. */
export const checkSource: Rule = (document) => {
  const problems: Problem[] = [];
  const partial = document.source?.partial;
  if (document.components.length === 0 && document.readOnly === undefined)
    problems.push(problem('error', 'no-components', { path: 'components' }));
  if (document.components.length > 0 && document.readOnly !== undefined)
    problems.push(problem('warning', 'read-only-with-components', { path: 'readOnly' }));
  if (partial !== undefined)
    problems.push(problem('warning', 'source-partial', { path: 'source.partial' }, { partial }));
  return problems;
};
