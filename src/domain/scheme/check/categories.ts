import type { Problem } from '#domain/kernel/problem.ts';
import type { Amount } from '#domain/scheme/value.ts';
import { amountsOf } from './amounts.ts';
import { problem, type Rule } from './rule.ts';

const keys = (amount: Amount): Iterable<string> =>
  typeof amount === 'object' && amount.by === 'category' ? amount.amounts.keys() : [];

/** Where a scheme declares categories 类别 (§一, 分类管理), every name of one is among them. */
export const checkCategories: Rule = (document, nodes) => {
  if (!document.categories) return [];
  const known = new Set(document.categories.map((category) => category.id));
  const problems: Problem[] = [];
  const look = (at: { readonly path: string; readonly clause?: string }, names: Iterable<string>): void => {
    for (const name of names)
      if (!known.has(name))
        problems.push(problem('error', 'unknown-category', at, { name, known: [...known].join('、') || '—' }));
  };
  for (const entry of nodes) {
    for (const { path, amount } of amountsOf(entry)) look({ ...entry, path: `${entry.path}.${path}` }, keys(amount));
    if (entry.kind === 'extra') continue;
    look({ ...entry, path: `${entry.path}.for` }, entry.node.for ?? []);
    const { times } = entry.node;
    if (times && 'by' in times && times.by === 'category')
      look({ ...entry, path: `${entry.path}.times` }, times.shares.keys());
  }
  for (const [at, grade] of (document.grades ?? []).entries())
    look({ ...grade, path: `grades[${at}].for` }, grade.for ?? []);
  return problems;
};
