import type { Problem } from '#domain/kernel/problem.ts';
import { problem, type Rule } from './rule.ts';

/** Every id that is named exists 引用: concerned items, reviews, what a veto sets or clears, what a quota limits. */
export const checkReferences: Rule = (document, nodes) => {
  const kinds = new Map(nodes.map((entry) => [entry.node.id, entry.kind]));
  const reviews = new Set((document.reviews ?? []).map((review) => review.id));
  const grades = new Set((document.grades ?? []).map((grade) => grade.label));
  const problems: Problem[] = [];
  const review = (at: { readonly path: string; readonly clause?: string }, id: string): void => {
    if (!reviews.has(id)) problems.push(problem('error', 'unknown-review', at, { id }));
  };
  const grade = (at: { readonly path: string; readonly clause?: string }, label: string): void => {
    if (!grades.has(label)) problems.push(problem('error', 'unknown-grade', at, { label }));
  };
  for (const entry of nodes) {
    if (entry.kind === 'extra') continue;
    const { times, concerns, id } = entry.node;
    if (times && 'review' in times) review({ ...entry, path: `${entry.path}.times.review` }, times.review);
    if (entry.kind === 'item' && entry.node.review)
      review({ ...entry, path: `${entry.path}.review.of` }, entry.node.review.of);
    if (concerns === undefined) continue;
    const at = { ...entry, path: `${entry.path}.concerns` };
    if (concerns === id) problems.push(problem('error', 'concerns-itself', at));
    else if (!kinds.has(concerns)) problems.push(problem('error', 'unknown-node', at, { id: concerns }));
    else if (kinds.get(concerns) !== 'item') problems.push(problem('error', 'concerns-not-item', at, { id: concerns }));
  }
  const { times } = document.total ?? {};
  if (times && 'review' in times) review({ path: 'total.times.review' }, times.review);
  for (const [index, veto] of (document.vetoes ?? []).entries()) {
    const at = { ...veto, path: `vetoes[${index}].effect` };
    if (veto.effect === 'zero') continue;
    const { grade: label, clears } = veto.effect ?? {};
    if (label === undefined && clears === undefined) problems.push(problem('warning', 'veto-without-effect', at));
    if (label !== undefined) grade(at, label);
    if (clears === undefined) continue;
    const kind = kinds.get(clears);
    if (kind === undefined || kind === 'extra') problems.push(problem('error', 'unknown-node', at, { id: clears }));
    if (veto.when?.some((one) => (one.measure ?? 'points') === 'points'))
      problems.push(problem('error', 'veto-clears-by-points', at));
  }
  for (const [index, quota] of (document.quotas ?? []).entries()) {
    const at = { ...quota, path: `quotas[${index}]` };
    for (const label of quota.grades) grade({ ...at, path: `${at.path}.grades` }, label);
    if (quota.into !== undefined) grade({ ...at, path: `${at.path}.into` }, quota.into);
  }
  return problems;
};
