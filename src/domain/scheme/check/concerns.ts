import type { Problem } from '#domain/kernel/problem.ts';
import type { Item } from '#domain/scheme/node.ts';
import { reachOfItem } from './reach.ts';
import { problem, type Rule } from './rule.ts';

/** A failure costs once 不重复扣分: one deduction node for each concerned item, and none where the item is itself docked (product §4). */
export const checkConcerns: Rule = (_document, nodes) => {
  const problems: Problem[] = [];
  const items = new Map(
    nodes.flatMap((entry) => (entry.kind === 'item' ? [[entry.node.id, entry.node] as const] : [])),
  );
  const first = new Map<string, string>();
  for (const entry of nodes) {
    if (entry.kind === 'extra' || entry.node.concerns === undefined) continue;
    const { concerns, label } = entry.node;
    const at = { ...entry, path: `${entry.path}.concerns` };
    const earlier = first.get(concerns);
    if (earlier !== undefined) problems.push(problem('error', 'concerned-twice', at, { id: concerns, earlier }));
    else first.set(concerns, entry.node.id);
    const item = items.get(concerns);
    if (!item || item === entry.node) continue;
    const { least } = reachOfItem(unheld(item), undefined, 12);
    if (least < 0 || item.lost)
      problems.push(problem('warning', 'double-jeopardy', at, { label, concerned: item.label }));
  }
  return problems;
};

/** The item as if it opened with nothing and were for everyone: what its facts alone can do. */
function unheld({ opens: _opens, for: _for, floor: _floor, ...item }: Item): Item {
  return item;
}
